import { type Context, Hono } from "hono";
import * as z from "zod/mini";
import { type FieldProblem, Refusal } from "../../../shared/contract/refusal.ts";
import type { Cell, Measure, Statistic } from "../../../shared/schema/statistic.ts";
import { dimensionsOf, statisticNamed } from "../../../shared/schema/statistics.ts";
import { refuseQuestion } from "../../../shared/words/statistics.ts";
import { rebuildMonth, reportMonth } from "../../counts/report-month.ts";
import { MEGABYTE, readJson } from "../../http/body.ts";
import type { Deps } from "../../http/deps.ts";
import type { ApiEnv } from "../env.ts";

const amount = z.int().check(z.nonnegative(), z.maximum(100_000_000));
const report = z.strictObject({
  period: z.string(),
  indicator: z.string(),
  cells: z
    .array(z.strictObject({ at: z.record(z.string(), z.string()), amounts: z.record(z.string(), amount) }))
    .check(z.minLength(1), z.maxLength(1000)),
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

function reportProblems(statistic: Statistic, cells: readonly Cell[]): FieldProblem[] {
  const seen = new Set<string>();
  return cells.flatMap((cell, index) => {
    const place = [
      ...statistic.dimensions.map(({ key }) => cell.at[key]),
      statistic.apart && Object.keys(cell.amounts).sort().join(),
    ].join(".");
    const repeated = seen.has(place) ? [{ path: `cells.${index}`, code: "repeated" }] : [];
    seen.add(place);
    return [...repeated, ...cellProblems(statistic, cell, `cells.${index}`)];
  });
}

/**
 * A cell names a category of every breakdown and an amount of every measure, and nothing else. Where breakdowns stand
 * apart, a cell holds measures that have the same ones.
 */
function cellProblems(statistic: Statistic, { at, amounts }: Cell, path: string): FieldProblem[] {
  const { dimensions, measures } = expected(statistic, amounts);
  return [
    ...dimensions.flatMap(({ key, categories }) => {
      const category = at[key];
      if (category === undefined) return [{ path: `${path}.at.${key}`, code: "required" }];
      return Object.hasOwn(categories, category) ? [] : [{ path: `${path}.at.${key}`, code: "not-in-list" }];
    }),
    ...measures
      .filter((measure) => amounts[measure] === undefined)
      .map((measure) => ({ path: `${path}.amounts.${measure}`, code: "required" })),
    ...Object.keys(at)
      .filter((key) => !dimensions.some((dimension) => dimension.key === key))
      .map((key) => ({ path: `${path}.at.${key}`, code: "unknown-field" })),
    ...Object.keys(amounts)
      .filter((measure) => !measures.includes(measure))
      .map((measure) => ({ path: `${path}.amounts.${measure}`, code: "unknown-field" })),
  ];
}

/** The breakdowns and measures of a cell: those that its first measure has, and all that have the same. */
function expected(statistic: Statistic, amounts: Cell["amounts"]) {
  const { dimensions, measures, apart } = statistic;
  if (!apart) return { dimensions, measures: Object.keys(measures) };
  const all = Object.entries(measures);
  const [, first] = all.find(([name]) => Object.hasOwn(amounts, name)) ?? all[0] ?? [];
  const by = first ? dimensionsOf(statistic, first) : [];
  const alike = all.filter(([, measure]) => keysOf(statistic, measure) === (first && keysOf(statistic, first)));
  return { dimensions: by, measures: alike.map(([name]) => name) };
}

const keysOf = (statistic: Statistic, measure: Measure) =>
  dimensionsOf(statistic, measure)
    .map(({ key }) => key)
    .join();
