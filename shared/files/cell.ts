/** What one cell of a file holds. Days and times are text already; a number is what the file kept as a number. */
export type Cell = string | number | boolean | null;

/** Cells that a file shows as one (合并单元格); rows and columns from 0, both ends included. */
export type Merge = {
  readonly startRow: number;
  readonly endRow: number;
  readonly startCol: number;
  readonly endCol: number;
};

/** One sheet of a file, its rows as they stand there, titles and footers included. */
export type FileSheet = {
  readonly name: string;
  readonly rows: readonly (readonly Cell[])[];
  readonly merges: readonly Merge[];
};

/** A cell as the text somebody reads in it. */
export function cellText(cell: Cell | undefined): string {
  if (cell === null || cell === undefined) return "";
  if (typeof cell === "number") return Number.isFinite(cell) ? plainNumber(cell) : "";
  return String(cell);
}

export function isBlank(cell: Cell | undefined): boolean {
  return cell === null || cell === undefined || (typeof cell === "string" && cell.trim() === "");
}

/** Long whole numbers without an exponent, so that a telephone number stays one. */
function plainNumber(number: number): string {
  return Number.isInteger(number) && Math.abs(number) < 1e21 ? number.toFixed(0) : String(number);
}
