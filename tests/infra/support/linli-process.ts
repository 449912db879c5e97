import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { root } from "../../../infra/build/paths.ts";

export type LinliProcess = {
  readonly child: ChildProcess;
  readonly ended: Promise<{ code: number | null; output: string }>;
  /** Resolves with what a pattern finds in the output, as soon as it does. */
  says(pattern: RegExp): Promise<string>;
};

/** A script of `infra/local` in a process of its own, on a free port unless told; `checkout` is where it is run. */
export function runLocal(
  script: string,
  args: readonly string[],
  env: Record<string, string>,
  checkout: string = root,
): LinliProcess {
  const child = spawn(process.execPath, [join(checkout, "infra/local", script), ...args], {
    env: { ...process.env, PORT: "0", ...env },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let output = "";
  const listeners = new Set<() => void>();
  const add = (text: string): void => {
    output += text;
    for (const listener of listeners) listener();
  };
  child.stdout.setEncoding("utf8").on("data", add);
  child.stderr.setEncoding("utf8").on("data", add);
  const ended = once(child, "close").then(([code]) => ({ code: code as number | null, output }));
  const says = (pattern: RegExp): Promise<string> =>
    new Promise((resolve, reject) => {
      const look = (): void => {
        const found = pattern.exec(output);
        if (found) resolve(found[1] ?? found[0]);
      };
      listeners.add(look);
      look();
      void ended.then(() => reject(new Error(`It ended before it said ${pattern}:\n${output}`)));
    });
  return { child, ended, says };
}
