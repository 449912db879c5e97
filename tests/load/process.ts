import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { createWriteStream, readFileSync, statSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { runningInstance } from "../../infra/local/instance.ts";

/** Linli in a process of its own, as `npm start` starts it, on its own data folder. */
export type Instance = {
  readonly baseUrl: string;
  readonly invite: (wanted: { area: string; name: string }) => Promise<{ url: string }>;
  /** Resident memory of the process with all its workers, which are threads, in bytes. */
  readonly memory: () => number;
  /** CPU seconds the process has used. */
  readonly cpu: () => number;
  /** Bytes of the database with its journal. */
  readonly database: () => number;
  readonly ended: () => boolean;
  readonly close: () => Promise<void>;
};

const STARTED_WITHIN_MS = 120_000;

export async function startInstance(folder: string): Promise<Instance> {
  const port = await freePort();
  const out = createWriteStream(`${folder}.log`);
  await once(out, "open");
  const child = spawn(process.execPath, [join(import.meta.dirname, "../../infra/local/start.ts"), "--no-demo"], {
    stdio: ["ignore", out, out],
    env: { ...process.env, PORT: String(port), LINLI_DATA: folder },
  });
  // Whoever ends this process ends the other with it.
  process.once("exit", () => child.kill("SIGTERM"));
  for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => process.exit(1));
  const baseUrl = `http://localhost:${port}`;
  await healthy(child, baseUrl);
  return {
    baseUrl,
    invite: async (wanted) => {
      const running = await runningInstance(folder);
      if (!running) throw new Error("The instance does not answer at its door.");
      return running.invite(wanted);
    },
    memory: () => 1024 * Number(/VmRSS:\s*(\d+)/.exec(readFileSync(`/proc/${child.pid}/status`, "utf8"))?.[1] ?? 0),
    cpu: () => {
      const figures = readFileSync(`/proc/${child.pid}/stat`, "utf8").split(") ")[1]?.split(" ") ?? [];
      const [user = 0, system = 0] = figures.slice(11, 13).map(Number);
      return (user + system) / 100;
    },
    database: () =>
      ["linli.sqlite", "linli.sqlite-wal"].reduce(
        (sum, name) => sum + (statSync(join(folder, name), { throwIfNoEntry: false })?.size ?? 0),
        0,
      ),
    ended: () => child.exitCode !== null || child.signalCode !== null,
    close: async () => {
      if (child.exitCode !== null) return;
      const closed = once(child, "close");
      child.kill("SIGTERM");
      await closed;
    },
  };
}

async function healthy(child: ChildProcess, baseUrl: string): Promise<void> {
  const giveUp = Date.now() + STARTED_WITHIN_MS;
  for (;;) {
    if (child.exitCode !== null) throw new Error(`The instance ended with ${child.exitCode}.`);
    const answer = await fetch(`${baseUrl}/healthz`).catch(() => undefined);
    if (answer?.status === 200) return;
    if (Date.now() > giveUp) throw new Error("The instance did not start in time.");
    await setTimeout(100);
  }
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  server.close();
  return typeof address === "object" && address ? address.port : 0;
}
