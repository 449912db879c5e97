import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { linliApp } from "../../../infra/linli-app.ts";

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

/** The whole stack with a stand-in for every function's code; returns the path of its template. */
export function synthesizeFixture(region: string, context: Record<string, unknown> = {}): string {
  const outdir = mkdtempSync(join(tmpdir(), "linli-synth-"));
  linliApp({
    region,
    outdir,
    context: { "aws:cdk:enable-asset-metadata": true, ...context },
    bundleOf: () => bundle,
  }).synth();
  return join(outdir, "Linli.template.json");
}

export function readTemplate(path: string): Template {
  return JSON.parse(readFileSync(path, "utf8"));
}

/** A copy of a template beside the original, changed; the bundles it names stay where they are. */
export function changedTemplate(path: string, change: (template: Template) => void): string {
  const template = readTemplate(path);
  change(template);
  const copy = path.replace(/\.json$/, `.${Math.trunc(performance.now() * 1000)}.json`);
  writeFileSync(copy, JSON.stringify(template));
  return copy;
}

export const resourcesOf = (template: Template, type: string): [string, Resource][] =>
  Object.entries(template.Resources).filter(([, resource]) => resource.Type === type);
