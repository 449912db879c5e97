import { copyFileSync, existsSync, readdirSync, rmSync, statSync } from "node:fs";
import { join, resolve } from "node:path";
import { type BuildOptions, buildUnlocked } from "./build.ts";
import { withBuildLock } from "./lock.ts";
import { buildFolder, root } from "./paths.ts";
import { contentHash, readStamp, writeStamp } from "./stamp.ts";

/** A partition of Amazon's cloud is a world of its own: China's has other names, accounts and services. */
export type Partition = "aws" | "aws-cn";

/** A region for each, only to name something: the region of a deployment is that of the user's profile. */
const REGIONS: Record<Partition, string> = { aws: "us-east-1", "aws-cn": "cn-north-1" };

/**
 * Builds what changed and writes the templates of the partitions under `cdk.out/`.
 * Returns the path of each: a copy that no later synthesis overwrites, beside the bundles it names.
 */
export async function synth(partitions: readonly Partition[], options: BuildOptions = {}): Promise<string[]> {
  return withBuildLock(async () => {
    await buildUnlocked(options);
    const paths: string[] = [];
    for (const partition of partitions) paths.push(await synthesize(partition));
    return paths;
  });
}

async function synthesize(partition: Partition): Promise<string> {
  const outdir = join(root, "cdk.out", partition);
  const stamp = inputHash();
  const copy = join(outdir, `Linli.${stamp}.json`);
  if (readStamp(partition) === stamp && existsSync(copy)) return copy;
  forgetOld(outdir);
  // Loaded only when needed: the CDK takes longer to load than Linli to start.
  const { linliApp } = await import("../linli-app.ts");
  linliApp({
    region: REGIONS[partition],
    outdir,
    context: { "aws:cdk:enable-asset-metadata": true, ...(partition === "aws" ? OUTSIDE : {}) },
  }).synth();
  copyFileSync(join(outdir, "Linli.template.json"), copy);
  writeStamp(partition, stamp);
  return copy;
}

/** The guard is for deployments; this only shows that the stack is right in the other partition too. */
const OUTSIDE = { allowRegionOutsideMainland: true };

function inputHash(): string {
  const infra = [
    "app.ts",
    "stack.ts",
    "services.ts",
    "linli-app.ts",
    "acknowledged.ts",
    "region-guard.ts",
    "constructs",
  ];
  const inputs = [...infra.map((name) => `infra/${name}`), "cdk.json", "package-lock.json", import.meta.filename];
  return contentHash([...inputs.map((name) => resolve(root, name)), join(buildFolder, "functions")]).slice(0, 16);
}

/** Bundles of earlier syntheses stay a while, because a running instance may still load one. */
function forgetOld(outdir: string): void {
  if (!existsSync(outdir)) return;
  const hours = 6;
  for (const name of readdirSync(outdir)) {
    const path = join(outdir, name);
    if (Date.now() - statSync(path).ctimeMs > hours * 3_600_000) rmSync(path, { recursive: true, force: true });
  }
}

if (import.meta.main) {
  for (const path of await synth(["aws", "aws-cn"])) console.log(path);
}
