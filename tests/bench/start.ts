import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { synthesized } from "../../infra/local/synthesized.ts";
import type { Bench } from "./bench-types.ts";
import { printTable, times } from "./table.ts";

/** From `npm start` to the first healthy answer, with nothing left to build. */
export const benchStart: Bench = async ({ quick }) => {
  await synthesized();
  const bare = Math.min(await bareStart(), await bareStart(), await bareStart());
  const rows: string[][] = [];
  for (const demo of quick ? [false] : [false, true]) {
    const folder = await mkdtemp(join(tmpdir(), "linli-bench-"));
    for (const again of [false, true]) {
      const seconds = await startOnce(demo ? [] : ["--no-demo"], folder);
      const name = `${demo ? "with the demo" : "without demo"}, ${again ? "second start" : "new folder"}`;
      rows.push([name, seconds.toFixed(2), times(seconds / bare)]);
    }
    await rm(folder, { recursive: true, force: true });
  }
  printTable(["npm start to /healthz 200", "seconds", "x starting Node alone"], rows);
};

async function bareStart(): Promise<number> {
  const start = performance.now();
  await once(spawn(process.execPath, ["--eval", "0"], { stdio: "ignore" }), "close");
  return (performance.now() - start) / 1000;
}

async function startOnce(args: readonly string[], folder: string): Promise<number> {
  const port = await freePort();
  const start = performance.now();
  // Its own process group, so that npm and all it started end together.
  const child = spawn("npm", ["start", "--silent", "--", ...args], {
    detached: true,
    stdio: ["ignore", "ignore", "inherit"],
    env: { ...process.env, PORT: String(port), LINLI_DATA: folder },
  });
  const ended = once(child, "close");
  try {
    for (;;) {
      if (child.exitCode !== null) throw new Error(`npm start ended with ${child.exitCode}`);
      const answer = await fetch(`http://127.0.0.1:${port}/healthz`).catch(() => undefined);
      if (answer?.status === 200) return (performance.now() - start) / 1000;
      await setTimeout(10);
    }
  } finally {
    if (child.pid !== undefined && child.exitCode === null) process.kill(-child.pid, "SIGTERM");
    await ended;
  }
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  server.close();
  return typeof address === "object" && address ? address.port : 0;
}
