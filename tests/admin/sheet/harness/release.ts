import { build, type InlineConfig, type Rollup } from "vite";

/** Builds as for a release. Under a test runner's NODE_ENV the slow development React would come out. */
export async function buildRelease(config: InlineConfig): Promise<readonly Rollup.RollupOutput[]> {
  const before = process.env.NODE_ENV;
  process.env.NODE_ENV = "production";
  try {
    const result = await build({
      configFile: false,
      logLevel: "error",
      ...config,
      build: { target: ["chrome109", "safari15.4"], modulePreload: false, ...config.build },
    });
    if (Array.isArray(result)) return result;
    if ("output" in result) return [result];
    throw new Error("a watching build has no output to give");
  } finally {
    process.env.NODE_ENV = before;
  }
}
