import { type Filters, isActive, passing } from "./filter.ts";
import { type SortKey, sortedOrder } from "./order.ts";
import type { SheetColumn, SheetRow } from "./types.ts";

/**
 * Which rows are shown, in which order. Without sort and filter that is all rows as they come; otherwise `order` lists
 * their positions, and it stays as it is while cells change, so that no row jumps away from under the clerk's hands.
 */
export type View = {
  readonly rows: readonly SheetRow[];
  readonly order: readonly number[] | undefined;
  readonly length: number;
};

export type Arrangement = {
  readonly columns: readonly SheetColumn[];
  readonly sort: readonly SortKey[];
  readonly filters: Filters;
  /** Set while only rows found by the search are wanted. */
  readonly found: ReadonlySet<string> | undefined;
  readonly language: string;
};

export const emptyView: View = { rows: [], order: undefined, length: 0 };

export function rowAt(view: View, row: number): SheetRow | undefined {
  return view.order ? view.rows[view.order[row] ?? -1] : view.rows[row];
}

export function rowsInOrder(view: View): readonly SheetRow[] {
  return view.order ? view.order.flatMap((at) => view.rows[at] ?? []) : view.rows;
}

export function positionOf(view: View, rowId: string, near = 0): number {
  if (rowAt(view, near)?.id === rowId) return near;
  for (let row = 0; row < view.length; row += 1) if (rowAt(view, row)?.id === rowId) return row;
  return -1;
}

export function buildView(rows: readonly SheetRow[], by: Arrangement): View {
  const filtered = by.found !== undefined || [...by.filters.values()].some(isActive);
  if (!filtered && by.sort.length === 0) return { rows, order: undefined, length: rows.length };
  const { found } = by;
  const kept = passing(rows, by.columns, by.filters).filter((at) => !found || found.has(rows[at]?.id ?? ""));
  const order = sortedOrder(rows, kept, by.sort, by.columns, by.language);
  return { rows, order, length: order.length };
}

/**
 * The view after the page gave other rows. Shown rows stay where they are, removed ones go, new ones come at the end:
 * those made here always, others if the filters let them through.
 */
export function carryView(
  before: View,
  rows: readonly SheetRow[],
  by: Arrangement,
  madeHere: ReadonlySet<string>,
  realId: (rowId: string) => string,
): View {
  const { order } = before;
  if (!order) return buildView(rows, by);
  if (sameIds(before.rows, rows)) return { ...before, rows };
  const places = new Map(rows.map((row, at) => [row.id, at]));
  const known = new Set(before.rows.map((row) => realId(row.id)));
  const kept = order.flatMap((at) => places.get(realId(before.rows[at]?.id ?? "")) ?? []);
  const fresh = rows.flatMap((row, at) => (known.has(row.id) ? [] : [at]));
  const made = fresh.filter((at) => madeHere.has(rows[at]?.id ?? ""));
  const others = fresh.filter((at) => !madeHere.has(rows[at]?.id ?? ""));
  const passed = passing(
    others.flatMap((at) => rows[at] ?? []),
    by.columns,
    by.filters,
  ).flatMap((at) => others[at] ?? []);
  const shown = by.found ? [] : passed;
  const next = [...kept, ...made, ...shown];
  return { rows, order: next, length: next.length };
}

function sameIds(a: readonly SheetRow[], b: readonly SheetRow[]): boolean {
  return a.length === b.length && a.every((row, at) => row.id === b[at]?.id);
}
