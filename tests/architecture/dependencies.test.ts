import { readFileSync } from "node:fs";
import { join } from "node:path";
import { cruise, type ICruiseOptions, type ICruiseResult } from "dependency-cruiser";
import { expect, test } from "vitest";

const ROOT = join(import.meta.dirname, "../..");

test("folders import only what stands below them", async () => {
  const rules = JSON.parse(readFileSync(join(import.meta.dirname, "dependency-rules.json"), "utf8"));
  const options: ICruiseOptions = {
    baseDir: ROOT,
    ruleSet: rules,
    validate: true,
    parser: "swc",
    doNotFollow: { path: "node_modules" },
    enhancedResolveOptions: {
      exportsFields: ["exports"],
      conditionNames: ["import", "node", "default"],
      extensions: [".ts", ".tsx", ".js", ".mjs"],
    },
  };
  const { output } = await cruise(["shared", "functions", "admin", "infra"], options);
  const { summary } = output as ICruiseResult;
  expect(summary.totalCruised).toBeGreaterThan(100);
  expect(summary.violations.map(({ rule, from, to }) => `${rule.name}: ${from} -> ${to}`)).toEqual([]);
});
