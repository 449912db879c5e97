import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { synthesized } from "../../infra/local/synthesized.ts";
import { anotherBuild } from "./another-build.ts";
import { lookInFolder } from "./in-clear/watch.ts";

/** A running Linli that can lose its process at any moment, and comes back at the same address upon the same data. */
export type Killable = Awaited<ReturnType<typeof startKillable>>;

export async function startKillable(functions: readonly string[]) {
  const template = await synthesized(functions, () => {});
  const folder = await mkdtemp(join(tmpdir(), "linli-killable-"));
  let port = 0;
  let versions = 0;
  let child = await start(template);

  async function start(run: string): Promise<ChildProcess> {
    const given = JSON.stringify({ template: run, dataDir: join(folder, "data"), port, functions });
    const started = fork(join(import.meta.dirname, "serve.ts"), [given]);
    const [said] = await Promise.race([
      once(started, "message"),
      once(started, "exit").then(() => Promise.reject(new Error("The instance did not start."))),
    ]);
    port = said.port;
    return started;
  }

  /** As kill -9 does: nothing is closed, nothing said. */
  async function kill(): Promise<void> {
    const gone = once(child, "exit");
    child.kill("SIGKILL");
    await gone;
  }

  return {
    url: `http://127.0.0.1:${port}`,
    async invoke(name: string, event: unknown): Promise<unknown> {
      const said = once(child, "message");
      child.send([name, event]);
      const [{ answer }] = await said;
      return answer;
    },
    kill,
    async restart() {
      child = await start(template);
    },
    /** Another version is installed: the same but for the names of the console's files. */
    async renew() {
      if (child.exitCode === null && child.signalCode === null) await kill();
      child = await start(await anotherBuild(template, join(folder, `version-${++versions}`)));
    },
    async close() {
      if (child.exitCode === null && child.signalCode === null) await kill();
      lookInFolder(join(folder, "data"));
      await rm(folder, { recursive: true, force: true });
    },
  };
}
