import { statistics } from "../parameters/statistics.ts";
import { presetValue } from "./preset-value.ts";

/** Counts of persons below this are not shown to a street or district on a day (小单元格下限). One for all communities. */
export function smallBelow(day: string): number {
  const parameter = statistics.parameters.find(({ name }) => name === "statistics.smallBelow");
  const value = parameter && presetValue(parameter, "law2026", day).value;
  if (typeof value !== "number") throw new Error("There is no bound of small counts");
  return value;
}
