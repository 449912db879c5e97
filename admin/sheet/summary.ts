import { isEmpty } from "./order.ts";
import { type Bounds, cellCount } from "./selection.ts";
import type { SheetColumn } from "./types.ts";
import { rowAt, type View } from "./view.ts";

export type Summary = {
  readonly cells: number;
  /** Filled cells. */
  readonly count: number;
  /** Written the way the column writes its numbers; missing when the selection mixes units or holds no number. */
  readonly sum: string | undefined;
  readonly average: string | undefined;
};

/** Beyond this many cells only their number is told, so that selecting everything stays instant. */
export const summaryCellsMax = 2_000_000;

export function summarize(view: View, columns: readonly SheetColumn[], box: Bounds): Summary {
  const area = { ...box, bottom: Math.min(box.bottom, view.length - 1) };
  const cells = Math.max(0, cellCount(area));
  const chosen = columns.slice(area.left, area.right + 1);
  if (cells < 2 || cells > summaryCellsMax) return { cells, count: 0, sum: undefined, average: undefined };
  let count = 0;
  let numbers = 0;
  let sum = 0;
  for (let row = area.top; row <= area.bottom; row += 1) {
    const values = rowAt(view, row)?.values;
    if (!values) continue;
    for (const column of chosen) {
      const value = values[column.key];
      if (isEmpty(value)) continue;
      count += 1;
      if (column.editor !== "number" || typeof value !== "number") continue;
      numbers += 1;
      sum += value;
    }
  }
  const unit = numbers > 0 ? commonUnit(chosen) : undefined;
  const write = (value: number) => unit?.format(Number(value.toPrecision(15)));
  return { cells, count, sum: write(sum), average: write(sum / Math.max(1, numbers)) };
}

/** Numbers of columns that write them differently (yuan and people) are not added up. */
function commonUnit(columns: readonly SheetColumn[]): SheetColumn | undefined {
  const numeric = columns.filter((column) => column.editor === "number");
  const [first] = numeric;
  const probe = 123_456;
  return numeric.every((column) => column.format(probe) === first?.format(probe)) ? first : undefined;
}
