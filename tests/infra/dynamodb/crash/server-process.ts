import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const SERVE = fileURLToPath(new URL("../../../../infra/local/dynamodb/serve.ts", import.meta.url));
/** The code of the last start is kept, which makes the next one quicker. */
const env = { ...process.env, NODE_COMPILE_CACHE: join(tmpdir(), "linli-engine-code") };

export const launch = (...options: string[]) =>
  spawn(process.execPath, [SERVE, ...options], { env, stdio: ["ignore", "pipe", "pipe"] });

/** The engine in a process of its own, which can be killed; `ended` gives its exit code and signal. */
export type ServerProcess = { server: ChildProcess; endpoint: string; ended: Promise<unknown> };

export async function startServer(file: string): Promise<ServerProcess> {
  const server = launch("--port", "0", "--file", file);
  const ended = once(server, "exit");
  const [greeting] = await Promise.race([once(server.stdout, "data"), once(server.stderr, "data")]);
  const endpoint = /http:\/\/\S+:\d+/.exec(String(greeting))?.[0];
  if (endpoint) return { server, endpoint, ended };
  server.kill("SIGKILL");
  throw new Error(String(greeting));
}
