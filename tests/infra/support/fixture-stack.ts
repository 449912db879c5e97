import { createHash } from "node:crypto";
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { buildFolder } from "../../../infra/build/paths.ts";
import { contentHash } from "../../../infra/build/stamp.ts";
import { stackSources } from "../../../infra/build/synth.ts";

export type Resource = {
  readonly Type: string;
  readonly DeletionPolicy?: string;
  readonly UpdateReplacePolicy?: string;
  // Templates hold whatever a resource type defines; each test looks at what it knows.
  // biome-ignore lint/suspicious/noExplicitAny: see above
  readonly Properties: any;
};
export type Template = { readonly Resources: Record<string, Resource> };

const bundle = join(import.meta.dirname, "../fixtures/bundle");

/**
 * The whole stack with a stand-in for every function's code; returns the path of its template.
 * Test files run in processes of their own, so the result is kept for as long as the stack's sources are the same.
 */
export async function synthesizeFixture(region: string, context: Record<string, unknown> = {}): Promise<string> {
  const sources = contentHash([...stackSources(), bundle, import.meta.filename]).slice(0, 16);
  const said = createHash("sha256").update(JSON.stringify(context)).digest("hex").slice(0, 8);
  const outdir = join(buildFolder, "fixture-stack", `${region}-${sources}-${said}`);
  const template = join(outdir, "Linli.template.json");
  if (existsSync(template)) return template;
  const { linliApp } = await import("../../../infra/linli-app.ts");
  const unfinished = mkdtempSync(join(tmpdir(), "linli-synth-"));
  linliApp({
    region,
    outdir: unfinished,
    context: { "aws:cdk:enable-asset-metadata": true, ...context },
    bundleOf: () => bundle,
  }).synth();
  mkdirSync(dirname(outdir), { recursive: true });
  cpSync(unfinished, `${outdir}.${process.pid}`, { recursive: true });
  try {
    renameSync(`${outdir}.${process.pid}`, outdir);
  } catch (error) {
    // Another test file was quicker.
    if (!existsSync(template)) throw error;
  }
  return template;
}

export function readTemplate(path: string): Template {
  return JSON.parse(readFileSync(path, "utf8"));
}

/** A copy of a template beside the original, changed; the bundles it names stay where they are. */
export function changedTemplate(path: string, change: (template: Template) => void): string {
  const template = readTemplate(path);
  change(template);
  const copy = path.replace(/\.json$/, `.${process.pid}-${Math.trunc(performance.now() * 1000)}.json`);
  writeFileSync(copy, JSON.stringify(template));
  return copy;
}

export const resourcesOf = (template: Template, type: string): [string, Resource][] =>
  Object.entries(template.Resources).filter(([, resource]) => resource.Type === type);
