import type { Amounts } from "../../shared/schema/statistics.ts";
import { cellsOf, STATISTICS } from "../../shared/schema/statistics.ts";
import { monthKey } from "./keys.ts";

/** Where a closed month's figures come from: counted as it ended, counted afterwards, or reported by hand (上报). */
export type MonthOrigin = "counted" | "rebuilt" | "reported";

/** The items that keep a closed month of a community, one for each statistic. Once written they never change. */
export function monthItems(
  community: string,
  month: string,
  cells: Amounts,
  origin: MonthOrigin,
  closedAt: number,
  statistics: Iterable<string> = STATISTICS.keys(),
): Record<string, unknown>[] {
  return [...statistics].flatMap((name) => {
    const statistic = STATISTICS.get(name);
    if (!statistic) return [];
    return [{ ...monthKey(community, name, month), cells: cellsOf(statistic, cells), origin, closedAt, version: 1 }];
  });
}

/** Whether a community keeps its people here at all; one that does not reports its months by hand. */
export function isKept(cells: Amounts): boolean {
  return (cells["T01.residents"] ?? 0) > 0 || (cells["T01.households"] ?? 0) > 0;
}
