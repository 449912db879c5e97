import { cpSync, mkdirSync, readdirSync, statSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { withBuildLock } from "../../../infra/build/lock.ts";
import { buildFolder, root } from "../../../infra/build/paths.ts";
import { synthesized } from "../../../infra/local/synthesized.ts";

const SOURCES = ["shared", "functions", "admin", "infra", ".config", "package.json", "package-lock.json", "cdk.json"];
const BUILT = ["functions", "stamps", "console"];

/** A second checkout, in which a test may change sources; what is already built is taken along. */
export async function copyCheckout(to: string): Promise<void> {
  await synthesized(undefined, () => {});
  await withBuildLock(async () => {
    for (const name of SOURCES) cpSync(join(root, name), join(to, name), { recursive: true });
    for (const name of BUILT) cpSync(join(buildFolder, name), join(to, ".build", name), { recursive: true });
    const frame = newestFrame();
    mkdirSync(join(to, ".build/local"), { recursive: true });
    if (frame) cpSync(join(buildFolder, "local", frame), join(to, ".build/local", frame), { recursive: true });
  });
  symlinkSync(join(root, "node_modules"), join(to, "node_modules"));
}

function newestFrame(): string | undefined {
  const age = (name: string) => statSync(join(buildFolder, "local", name)).mtimeMs;
  const frames = readdirSync(join(buildFolder, "local")).filter((name) => /^frame-[^.]*$/.test(name));
  return frames.toSorted((a, b) => age(b) - age(a))[0];
}
