import { isEmpty } from "./order.ts";
import type { Ground, Wish } from "./plan.ts";
import type { Bounds } from "./selection.ts";
import type { CellValue, SheetColumn } from "./types.ts";

/**
 * Fills `area` from `source`, which lies in it. Down and up, each column goes on by itself: numbers and dates that step
 * evenly go on stepping, a single date goes on day by day, everything else repeats. Sideways the texts are copied.
 */
export function* fillWishes(sheet: Ground, source: Bounds, area: Bounds, series: boolean): Generator<Wish> {
  const height = source.bottom - source.top + 1;
  const width = source.right - source.left + 1;
  const valueAt = (row: number, col: number): CellValue => {
    const key = sheet.columns[col]?.key;
    return key === undefined ? undefined : sheet.rowAt(row)?.values[key];
  };
  for (let col = area.left; col <= area.right; col += 1) {
    const from = source.left + mod(col - source.left, width);
    const column = sheet.columns[col];
    const origin = sheet.columns[from];
    if (!column || !origin) continue;
    const values = Array.from({ length: height }, (_, at) => valueAt(source.top + at, from));
    const next = series ? seriesOf(column, values) : undefined;
    for (let row = area.top; row <= area.bottom; row += 1) {
      const inside = row >= source.top && row <= source.bottom && col >= source.left && col <= source.right;
      if (inside) continue;
      const at = row - source.top;
      if (from === col) yield { row, col, value: next ? next(at) : values[mod(at, height)] };
      else yield { row, col, text: origin.format(values[mod(at, height)]) };
    }
  }
}

function mod(a: number, n: number): number {
  return ((a % n) + n) % n;
}

/** The value at any place of the series that the given values begin, or nothing if they begin none. */
export function seriesOf(
  column: Pick<SheetColumn, "editor">,
  values: readonly CellValue[],
): ((at: number) => CellValue) | undefined {
  if (values.some(isEmpty)) return undefined;
  if (column.editor === "date") return dateSeries(values);
  if (column.editor === "month") return monthSeries(values);
  if (column.editor === "number") return numberSeries(values);
  if (column.editor === "text") return textSeries(values);
  return undefined;
}

function evenStep(points: readonly number[]): number | undefined {
  const [first, second] = points;
  if (first === undefined || second === undefined) return undefined;
  const by = second - first;
  return points.every((point, at) => Math.abs(point - (first + at * by)) < 1e-9) ? by : undefined;
}

function numberSeries(values: readonly CellValue[]): ((at: number) => CellValue) | undefined {
  const points = values.filter((value): value is number => typeof value === "number");
  const by = points.length === values.length ? evenStep(points) : undefined;
  const first = points[0];
  if (by === undefined || first === undefined) return undefined;
  return (at) => Number((first + at * by).toPrecision(15));
}

const dayMs = 86_400_000;

function dateSeries(values: readonly CellValue[]): ((at: number) => CellValue) | undefined {
  const days = values.map((value) =>
    /^\d{4}-\d{2}-\d{2}$/.test(String(value)) ? Date.parse(`${value}T00:00:00Z`) / dayMs : Number.NaN,
  );
  const first = days[0];
  const by = days.length === 1 ? 1 : evenStep(days);
  if (first === undefined || Number.isNaN(first) || by === undefined) return undefined;
  return (at) => new Date((first + at * by) * dayMs).toISOString().slice(0, 10);
}

function monthSeries(values: readonly CellValue[]): ((at: number) => CellValue) | undefined {
  const months = values.map((value) => {
    const match = /^(\d{4})-(\d{2})$/.exec(String(value));
    return match ? Number(match[1]) * 12 + Number(match[2]) - 1 : Number.NaN;
  });
  const first = months[0];
  const by = months.length === 1 ? 1 : evenStep(months);
  if (first === undefined || Number.isNaN(first) || by === undefined) return undefined;
  return (at) => {
    const month = first + at * by;
    return `${String(Math.floor(month / 12)).padStart(4, "0")}-${String((month % 12) + 1).padStart(2, "0")}`;
  };
}

/** Texts that differ only in one number, such as door numbers, step like numbers; at least two show the step. */
function textSeries(values: readonly CellValue[]): ((at: number) => CellValue) | undefined {
  const parts = values.map((value) => /^(.*?)(\d{1,9})(\D*)$/.exec(String(value)));
  const first = parts[0];
  if (!first || values.length < 2) return undefined;
  const [, head = "", digits = "", tail = ""] = first;
  if (!parts.every((part) => part?.[1] === head && part[3] === tail)) return undefined;
  const start = Number(digits);
  const by = evenStep(parts.map((part) => Number(part?.[2])));
  if (by === undefined) return undefined;
  return (at) => {
    const point = start + at * by;
    return point < 0
      ? undefined
      : `${head}${String(point).padStart(digits.startsWith("0") ? digits.length : 0, "0")}${tail}`;
  };
}
