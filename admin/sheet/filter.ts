import { isEmpty } from "./order.ts";
import type { SheetColumn, SheetRow } from "./types.ts";

/** What one column's filter lets through; every part that is set must hold. */
export type Filter = {
  readonly contains?: string;
  /** Texts of the values to keep; the empty text stands for empty cells. */
  readonly values?: ReadonlySet<string>;
  readonly empty?: boolean;
  readonly from?: string;
  readonly to?: string;
};

export type Filters = ReadonlyMap<string, Filter>;

export function isActive(filter: Filter | undefined): filter is Filter {
  if (!filter) return false;
  const { contains, values, empty, from, to } = filter;
  return Boolean(contains || values || empty !== undefined || from || to);
}

const rangeKinds = new Set(["number", "date", "time", "dateTime", "month"]);

export function hasRange(column: SheetColumn): boolean {
  return rangeKinds.has(column.editor);
}

/** The question a filter asks of each row, made once for all rows. */
export function rowTest(column: SheetColumn, filter: Filter): (row: SheetRow) => boolean {
  const wanted = filter.contains?.trim().toLowerCase();
  const inRange = rangeTest(column, filter);
  return (row) => {
    const value = row.values[column.key];
    const blank = isEmpty(value);
    if (filter.empty !== undefined && filter.empty !== blank) return false;
    if (inRange && (blank || !inRange(value))) return false;
    if (!filter.values && !wanted) return true;
    const text = blank ? "" : column.format(value);
    if (filter.values && !filter.values.has(text)) return false;
    return !wanted || holds(column, row, text, wanted);
  };
}

/** Whether a cell's text, or the extra text its column gives for searching, holds the wanted lower-case text. */
export function holds(column: SheetColumn, row: SheetRow, text: string, wanted: string): boolean {
  return text.toLowerCase().includes(wanted) || (column.searchText?.(row).toLowerCase().includes(wanted) ?? false);
}

function rangeTest(column: SheetColumn, { from, to }: Filter): ((value: unknown) => boolean) | undefined {
  const low = boundary(column, from);
  const high = boundary(column, to);
  if (low === undefined && high === undefined) return undefined;
  return (value) => {
    const point = comparable(value);
    if (low !== undefined && !(point >= low)) return false;
    // A day as upper end means until its end: "2026-03-05" lets "2026-03-05T09:30" through.
    return high === undefined || point <= high || (typeof high === "string" && String(point).startsWith(high));
  };
}

/** What the clerk typed as a boundary is read the way the column reads its cells, so fen and dates come out alike. */
function boundary(column: SheetColumn, text: string | undefined): string | number | undefined {
  if (!text?.trim()) return undefined;
  const parsed = column.parse(text);
  if ("value" in parsed && !isEmpty(parsed.value)) return comparable(parsed.value);
  return column.editor === "number" ? undefined : text;
}

function comparable(value: unknown): string | number {
  return typeof value === "number" ? value : String(value);
}

/** Positions of the rows that pass every filter. */
export function passing(rows: readonly SheetRow[], columns: readonly SheetColumn[], filters: Filters): number[] {
  const tests = columns.flatMap((column) => {
    const filter = filters.get(column.key);
    return isActive(filter) ? [rowTest(column, filter)] : [];
  });
  const kept: number[] = [];
  rows.forEach((row, at) => {
    if (tests.every((test) => test(row))) kept.push(at);
  });
  return kept;
}

const collatedMax = 5_000;

/** Distinct texts of a column with how often each occurs, most useful order for choosing: by collation. */
export function distinctTexts(
  rows: Iterable<SheetRow>,
  column: SheetColumn,
  language: string,
): readonly { readonly text: string; readonly count: number }[] {
  const counts = new Map<string, number>();
  for (const row of rows) {
    const value = row.values[column.key];
    const text = isEmpty(value) ? "" : column.format(value);
    counts.set(text, (counts.get(text) ?? 0) + 1);
  }
  const entries = [...counts].map(([text, count]) => ({ text, count }));
  // So many values are searched, not read through; collating them would only keep the clerk waiting.
  if (entries.length > collatedMax) return entries;
  const collator = new Intl.Collator(language, { numeric: true });
  return entries.sort((a, b) => collator.compare(a.text, b.text));
}
