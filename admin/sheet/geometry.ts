import type { SheetColumn } from "./types.ts";

/** Pixel sizes of the sheet; `sheet.css` repeats the first two. */
export const rowHeight = 32;
export const headHeight = 36;
export const gutterWidth = 56;
export const defaultWidth = 140;
export const narrowest = 48;
export const widest = 640;

/** Browsers stop counting pixels somewhere above 16 million; beyond this height the scrollbar moves in a scale. */
const tallest = 15_000_000;
const overscanRows = 6;

export type Viewport = { readonly top: number; readonly left: number; readonly width: number; readonly height: number };

export type RowWindow = {
  readonly start: number;
  readonly end: number;
  /** Where row `start` lies in the scrolled content, in pixels. */
  readonly top: number;
};

/** Left edges of the columns, and at the end the right edge of the last. */
export function offsetsOf(widths: readonly number[]): number[] {
  const offsets = [0];
  let sum = 0;
  for (const width of widths) {
    sum += width;
    offsets.push(sum);
  }
  return offsets;
}

export function widthOf(column: SheetColumn, widths: Readonly<Record<string, number>>): number {
  return widths[column.key] ?? column.width ?? defaultWidth;
}

export function contentHeight(rows: number): number {
  return Math.min(rows * rowHeight, tallest);
}

/** How many row pixels one pixel of the scrollbar stands for. */
export function scrollRatio(rows: number, bodyHeight: number): number {
  const full = rows * rowHeight - bodyHeight;
  const real = contentHeight(rows) - bodyHeight;
  return real > 0 && full > real ? full / real : 1;
}

/** Rows to draw for a scroll position; whole multiples, so that a small scroll draws nothing new. */
export function rowWindow(scrollTop: number, bodyHeight: number, rows: number): RowWindow {
  const virtualTop = scrollTop * scrollRatio(rows, bodyHeight);
  const first = Math.floor(virtualTop / rowHeight) - overscanRows;
  const start = Math.max(0, Math.min(first - (first % 2), rows));
  const last = Math.ceil((virtualTop + bodyHeight) / rowHeight) + overscanRows;
  const end = Math.max(start, Math.min(rows, last + (last % 2)));
  return { start, end, top: start * rowHeight - virtualTop + scrollTop };
}

/** Scrolling columns to draw: those at least partly between the frozen ones and the right edge, and one each side. */
export function columnWindow(
  offsets: readonly number[],
  frozen: number,
  scrollLeft: number,
  bodyWidth: number,
): { from: number; to: number } {
  const count = offsets.length - 1;
  const left = scrollLeft + (offsets[frozen] ?? 0);
  const right = scrollLeft + bodyWidth;
  let from = frozen;
  while (from < count && (offsets[from + 1] ?? 0) <= left) from += 1;
  let to = from;
  while (to < count && (offsets[to] ?? 0) < right) to += 1;
  return { from: Math.max(frozen, from - 1), to: Math.min(count, to + 1) };
}

/** The scroll position that shows a row, nearest to the present one. */
export function scrollTopFor(row: number, scrollTop: number, bodyHeight: number, rows: number): number {
  const ratio = scrollRatio(rows, bodyHeight);
  const virtualTop = scrollTop * ratio;
  const top = row * rowHeight;
  if (top < virtualTop) return top / ratio;
  if (top + rowHeight > virtualTop + bodyHeight) return (top + rowHeight - bodyHeight) / ratio;
  return scrollTop;
}

export function scrollLeftFor(
  col: number,
  offsets: readonly number[],
  frozen: number,
  scrollLeft: number,
  bodyWidth: number,
): number {
  if (col < frozen) return scrollLeft;
  const left = offsets[col] ?? 0;
  const right = offsets[col + 1] ?? left;
  const pinned = offsets[frozen] ?? 0;
  if (left < scrollLeft + pinned || right - left > bodyWidth - pinned) return left - pinned;
  if (right > scrollLeft + bodyWidth) return right - bodyWidth;
  return scrollLeft;
}

/** Which cell a point of the body lies on; `x` and `y` count from the corner where rows and columns begin. */
export function cellAt(
  x: number,
  y: number,
  view: Viewport,
  offsets: readonly number[],
  frozen: number,
  rows: number,
): { row: number; col: number } {
  const scrolled = x < (offsets[frozen] ?? 0) ? x : x + view.left;
  let col = 0;
  while (col < offsets.length - 2 && (offsets[col + 1] ?? 0) <= scrolled) col += 1;
  const row = Math.floor((view.top * scrollRatio(rows, view.height) + y) / rowHeight);
  return { row: Math.max(0, Math.min(rows - 1, row)), col };
}
