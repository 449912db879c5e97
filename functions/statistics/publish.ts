import { areaOf, streetOf } from "../../shared/rules/division-code.ts";
import { smallBelow } from "../../shared/rules/small-counts.ts";
import { protect, protectTotals } from "../../shared/rules/suppression.ts";
import type { Plan, TotalsPlan } from "../../shared/rules/suppression-plan.ts";
import type { Statistic } from "../../shared/schema/statistic.ts";
import { type Amounts, amountsIn, STATISTICS } from "../../shared/schema/statistics.ts";
import type { DistrictFigures } from "./read-figures.ts";

/** What may be told of a district for one date: for every measure a plan, all of them fitting together. */
export type Published = {
  /** The total of persons, which every statistic tells alike. */
  readonly persons: TotalsPlan;
  planOf(statistic: Statistic, measure: string): Plan;
};

/**
 * Decides what may be told (发布口径). Plans are made when asked for, from all of the district's figures, so that two
 * questions about different areas or breakdowns can never be played against each other.
 */
export function publish(figures: DistrictFigures, day: string, before?: Published): Published {
  const threshold = smallBelow(day);
  const made = new Map<string, Plan>();
  const totals = personsIn(figures);
  let persons: TotalsPlan | undefined;
  const published: Published = {
    get persons() {
      persons ??= protectTotals({ figures: totals, sizes: [], threshold, ...(before && { before: before.persons }) });
      return persons;
    },
    planOf(statistic, measure) {
      const name = `${statistic.name}.${measure}`;
      const plan = made.get(name) ?? make(statistic, measure);
      made.set(name, plan);
      return plan;
    },
  };
  const make = (statistic: Statistic, measure: string): Plan => {
    const given = figures.get(statistic.name) ?? new Map<string, Amounts>();
    const counts = new Map([...given].map(([code, cells]) => [code, amountsIn(statistic, measure, cells)]));
    const sizes = statistic.dimensions.map(({ categories }) => Object.keys(categories).length);
    const earlier = before && { before: before.planOf(statistic, measure) };
    if (statistic.measures[measure]?.about !== "people") {
      return protectTotals({ figures: sumsOf(counts), sizes: [], threshold: 0 });
    }
    if (statistic.persons !== measure) {
      return protectTotals({ figures: sumsOf(counts), sizes: [], threshold, ...earlier });
    }
    if (sizes.length === 0) return published.persons;
    const silent = [...totals.keys()].filter((code) => !counts.has(code));
    const untold = new Set(silent.flatMap((code) => [streetOf(code), areaOf(code)]));
    const cells = protect({ figures: counts, sizes, threshold, totals: published.persons, untold, ...earlier });
    return {
      changes: cells.changes,
      // The total of persons is known even where a breakdown is not.
      value: (area, at) => (isTotal(at) ? published.persons.value(area, []) : cells.value(area, at)),
      hidden: (area, at) => (isTotal(at) ? published.persons.hidden(area, []) : cells.hidden(area, at)),
    };
  };
  return published;
}

const isTotal = (at: readonly number[]) => at.every((index) => index === -1);

const sumOf = (counts: readonly number[]) => counts.reduce((sum, count) => sum + count, 0);

const sumsOf = (figures: ReadonlyMap<string, readonly number[]>) =>
  new Map([...figures].map(([code, counts]) => [code, [sumOf(counts)]]));

/** How many persons each community has. Where a breakdown is there, its sum is what counts. */
function personsIn(figures: DistrictFigures): Map<string, readonly [number]> {
  const totals = new Map<string, readonly [number]>();
  const byDetail = [...STATISTICS.values()]
    .filter(({ persons }) => persons)
    .sort((a, b) => a.dimensions.length - b.dimensions.length);
  for (const statistic of byDetail) {
    for (const [code, cells] of figures.get(statistic.name) ?? []) {
      totals.set(code, [sumOf(amountsIn(statistic, statistic.persons ?? "", cells))]);
    }
  }
  return totals;
}
