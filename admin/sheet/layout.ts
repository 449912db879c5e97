import { narrowest, widest } from "./geometry.ts";
import type { SheetColumn } from "./types.ts";

/** What the clerk changed about the columns; empty parts mean: as the page gives them. */
export type Layout = {
  readonly order: readonly string[];
  readonly hidden: readonly string[];
  readonly widths: Readonly<Record<string, number>>;
  readonly frozen?: readonly string[];
};

export const plainLayout: Layout = { order: [], hidden: [], widths: {} };

/** Columns in the order shown, frozen ones first, hidden ones left out. A column new to the layout keeps its place. */
export function arrange(
  columns: readonly SheetColumn[],
  layout: Layout,
): { readonly shown: readonly SheetColumn[]; readonly frozen: number } {
  const hidden = new Set(layout.hidden);
  const shown = ordered(columns, layout.order).filter((column) => !hidden.has(column.key));
  const isFrozen = (column: SheetColumn) => layout.frozen?.includes(column.key) ?? column.frozen ?? false;
  const frozen = shown.filter(isFrozen);
  return { shown: [...frozen, ...shown.filter((column) => !isFrozen(column))], frozen: frozen.length };
}

function ordered(columns: readonly SheetColumn[], order: readonly string[]): readonly SheetColumn[] {
  if (order.length === 0) return columns;
  const byKey = new Map(columns.map((column) => [column.key, column]));
  const result = order.flatMap((key) => byKey.get(key) ?? []);
  const known = new Set(order);
  columns.forEach((column, at) => {
    if (known.has(column.key)) return;
    const before = columns[at - 1];
    result.splice(before ? result.indexOf(before) + 1 : 0, 0, column);
  });
  return result;
}

/** Moves a shown column to where another stands; moved among the frozen ones it freezes, and the other way round. */
export function moveColumn(columns: readonly SheetColumn[], layout: Layout, key: string, to: number): Layout {
  const { shown, frozen } = arrange(columns, layout);
  const from = shown.findIndex((column) => column.key === key);
  if (from < 0 || to < 0 || to >= shown.length || from === to) return layout;
  const keys = shown.map((column) => column.key);
  keys.splice(to, 0, ...keys.splice(from, 1));
  const count = from < frozen && to >= frozen ? frozen - 1 : from >= frozen && to < frozen ? frozen + 1 : frozen;
  const hidden = ordered(columns, layout.order).filter((column) => layout.hidden.includes(column.key));
  return { ...layout, order: [...keys, ...hidden.map((column) => column.key)], frozen: keys.slice(0, count) };
}

export function resizeColumn(layout: Layout, key: string, width: number): Layout {
  const rounded = Math.round(Math.max(narrowest, Math.min(widest, width)));
  return { ...layout, widths: { ...layout.widths, [key]: rounded } };
}

/** The last column shown cannot be hidden: a sheet without columns could not be used to bring one back. */
export function hideColumn(columns: readonly SheetColumn[], layout: Layout, key: string, hide: boolean): Layout {
  const rest = layout.hidden.filter((each) => each !== key);
  if (!hide) return { ...layout, hidden: rest };
  return arrange(columns, layout).shown.length > 1 ? { ...layout, hidden: [...rest, key] } : layout;
}

export function freezeColumns(columns: readonly SheetColumn[], layout: Layout, count: number): Layout {
  const { shown } = arrange(columns, layout);
  const keys = shown.map((column) => column.key);
  const hidden = ordered(columns, layout.order).filter((column) => layout.hidden.includes(column.key));
  return { ...layout, order: [...keys, ...hidden.map((column) => column.key)], frozen: keys.slice(0, count) };
}

/** A browser may refuse storage (private window, full); then the layout lasts as long as the page. */
export function loadLayout(storageKey: string | undefined): Layout {
  if (!storageKey) return plainLayout;
  try {
    return readLayout(JSON.parse(localStorage.getItem(storageKey) ?? "null"));
  } catch {
    return plainLayout;
  }
}

export function saveLayout(storageKey: string | undefined, layout: Layout): void {
  if (!storageKey) return;
  try {
    localStorage.setItem(storageKey, JSON.stringify(layout));
  } catch {
    // See loadLayout.
  }
}

/** What an older version or another program left in storage is taken only as far as it makes sense. */
export function readLayout(stored: unknown): Layout {
  if (typeof stored !== "object" || stored === null) return plainLayout;
  const part = (name: string): unknown => Reflect.get(stored, name);
  const texts = (value: unknown) =>
    Array.isArray(value) ? value.filter((each): each is string => typeof each === "string") : [];
  const widths = part("widths");
  const entries = typeof widths === "object" && widths !== null ? Object.entries(widths) : [];
  const frozen = part("frozen");
  return {
    order: [...new Set(texts(part("order")))],
    hidden: texts(part("hidden")),
    widths: Object.fromEntries(
      entries.filter((entry): entry is [string, number] => typeof entry[1] === "number" && entry[1] >= narrowest),
    ),
    ...(Array.isArray(frozen) ? { frozen: texts(frozen) } : {}),
  };
}
