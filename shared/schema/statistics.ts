import { statistics as catalogue } from "../statistics/catalogue.gen.ts";
import type { Values } from "./field.ts";
import type { Cell, Statistic } from "./statistic.ts";

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

/** What a record adds to all statistics on a day, and when that changes by itself. */
export type RecordCount = { readonly cells: Amounts; readonly changesOn?: string };

/** What one record adds on a day. */
export function countRecord(register: string, values: Values, day: string): RecordCount {
  const cells: Record<string, number> = {};
  let changesOn: string | undefined;
  for (const statistic of STATISTICS.values()) {
    if (!statistic.registers.includes(register)) continue;
    const counted = statistic.count(register, values, day);
    for (const cell of counted.cells) addAmounts(cells, amountsOfCell(statistic, cell));
    if (counted.changesOn && (!changesOn || counted.changesOn < changesOn)) changesOn = counted.changesOn;
  }
  return { cells, ...(changesOn && { changesOn }) };
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

/** A cell's amounts by name, zeros left out. */
export function amountsOfCell(statistic: Statistic, { at, amounts }: Cell): Amounts {
  const place = statistic.dimensions.map(({ key }) => at[key] ?? "");
  const named = Object.entries(amounts).map(([key, amount]) => [[statistic.name, key, ...place].join("."), amount]);
  return Object.fromEntries(named.filter(([, amount]) => amount !== 0));
}

/** A measure's amounts in every combination of categories, the last dimension fastest. */
export function amountsIn(statistic: Statistic, measure: string, cells: Amounts): number[] {
  const combinations = statistic.dimensions.reduce<string[]>(
    (names, { categories }) => names.flatMap((name) => Object.keys(categories).map((key) => `${name}.${key}`)),
    [`${statistic.name}.${measure}`],
  );
  return combinations.map((name) => cells[name] ?? 0);
}

/** Only the cells of one statistic, without zeros. */
export function cellsOf(statistic: Statistic, cells: Amounts): Record<string, number> {
  const own = Object.entries(cells).filter(([name, amount]) => name.startsWith(`${statistic.name}.`) && amount !== 0);
  return Object.fromEntries(own);
}
