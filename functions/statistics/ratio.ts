import type { CubeCell } from "../../shared/json-stat/cube.ts";
import { ratioOf } from "../../shared/rules/share.ts";
import type { Dimension, Operand, Ratio, Statistic } from "../../shared/schema/statistic.ts";
import { dimensionsOf, statisticNamed } from "../../shared/schema/statistics.ts";

/** Reads a figure as it may be told: of a statistic and measure, the total or one category of a breakdown. */
export type Told = (statistic: Statistic, measure: string, only?: Dimension, category?: number) => CubeCell;

const operands = (of: Operand | readonly Operand[] | undefined): readonly Operand[] =>
  of === undefined ? [] : typeof of === "object" && !("measure" in of) ? of : [of];

type Named = Exclude<Operand, string>;
const asObject = (operand: Operand): Named => (typeof operand === "string" ? { measure: operand } : operand);

/** Everything a ratio stands on. */
const allOf = ({ part, whole }: Ratio) => [...operands(part), ...operands(whole)].map(asObject);

/** Statistics beside its own that a ratio stands on. */
export function foreignOf({ ratios = {} }: Statistic): readonly Statistic[] {
  const names = Object.values(ratios).flatMap((ratio) => allOf(ratio).flatMap(({ statistic }) => statistic ?? []));
  return [...new Set(names)].flatMap((name) => statisticNamed(name) ?? []);
}

/**
 * Whether a ratio tells more than totals do (a mean of ages, a share of one category), so that it is of closed months
 * only: two answers around one change would tell whose it was.
 */
export function needsClosedMonth(ratio: Ratio, { measures }: Statistic): boolean {
  return allOf(ratio).some(({ measure, at, filled }) => [at, filled, measures[measure]?.over].some(Boolean));
}

/** Whether a ratio can be told of each category of a breakdown: all it stands on has that breakdown. */
export function isBrokenDown(ratio: Ratio, statistic: Statistic, by: readonly Dimension[]): boolean {
  return allOf(ratio).every(({ measure, at, filled, statistic: foreign }) => {
    const own = statistic.measures[measure];
    return !at && !filled && !foreign && own && by.every((one) => dimensionsOf(statistic, own).includes(one));
  });
}

/** A ratio of the figures as told: hidden or missing where any of them is. */
export function ratioCell(ratio: Ratio, statistic: Statistic, told: Told, by?: Dimension, category?: number): CubeCell {
  const { times = 100, decimals = 1 } = ratio;
  const sumOf = (of: Ratio["whole"]): CubeCell => {
    const cells = operands(of).map((operand) => figure(asObject(operand), statistic, told, by, category));
    const untold = cells.find(({ value }) => value === null);
    return untold ?? { value: cells.reduce((sum, { value }) => sum + (value ?? 0), 0) };
  };
  const [part, whole] = [sumOf(ratio.part), ratio.whole ? sumOf(ratio.whole) : { value: 1 }];
  if (part.value === null) return part;
  if (whole.value === null) return whole;
  return { value: ratioOf(part.value, whole.value, times, decimals) };
}

function figure(
  { measure, statistic: name, at, filled }: Named,
  own: Statistic,
  told: Told,
  by: Dimension | undefined,
  category: number | undefined,
): CubeCell {
  const statistic = (name && statisticNamed(name)) || own;
  const dimension = (key: string) => statistic.dimensions.find((one) => one.key === key);
  if (at) {
    const only = dimension(at[0]);
    return told(statistic, measure, only, Object.keys(only?.categories ?? {}).indexOf(at[1]));
  }
  if (!filled) return told(statistic, measure, by, category);
  const only = dimension(filled);
  const cells = Object.keys(only?.categories ?? {}).map((_, index) => told(statistic, measure, only, index));
  return cells.find(({ value }) => value === null) ?? { value: cells.filter(({ value }) => value !== 0).length };
}
