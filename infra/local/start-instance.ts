import { createServer } from "node:net";
import { resolve } from "node:path";
import { announce, announceDemo } from "./announce.ts";
import { takeBackup } from "./backup.ts";
import { forgetInterruptedSeed, seedOnce } from "./demo-seed.ts";
import { claimFolder, FolderInUse, type Instance, type Invitation, rotation } from "./instance.ts";
import { keepUpToDate } from "./keep-up-to-date.ts";
import { moveHouse } from "./moving/move-house.ts";
import { type Runner, startRunner } from "./runner.ts";
import { readSettings, type Settings, SettingsError } from "./settings.ts";
import { BuildFailed, synthesized } from "./synthesized.ts";

/** `npm start`: builds what changed, synthesizes, runs, fills in the demo once, and says where it is. */
export async function main(args: readonly string[], env: Readonly<Record<string, string | undefined>>): Promise<void> {
  try {
    await run(readSettings(args, env));
  } catch (error) {
    console.error(explain(error));
    process.exit(1);
  }
}

async function run(settings: Settings): Promise<void> {
  const dataDir = resolve(settings.dataDir);
  const instance = await claimFolder(dataDir);
  if (forgetInterruptedSeed(dataDir)) console.log("The demo was interrupted and begins again.");
  let runner: Runner | undefined;
  let watching: { close(): void } | undefined;
  endOnSignal(instance, async () => {
    watching?.close();
    await runner?.close();
  });
  process.once("exit", () => instance.release());

  await mustBeFree(settings.port, settings.host);
  const template = await synthesized();
  runner = await startRunner({ ...settings, template, dataDir, ready: false });
  const running = runner;
  const invite = async (wanted: Invitation) => ({
    url: invitationUrl(await running.invoke("auth", { invite: wanted }), settings.publicUrl ?? running.url),
  });
  instance.open({
    invite,
    backup: async (to) => ({ path: await takeBackup(dataDir, to, new Date(), running.engine.copyTo) }),
    move: async (wanted) => ({
      told: await moveHouse({ engine: running.engine, invoke: (event) => running.invoke("jobs", event) }, wanted),
    }),
    rotateKeys: async () => rotation.parse(await running.invoke("auth", { rotateKeys: {} })),
  });
  announce(settings, running.port);
  const demo = await seedOnce({
    wanted: settings.demo,
    dataDir,
    baseUrl: running.loopbackUrl,
    invite: async (wanted) => ({
      url: invitationUrl(await running.invoke("auth", { invite: wanted }), running.loopbackUrl),
    }),
    offerRoles: async (demo) => {
      await running.invoke("auth", { demo });
    },
    newDay: async () => {
      await running.invoke("jobs", {});
    },
    log: console.log,
  });
  running.setReady();
  announceDemo(demo, dataDir);
  if (settings.watch) watching = keepUpToDate({ reload: running.reload, log: console.log });
}

/** The invitation's link, from what the sign-in function answered. */
export function invitationUrl(answer: unknown, base: string): string {
  if (typeof answer === "object" && answer !== null && "path" in answer && typeof answer.path === "string") {
    return new URL(answer.path, base).href;
  }
  throw new Error(`The sign-in function gave no invitation: ${JSON.stringify(answer)}`);
}

function endOnSignal(instance: Instance, close: () => Promise<void>): void {
  let ending = false;
  const end = async (): Promise<void> => {
    // Whoever asks twice does not want to wait.
    if (ending) process.exit(1);
    ending = true;
    await close();
    instance.release();
    process.exit(0);
  };
  process.on("SIGINT", () => void end());
  process.on("SIGTERM", () => void end());
}

/** Says so before a minute of building, not after it. */
function mustBeFree(port: number, host: string): Promise<void> {
  return new Promise((free, taken) => {
    const probe = createServer();
    probe.once("error", taken);
    probe.listen(port, host, () => probe.close(() => free()));
  });
}

function explain(error: unknown): string {
  if (error instanceof SettingsError) return error.message;
  if (error instanceof FolderInUse) {
    return [
      `Linli already runs on the data in ${error.message}. End it first, or choose another folder with LINLI_DATA.`,
      `数据文件夹 ${error.message} 正在使用中。请先结束正在运行的邻里，或用 LINLI_DATA 另选文件夹。`,
    ].join("\n");
  }
  if (error instanceof BuildFailed) return "The build failed; the reason is above.";
  const code = error instanceof Error && "code" in error ? error.code : undefined;
  if (code === "EADDRINUSE") {
    return [
      "The port is taken by another program. Choose another one, for example: PORT=8788 npm start",
      "端口已被占用，请另选一个，例如：PORT=8788 npm start",
    ].join("\n");
  }
  if (code === "EACCES") return "This port needs administrator rights. Choose one above 1023 with PORT.";
  if (code === "EADDRNOTAVAIL" || code === "ENOTFOUND") return "HOST names no address of this machine.";
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
