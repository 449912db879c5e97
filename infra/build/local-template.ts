import {
  existsSync,
  linkSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { dirname, join, relative } from "node:path";
import { functionId, services } from "../services.ts";
import { type BuildOptions, buildUnlocked } from "./build.ts";
import { withBuildLock } from "./lock.ts";
import { buildFolder, functionBundle } from "./paths.ts";
import { contentHash, fileHash, stampPath } from "./stamp.ts";
import { builtBundle, stackSources, synthesizeInto } from "./synth.ts";

const folder = join(buildFolder, "local");

/**
 * Builds what changed and returns the path of the template that one machine runs: the synthesized one, whose functions
 * point to snapshots of their bundles. So a changed bundle needs no new synthesis, and a later build changes nothing
 * under a running instance.
 */
export async function localTemplate(options: BuildOptions = {}): Promise<string> {
  return withBuildLock(async () => {
    await buildUnlocked(options);
    const built = services.map(({ name }) => name).filter((name) => builtBundle(name) !== undefined);
    forgetOld();
    const template: Template = JSON.parse(readFileSync(await frame(built), "utf8"));
    for (const name of built) {
      const metadata = template.Resources[functionId(name)]?.Metadata;
      if (metadata) metadata["aws:asset:path"] = snapshot(name);
    }
    const draft = join(folder, "draft.json");
    writeFileSync(draft, JSON.stringify(template));
    const path = join(folder, `Linli.${fileHash(draft).slice(0, 16)}.json`);
    renameSync(draft, path);
    return path;
  });
}

type Template = { Resources: Record<string, { Metadata?: Record<string, unknown> }> };

/** A running instance touches its bundles now and then, so that what is old here is nobody's. */
function forgetOld(): void {
  if (!existsSync(folder)) return;
  const days = 2;
  for (const name of readdirSync(folder)) {
    const path = join(folder, name);
    if (Date.now() - statSync(path).mtimeMs > days * 86_400_000) rmSync(path, { recursive: true, force: true });
  }
}

/** The template with a stand-in for each function's code; made anew only when the stack itself changes. */
async function frame(built: readonly string[]): Promise<string> {
  const outdir = join(folder, `frame-${contentHash(stackSources()).slice(0, 12)}-${built.join("-")}`);
  const path = join(outdir, "Linli.template.json");
  if (existsSync(path)) return path;
  const standIn = join(folder, "stand-in");
  mkdirSync(standIn, { recursive: true });
  writeFileSync(join(standIn, "lambda.mjs"), "");
  const unfinished = `${outdir}.${process.pid}`;
  await synthesizeInto(unfinished, "aws-cn", (name) => (built.includes(name) ? standIn : undefined));
  rmSync(outdir, { recursive: true, force: true });
  renameSync(unfinished, outdir);
  return path;
}

/** A bundle under a name that stays: its files are linked, not copied, and never written again. */
function snapshot(name: string): string {
  const title = `${name}-${fileHash(stampPath(name)).slice(0, 16)}`;
  const target = join(folder, title);
  if (existsSync(target)) return title;
  const bundle = functionBundle(name);
  const unfinished = `${target}.${process.pid}`;
  for (const entry of readdirSync(bundle, { withFileTypes: true, recursive: true })) {
    if (!entry.isFile()) continue;
    const from = join(entry.parentPath, entry.name);
    const to = join(unfinished, relative(bundle, from));
    mkdirSync(dirname(to), { recursive: true });
    linkSync(from, to);
  }
  renameSync(unfinished, target);
  return title;
}
