import { existsSync, rmSync } from "node:fs";
import { join, resolve } from "node:path";
import { build } from "./build.ts";
import { functionBundle, root } from "./paths.ts";

/** A partition of Amazon's cloud is a world of its own: China's has other names, accounts and services. */
export type Partition = "aws" | "aws-cn";

/** A region for each, only to name something: the region of a deployment is that of the user's profile. */
const REGIONS: Record<Partition, string> = { aws: "us-east-1", "aws-cn": "cn-north-1" };

/** The guard is for deployments; this only shows that the stack is right in the other partition too. */
const OUTSIDE = { allowRegionOutsideMainland: true };

/** Writes the template of a partition into a folder, with the bundles it names; `bundleOf` finds a function's code. */
export async function synthesizeInto(
  outdir: string,
  partition: Partition,
  bundleOf: (name: string) => string | undefined,
): Promise<string> {
  // Loaded only when needed: the CDK takes longer to load than Linli to start.
  const { linliApp } = await import("../linli-app.ts");
  rmSync(outdir, { recursive: true, force: true });
  linliApp({
    region: REGIONS[partition],
    outdir,
    context: { "aws:cdk:enable-asset-metadata": true, ...(partition === "aws" ? OUTSIDE : {}) },
    bundleOf,
  }).synth();
  return join(outdir, "Linli.template.json");
}

/** Everything that decides what the stack is, apart from the functions' code. */
export function stackSources(): string[] {
  const infra = ["stack.ts", "services.ts", "linli-app.ts", "acknowledged.ts", "region-guard.ts", "constructs"];
  const paths = [...infra.map((name) => `infra/${name}`), "cdk.json", "package-lock.json", import.meta.filename];
  return paths.map((path) => resolve(root, path));
}

export function builtBundle(name: string): string | undefined {
  const bundle = functionBundle(name);
  return existsSync(join(bundle, "lambda.mjs")) ? bundle : undefined;
}

if (import.meta.main) {
  await build();
  for (const partition of ["aws", "aws-cn"] as const) {
    console.log(await synthesizeInto(join(root, "cdk.out", partition), partition, builtBundle));
  }
}
