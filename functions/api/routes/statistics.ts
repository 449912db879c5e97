import { type Context, Hono } from "hono";
import * as z from "zod/mini";
import { type FieldProblem, Refusal } from "../../../shared/contract/refusal.ts";
import type { Statistic } from "../../../shared/schema/statistic.ts";
import { statisticNamed } from "../../../shared/schema/statistics.ts";
import { refuseQuestion } from "../../../shared/words/statistics.ts";
import { rebuildMonth, reportMonth } from "../../counts/report-month.ts";
import { MEGABYTE, readJson } from "../../http/body.ts";
import type { Deps } from "../../http/deps.ts";
import type { ApiEnv } from "../env.ts";

const amount = z.int().check(z.nonnegative(), z.maximum(100_000_000));
const report = z.strictObject({
  period: z.string(),
  indicator: z.string(),
  cells: z.array(z.record(z.string(), z.union([z.string(), amount]))).check(z.minLength(1), z.maxLength(1000)),
});

/** Closed months of a community: /statistics/months reports one by hand, …/{yyyy-mm}/rebuild counts one afterwards. */
export const statisticsRoutes = (deps: Deps) =>
  new Hono<ApiEnv>()
    .post("/statistics/months", async (c) => {
      requireReporter(c);
      const { period, indicator, cells } = await readJson(c, MEGABYTE, report);
      const language = c.get("language");
      const statistic = statisticNamed(indicator);
      if (!statistic) throw refuseQuestion("indicator", "unknown-indicator", language);
      const problems = reportProblems(statistic, cells);
      if (problems.length > 0) throw new Refusal("invalid-fields", problems);
      return c.json(await reportMonth(deps, c.get("community"), { period, statistic, cells }, language), 201);
    })
    .post("/statistics/months/:month/rebuild", async (c) => {
      requireReporter(c);
      return c.json(await rebuildMonth(deps, c.get("community"), c.req.param("month"), c.get("language")), 201);
    });

/** Figures are answered for by the director, or by the street or district above. */
function requireReporter(c: Context<ApiEnv>): void {
  const { posts, roles } = c.get("rights");
  if (posts.includes("director") || roles.includes("street") || roles.includes("district")) return;
  throw new Refusal("no-right");
}

function reportProblems(statistic: Statistic, cells: readonly Readonly<Record<string, string | number>>[]) {
  const seen = new Set<string>();
  return cells.flatMap((cell, index) => {
    const place = statistic.dimensions.map(({ key }) => cell[key]).join(".");
    const repeated = seen.has(place) ? [{ path: `cells.${index}`, code: "repeated" }] : [];
    seen.add(place);
    return [...repeated, ...cellProblems(statistic, cell, `cells.${index}`)];
  });
}

function cellProblems(statistic: Statistic, cell: Readonly<Record<string, string | number>>, path: string) {
  const problems: FieldProblem[] = [];
  const dimensions = new Map(statistic.dimensions.map(({ key, categories }) => [key, categories]));
  for (const key of [...dimensions.keys(), ...Object.keys(statistic.measures)]) {
    const [given, categories] = [cell[key], dimensions.get(key)];
    if (given === undefined) problems.push({ path: `${path}.${key}`, code: "required" });
    else if (!categories && typeof given !== "number") problems.push({ path: `${path}.${key}`, code: "not-integer" });
    else if (categories && !Object.hasOwn(categories, given)) {
      problems.push({ path: `${path}.${key}`, code: "not-in-list" });
    }
  }
  for (const key of Object.keys(cell)) {
    if (dimensions.has(key) || Object.hasOwn(statistic.measures, key)) continue;
    problems.push({ path: `${path}.${key}`, code: "unknown-field" });
  }
  return problems;
}
