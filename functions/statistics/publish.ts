import { areaOf, streetOf } from "../../shared/rules/division-code.ts";
import { smallBelow } from "../../shared/rules/small-counts.ts";
import { protect, protectTotals } from "../../shared/rules/suppression.ts";
import type { Plan, TotalsPlan } from "../../shared/rules/suppression-plan.ts";
import { protectSums, type SumsPlan } from "../../shared/rules/suppression-sums.ts";
import type { Dimension, Statistic } from "../../shared/schema/statistic.ts";
import { type Amounts, amountsIn, STATISTICS } from "../../shared/schema/statistics.ts";
import type { DistrictFigures } from "./read-figures.ts";

/** What may be told of a district for one date: for every measure a plan, all of them fitting together. */
export type Published = {
  /** The total of persons, which every statistic tells alike. */
  readonly persons: TotalsPlan;
  /** Where breakdowns stand apart, `only` is the one that is asked for. */
  planOf(statistic: Statistic, measure: string, only?: Dimension): Plan;
  /** The plan of a measure's total alone. */
  totalOf(statistic: Statistic, measure: string): TotalsPlan;
  /** Which sums over the people that a measure counts may be told. */
  sumsOf(statistic: Statistic, over: string): SumsPlan;
  /** Whether every community of the area has figures of the one statistic where it has of the other. */
  areAlike(area: string, one: Statistic, other: Statistic): boolean;
};

/**
 * Decides what may be told (发布口径). Plans are made when asked for, from all of the district's figures, so that two
 * questions about different areas or breakdowns can never be played against each other.
 */
export function publish(figures: DistrictFigures, day: string, before?: Published): Published {
  const threshold = smallBelow(day);
  const plans = remember<Plan>();
  const wholes = remember<TotalsPlan>();
  const sums = remember<SumsPlan>();
  const totals = personsIn(figures);
  let persons: TotalsPlan | undefined;
  const published: Published = {
    get persons() {
      persons ??= protectTotals({ figures: totals, sizes: [], threshold, ...(before && { before: before.persons }) });
      return persons;
    },
    planOf: (statistic, measure, only) =>
      plans(`${statistic.name}.${measure}.${only?.key ?? ""}`, () => make(statistic, measure, only)),
    totalOf: (statistic, measure) => wholes(`${statistic.name}.${measure}`, () => total(statistic, measure)),
    sumsOf: (statistic, over) =>
      sums(`${statistic.name}.${over}`, () =>
        protectSums({
          contributors: new Map([...totalsIn(countsOf(statistic, over))].map(([code, [count = 0]]) => [code, count])),
          counts: published.totalOf(statistic, over),
          threshold,
          before: before?.sumsOf(statistic, over),
        }),
      ),
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
  /** The sum of a measure, hidden where it or the number of persons behind it is small, or changed by few of them. */
  const total = (statistic: Statistic, measure: string): TotalsPlan => {
    const { about, over, inner } = statistic.measures[measure] ?? {};
    const earlier = before && { before: before.totalOf(statistic, measure) };
    const small = about === "people" && over === undefined ? threshold : 0;
    const plan = protectTotals({
      figures: totalsIn(countsOf(statistic, measure)),
      sizes: [],
      threshold: small,
      ...earlier,
    });
    if (over === undefined) return plan;
    const people = published.totalOf(statistic, over);
    // What is told only as a mean in whole numbers leaves each share open by as much as there are people.
    const hidden: Plan["hidden"] = inner ? people.hidden : (area) => published.sumsOf(statistic, over).hidden(area);
    return { ...people, hidden, value: plan.value };
  };
  const make = (statistic: Statistic, measure: string, only?: Dimension): Plan => {
    const isOfPeople = statistic.measures[measure]?.about === "people";
    const dimensions = only ? [only] : statistic.apart ? [] : statistic.dimensions;
    if (dimensions.length === 0) {
      return statistic.persons === measure ? published.persons : published.totalOf(statistic, measure);
    }
    const earlier = before && { before: before.planOf(statistic, measure, only) };
    const sizes = dimensions.map(({ categories }) => Object.keys(categories).length);
    if (statistic.persons !== measure) {
      const small = isOfPeople || only?.personal ? threshold : 0;
      const whole = published.totalOf(statistic, measure);
      return protect({
        figures: countsOf(statistic, measure, only),
        sizes,
        threshold: small,
        totals: whole,
        isTotalPublic: !isOfPeople,
        ...earlier,
      });
    }
    const counts = countsOf(statistic, measure);
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

/** Makes what has a name once. */
function remember<Made>(): (name: string, make: () => Made) => Made {
  const known = new Map<string, Made>();
  return (name, make) => {
    const made = known.get(name) ?? make();
    known.set(name, made);
    return made;
  };
}

const isTotal = (at: readonly number[]) => at.every((index) => index === -1);

const sumOf = (counts: readonly number[]) => counts.reduce((sum, count) => sum + count, 0);

const totalsIn = (figures: ReadonlyMap<string, readonly number[]>) =>
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
