import { spawn } from "node:child_process";
import { join } from "node:path";

/** The message is what the build tools said. */
export class BuildFailed extends Error {
  override readonly name = "BuildFailed";
}

/**
 * Builds and synthesizes what changed, and returns the path of the template to run. It happens in a process of its own:
 * the tools' memory is given back, and a test's NODE_ENV cannot make a development build of the console.
 */
export function synthesized(
  functions?: readonly string[],
  log: (text: string) => void = (text) => process.stderr.write(text),
): Promise<string> {
  const script = join(import.meta.dirname, "../build/synth-local.ts");
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [script, ...(functions ?? [])], {
      env: { ...process.env, NODE_ENV: "production", NODE_OPTIONS: "" },
      stdio: ["ignore", "pipe", "pipe"],
    });
    let output = "";
    let complaints = "";
    child.stdout.setEncoding("utf8").on("data", (text: string) => {
      output += text;
    });
    child.stderr.setEncoding("utf8").on("data", (text: string) => {
      complaints += text;
      log(text);
    });
    child.once("error", reject);
    child.once("close", (code) => {
      const path = output.trim().split("\n").at(-1);
      if (code === 0 && path) resolve(path);
      else reject(new BuildFailed(complaints));
    });
  });
}
