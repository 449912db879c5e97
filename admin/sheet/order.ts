import type { SheetColumn, SheetRow } from "./types.ts";

export type SortKey = { readonly key: string; readonly descending: boolean };

/** A click on a header: ascending, descending, not at all; with Shift the column joins those already sorted by. */
export function nextSort(sort: readonly SortKey[], key: string, add: boolean): readonly SortKey[] {
  const present = sort.find((entry) => entry.key === key);
  const next = !present ? { key, descending: false } : present.descending ? undefined : { key, descending: true };
  if (!add) return next ? [next] : [];
  if (!present) return next ? [...sort, next] : sort;
  return sort.flatMap((entry) => (entry.key === key ? (next ? [next] : []) : [entry]));
}

/**
 * The positions `among` in sorted order. Stable: equal rows keep the order they come in. Empty cells go last whichever
 * way the column is sorted, as in a spreadsheet.
 */
export function sortedOrder(
  rows: readonly SheetRow[],
  among: readonly number[],
  sort: readonly SortKey[],
  columns: readonly SheetColumn[],
  language: string,
): readonly number[] {
  const collator = new Intl.Collator(language === "zh" ? "zh" : "en", { numeric: true });
  const ranks = sort.flatMap(({ key, descending }) => {
    const column = columns.find((each) => each.key === key);
    return column ? [ranksOf(rows, among, column, descending, collator)] : [];
  });
  if (ranks.length === 0) return among;
  // Ranks by position in `among`, so the comparison is subtraction only and the collator runs once for each value.
  const order = Array.from(among, (_, index) => index);
  order.sort((a, b) => {
    for (const rank of ranks) {
      const difference = (rank[a] ?? 0) - (rank[b] ?? 0);
      if (difference !== 0) return difference;
    }
    return a - b;
  });
  return order.map((index) => among[index] ?? 0);
}

export function isEmpty(value: unknown): boolean {
  return value === null || value === undefined || value === "" || (Array.isArray(value) && value.length === 0);
}

function ranksOf(
  rows: readonly SheetRow[],
  among: readonly number[],
  column: SheetColumn,
  descending: boolean,
  collator: Intl.Collator,
): Float64Array {
  const ranks = new Float64Array(among.length).fill(Number.MAX_VALUE);
  const filled: number[] = [];
  among.forEach((at, index) => {
    if (!isEmpty(rows[at]?.values[column.key])) filled.push(index);
  });
  const valueAt = (index: number) => rows[among[index] ?? 0]?.values[column.key];
  const sign = descending ? -1 : 1;
  if (column.compare) {
    const compare = column.compare;
    const rowAt = (index: number) => rows[among[index] ?? 0];
    const between = (a: number, b: number) => {
      const rowA = rowAt(a);
      const rowB = rowAt(b);
      return rowA && rowB ? compare(valueAt(a), valueAt(b), rowA, rowB) : 0;
    };
    rankInto(ranks, filled.sort(between), between, sign);
  } else if (column.editor === "number" || column.editor === "boolean") {
    for (const index of filled) ranks[index] = sign * Number(valueAt(index));
  } else {
    rankTexts(ranks, filled, (index) => sortText(column, valueAt(index)), collator, sign);
  }
  return ranks;
}

const isoKinds = new Set(["date", "time", "dateTime", "month"]);

function sortText(column: SheetColumn, value: unknown): string {
  return isoKinds.has(column.editor) && typeof value === "string" ? value : column.format(value);
}

/** Each distinct text is collated once; a column of 100,000 sexes or districts has few. */
function rankTexts(
  ranks: Float64Array,
  filled: readonly number[],
  textAt: (index: number) => string,
  collator: Intl.Collator,
  sign: number,
): void {
  const texts = filled.map(textAt);
  const distinct = [...new Set(texts)].sort(collator.compare);
  const rankOf = new Map<string, number>();
  let rank = 0;
  distinct.forEach((text, index) => {
    const before = distinct[index - 1];
    if (before !== undefined && collator.compare(before, text) !== 0) rank += 1;
    rankOf.set(text, rank);
  });
  filled.forEach((index, at) => {
    ranks[index] = sign * (rankOf.get(texts[at] ?? "") ?? 0);
  });
}

function rankInto(
  ranks: Float64Array,
  sorted: readonly number[],
  compare: (a: number, b: number) => number,
  sign: number,
): void {
  let rank = 0;
  sorted.forEach((index, at) => {
    const before = sorted[at - 1];
    if (before !== undefined && compare(before, index) !== 0) rank += 1;
    ranks[index] = sign * rank;
  });
}
