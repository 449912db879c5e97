import { statistics as catalogue } from "../statistics/catalogue.gen.ts";
import type { Values } from "./field.ts";
import type { Cell, Dimension, Measure, Statistic } from "./statistic.ts";

/** Every statistic of the product, by name. */
export const STATISTICS: ReadonlyMap<string, Statistic> = new Map(
  catalogue.map((statistic: Statistic) => [statistic.name, statistic]),
);

export function statisticNamed(name: string): Statistic | undefined {
  return STATISTICS.get(name);
}

/** Lists whose changes alter some statistic. */
export const COUNTED_REGISTERS: ReadonlySet<string> = new Set(catalogue.flatMap(({ registers }) => registers));

/** Amounts by name of their cell: `T02.residents.1.0-14` is the statistic, the measure, a category of each dimension. */
export type Amounts = Readonly<Record<string, number>>;

/**
 * What a record adds to all statistics on a day, and when that changes by itself. `joint` holds what is to be known of it
 * where it counts together with others, by the name of their subject.
 */
export type RecordCount = {
  readonly cells: Amounts;
  readonly changesOn?: string;
  readonly joint?: Readonly<Record<string, Values>>;
};

/** Lists whose records stay counted when they are deleted at the end of their time: the figures are about nobody. */
export const OUTLIVED_REGISTERS: ReadonlySet<string> = new Set(catalogue.flatMap(({ outlives = [] }) => outlives));

/** Lists whose records may count together with others. */
export const JOINT_REGISTERS: ReadonlySet<string> = new Set(
  catalogue.flatMap(({ countTogether, registers }) => (countTogether ? registers : [])),
);

/** What one record adds on a day. */
export function countRecord(register: string, values: Values, day: string): RecordCount {
  const cells: Record<string, number> = {};
  const joint: Record<string, Values> = {};
  let changesOn: string | undefined;
  for (const statistic of STATISTICS.values()) {
    if (!statistic.registers.includes(register)) continue;
    const counted = statistic.count(register, values, day);
    for (const cell of counted.cells) addAmounts(cells, amountsOfCell(statistic, cell));
    if (counted.joint) joint[`${statistic.name}#${counted.joint.subject}`] = counted.joint.facts;
    if (counted.changesOn && (!changesOn || counted.changesOn < changesOn)) changesOn = counted.changesOn;
  }
  return { cells, ...(changesOn && { changesOn }), ...(Object.keys(joint).length > 0 && { joint }) };
}

/** What a subject's records, of which these facts are known, add together on a day. */
export function countSubject(name: string, facts: readonly Values[], day: string): Amounts {
  const cells: Record<string, number> = {};
  const statistic = STATISTICS.get(name.slice(0, name.indexOf("#")));
  for (const cell of (facts.length > 0 && statistic?.countTogether?.(facts, day)) || []) {
    addAmounts(cells, amountsOfCell(statistic as Statistic, cell)); // It has just counted.
  }
  return differenceOf({}, cells);
}

/** All records of a community counted from scratch as of a day (重新计数). */
export async function countAll(
  records: AsyncIterable<{ readonly register: string; readonly values: Values }>,
  day: string,
): Promise<Amounts> {
  const cells: Record<string, number> = {};
  const subjects = new Map<string, Values[]>();
  for await (const { register, values } of records) {
    const counted = countRecord(register, values, day);
    addAmounts(cells, counted.cells);
    for (const [name, facts] of Object.entries(counted.joint ?? {})) {
      subjects.set(name, [...(subjects.get(name) ?? []), facts]);
    }
  }
  for (const [name, facts] of subjects) addAmounts(cells, countSubject(name, facts, day));
  return cells;
}

/** What turns one set of amounts into another; empty when they are the same. */
export function differenceOf(from: Amounts, to: Amounts): Amounts {
  const names = new Set([...Object.keys(from), ...Object.keys(to)]);
  const changes = [...names].map((name) => [name, (to[name] ?? 0) - (from[name] ?? 0)] as const);
  return Object.fromEntries(changes.filter(([, by]) => by !== 0));
}

export function addAmounts(to: Record<string, number>, added: Amounts): void {
  for (const [name, amount] of Object.entries(added)) to[name] = (to[name] ?? 0) + amount;
}

/** The breakdowns a measure has. */
export function dimensionsOf({ dimensions }: Statistic, { by }: Measure): readonly Dimension[] {
  return by ? dimensions.filter(({ key }) => by.includes(key)) : dimensions;
}

/** Where breakdowns stand apart, the total is a cell of this name beside theirs. */
const ALL = "all";

/**
 * Where a community's cell is kept while its month goes on (存放): what stands apart has items of its own, its totals one
 * and its breakdowns another, so that counting a resident and reading totals cost what they did without it.
 */
export function placeOf(cell: string): "totals" | "sums" | "details" {
  const [statistic = "", , place = ALL] = cell.split(".");
  if (!STATISTICS.get(statistic)?.apart) return "totals";
  return place === ALL ? "sums" : "details";
}

/** A cell's amounts by name, zeros left out. */
export function amountsOfCell(statistic: Statistic, { at, amounts }: Cell): Amounts {
  const names = (measure: string): string[] => {
    if (!statistic.apart) return [statistic.dimensions.map(({ key }) => at[key] ?? "").join(".")];
    const own = statistic.measures[measure];
    const by = own ? dimensionsOf(statistic, own) : [];
    return by.length === 0 ? [""] : [ALL, ...by.map(({ key }) => `${key}.${at[key] ?? ""}`)];
  };
  const named = Object.entries(amounts).flatMap(([measure, amount]) =>
    names(measure).map((place) => [[statistic.name, measure, ...(place ? [place] : [])].join("."), amount] as const),
  );
  return Object.fromEntries(named.filter(([, amount]) => amount !== 0));
}

/**
 * A measure's amounts in every combination of categories, the last dimension fastest. Where breakdowns stand apart: in
 * the categories of the one that is asked for, or the total alone.
 */
export function amountsIn(statistic: Statistic, measure: string, cells: Amounts, only?: Dimension): number[] {
  const prefix = `${statistic.name}.${measure}`;
  if (statistic.apart) {
    if (!only) return [cells[`${prefix}.${ALL}`] ?? cells[prefix] ?? 0];
    return Object.keys(only.categories).map((category) => cells[`${prefix}.${only.key}.${category}`] ?? 0);
  }
  const combinations = statistic.dimensions.reduce<string[]>(
    (names, { categories }) => names.flatMap((name) => Object.keys(categories).map((key) => `${name}.${key}`)),
    [prefix],
  );
  return combinations.map((name) => cells[name] ?? 0);
}

/** Only the cells of one statistic, without zeros. */
export function cellsOf(statistic: Statistic, cells: Amounts): Record<string, number> {
  const own = Object.entries(cells).filter(([name, amount]) => name.startsWith(`${statistic.name}.`) && amount !== 0);
  return Object.fromEntries(own);
}
