import { readFileSync } from "node:fs";
import { join } from "node:path";
import { App, Validations } from "aws-cdk-lib";
import { AwsSolutionsChecks, ServerlessChecks } from "cdk-nag";
import { root } from "./build/paths.ts";
import { guardRegion } from "./region-guard.ts";
import { LinliStack } from "./stack.ts";

type Options = {
  readonly region?: string | undefined;
  /** Where the templates go; the CDK command line chooses the folder itself. */
  readonly outdir?: string;
  readonly context?: Record<string, unknown>;
  /** Folder of a function's bundle; undefined leaves the function out. */
  readonly bundleOf: (name: string) => string | undefined;
};

/** The CDK application. The region decides the partition, and is the only difference between the two. */
export function linliApp({ region: given, outdir, context, bundleOf }: Options): App {
  const app = new App({
    ...(outdir ? { outdir } : {}),
    context: { ...featureFlags(), ...context },
  });
  const region = String(app.node.tryGetContext("region") ?? given ?? "cn-north-1");
  guardRegion(region, String(app.node.tryGetContext("allowRegionOutsideMainland")) === "true");
  Validations.of(app).addPlugins(new AwsSolutionsChecks(app), new ServerlessChecks(app));
  new LinliStack(app, "Linli", {
    env: { region },
    description: "Linli: records of a residents' committee",
    bundleOf,
  });
  return app;
}

/** The command line reads these from cdk.json by itself; a synthesis without it must agree. */
function featureFlags(): Record<string, unknown> {
  const { context }: { context?: Record<string, unknown> } = JSON.parse(readFileSync(join(root, "cdk.json"), "utf8"));
  return context ?? {};
}
