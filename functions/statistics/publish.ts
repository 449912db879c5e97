import { areaOf, streetOf } from "../../shared/rules/division-code.ts";
import { smallBelow } from "../../shared/rules/small-counts.ts";
import { protect, protectTotals } from "../../shared/rules/suppression.ts";
import type { Plan, TotalsPlan } from "../../shared/rules/suppression-plan.ts";
import type { Dimension, Statistic } from "../../shared/schema/statistic.ts";
import { type Amounts, amountsIn, STATISTICS } from "../../shared/schema/statistics.ts";
import type { DistrictFigures } from "./read-figures.ts";

/** What may be told of a district for one date: for every measure a plan, all of them fitting together. */
export type Published = {
  /** The total of persons, which every statistic tells alike. */
  readonly persons: TotalsPlan;
  /** Where breakdowns stand apart, `only` is the one that is asked for. */
  planOf(statistic: Statistic, measure: string, only?: Dimension): Plan;
  /** Whether every community of the area has figures of the one statistic where it has of the other. */
  areAlike(area: string, one: Statistic, other: Statistic): boolean;
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
    planOf(statistic, measure, only) {
      const name = `${statistic.name}.${measure}.${only?.key ?? ""}`;
      const plan = made.get(name) ?? make(statistic, measure, only);
      made.set(name, plan);
      return plan;
    },
    areAlike(area, one, other) {
      const codes = ({ name, persons: isOfPersons }: Statistic) =>
        [...(isOfPersons ? totals : (figures.get(name) ?? new Map())).keys()].filter((code) => code.startsWith(area));
      return codes(one).sort().join() === codes(other).sort().join();
    },
  };
  const countsOf = (statistic: Statistic, measure: string, only?: Dimension) =>
    new Map(
      [...(figures.get(statistic.name) ?? new Map<string, Amounts>())].map(([code, cells]) => [
        code,
        amountsIn(statistic, measure, cells, only),
      ]),
    );
  /** The sum of a measure, hidden where it or the number of persons behind it is small. */
  const total = (statistic: Statistic, measure: string, earlier: { before?: Plan }): TotalsPlan => {
    const { about, over } = statistic.measures[measure] ?? {};
    const sums = sumsOf(countsOf(statistic, measure));
    if (over === undefined) {
      return protectTotals({ figures: sums, sizes: [], threshold: about === "people" ? threshold : 0, ...earlier });
    }
    const { hidden, changes, trades } = published.planOf(statistic, over) as TotalsPlan; // It is a total as well.
    return { hidden, changes, trades, value: protectTotals({ figures: sums, sizes: [], threshold: 0 }).value };
  };
  const make = (statistic: Statistic, measure: string, only?: Dimension): Plan => {
    const earlier = before && { before: before.planOf(statistic, measure, only) };
    const isOfPeople = statistic.measures[measure]?.about === "people";
    if (statistic.apart && only) {
      const figures = countsOf(statistic, measure, only);
      const sizes = [Object.keys(only.categories).length];
      const small = isOfPeople || only.personal ? threshold : 0;
      const whole = published.planOf(statistic, measure) as TotalsPlan; // Totals of what stands apart are plans of totals.
      return protect({ figures, sizes, threshold: small, totals: whole, ...earlier });
    }
    if (statistic.persons !== measure) return total(statistic, measure, { ...earlier });
    const counts = countsOf(statistic, measure);
    const sizes = statistic.dimensions.map(({ categories }) => Object.keys(categories).length);
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
