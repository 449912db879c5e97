import * as z from "zod/mini";
import type { Amounts } from "../../shared/schema/statistics.ts";
import { cellsOf, STATISTICS } from "../../shared/schema/statistics.ts";
import { monthKey } from "./keys.ts";

/** Where a closed month's figures come from: counted as it ended, counted afterwards, or reported by hand (上报). */
export type MonthOrigin = "counted" | "rebuilt" | "reported";

/**
 * A closed month's figures of one statistic as they are kept: by measure a number, or one for each combination of
 * categories. Names that all of them share are left out, because a district reads many of these at a time.
 */
export const monthItem = z.object({
  cells: z.record(z.string(), z.union([z.int(), z.record(z.string(), z.int())])),
  origin: z.enum(["counted", "rebuilt", "reported"]),
});

/** The items that keep a closed month of a community, one for each statistic. Once written they never change. */
export function monthItems(
  community: string,
  month: string,
  amounts: Amounts,
  origin: MonthOrigin,
  closedAt: number,
  names: Iterable<string> = STATISTICS.keys(),
): Record<string, unknown>[] {
  return [...names].flatMap((name) => {
    const statistic = STATISTICS.get(name);
    if (!statistic) return [];
    const cells: Record<string, number | Record<string, number>> = {};
    for (const [cell, amount] of Object.entries(cellsOf(statistic, amounts))) {
      const [, measure = "", ...categories] = cell.split(".");
      const parts = cells[measure];
      if (categories.length === 0) cells[measure] = amount;
      else cells[measure] = { ...(typeof parts === "object" && parts), [categories.join(".")]: amount };
    }
    return [{ ...monthKey(community, name, month), cells, origin, closedAt, version: 1 }];
  });
}

/** The amounts of a kept month, by full names again. */
export function amountsOfMonth(statistic: string, item: unknown): Amounts {
  const amounts: Record<string, number> = {};
  for (const [measure, kept] of Object.entries(monthItem.parse(item).cells)) {
    if (typeof kept === "number") amounts[`${statistic}.${measure}`] = kept;
    else {
      for (const [categories, amount] of Object.entries(kept)) {
        amounts[`${statistic}.${measure}.${categories}`] = amount;
      }
    }
  }
  return amounts;
}

/** Whether a community keeps its people here at all; one that does not reports its months by hand. */
export function isKept(cells: Amounts): boolean {
  return (cells["T01.residents"] ?? 0) > 0 || (cells["T01.households"] ?? 0) > 0;
}
