import { type Cell, cellText, type FileSheet, isBlank, type Merge } from "../files/cell.ts";
import { isHeadingText } from "./heading.ts";
import { matchHeading } from "./match-columns.ts";
import type { Target } from "./target.ts";

/** A row of data with its number in the file, from 1. */
export type DataRow = { readonly row: number; readonly cells: readonly Cell[] };

/** The table inside a sheet: what stands over each column, and the rows below. */
export type FoundTable = { readonly headers: readonly string[]; readonly rows: readonly DataRow[] };

/** Titles and what they say about who filled the sheet in come first; headings start within so many rows. */
const SEARCHED = 25;
/** Headings of headings: 基本情况 over 姓名 and 性别. */
const DEPTH_MAX = 3;

type Candidate = { readonly headers: readonly string[]; readonly end: number; readonly score: number };

/** Finds the row or rows of headings, in whichever sheet knows most of the list's columns, and the data below them. */
export function findTable(sheets: readonly FileSheet[], targets: readonly Target[]): FoundTable | undefined {
  let best: { sheet: FileSheet; found: Candidate } | undefined;
  for (const sheet of sheets) {
    const found = bestHeading(sheet, targets) ?? unknownHeading(sheet);
    if (found && (!best || found.score > best.found.score)) best = { sheet, found };
  }
  if (!best) return undefined;
  const { sheet, found } = best;
  const titles = wideMerges(sheet.merges, found.headers.length);
  const rows = sheet.rows
    .map((cells, index) => ({ row: index + 1, cells }))
    .slice(found.end)
    .filter(({ row, cells }) => !cells.every(isBlank) && !titles.has(row - 1));
  return { headers: found.headers, rows };
}

function bestHeading(sheet: FileSheet, targets: readonly Target[]): Candidate | undefined {
  let best: Candidate | undefined;
  for (let start = 0; start < Math.min(SEARCHED, sheet.rows.length); start += 1) {
    for (let depth = 1; depth <= DEPTH_MAX && start + depth <= sheet.rows.length; depth += 1) {
      const headers = headings(sheet, start, depth);
      const known = new Set(headers.map((header) => matchHeading(targets, header)?.target.path).filter(Boolean));
      // Fewer rows and an earlier start explain the same columns better.
      const score = known.size - 0.01 * (depth - 1) - 0.001 * start;
      if (known.size > 0 && score > (best?.score ?? 0)) best = { headers, end: start + depth, score };
    }
  }
  return best;
}

/** Headings nobody taught us: the first row of texts only, above a row that is not. The clerk says what they mean. */
function unknownHeading(sheet: FileSheet): Candidate | undefined {
  for (let start = 0; start + 1 < Math.min(SEARCHED, sheet.rows.length); start += 1) {
    const texts = (sheet.rows[start] ?? []).filter((cell) => !isBlank(cell));
    const below = (sheet.rows[start + 1] ?? []).filter((cell) => !isBlank(cell));
    const isHeading = texts.length >= 2 && texts.every((cell) => typeof cell === "string" && isHeadingText(cell));
    if (isHeading && below.some((cell) => typeof cell === "number" || /\d/.test(cellText(cell)))) {
      return { headers: headings(sheet, start, 1), end: start + 1, score: 0 };
    }
  }
  return undefined;
}

/** What stands over each column: the lowest filled cell of the heading rows, merged cells reaching as far as they do. */
function headings(sheet: FileSheet, start: number, depth: number): string[] {
  const lines = sheet.rows.slice(start, start + depth);
  const width = Math.max(0, ...lines.map((line) => line.length), ...(lines.length ? [widthBelow(sheet, start)] : []));
  return Array.from({ length: width }, (_, column) => {
    for (let line = start + depth - 1; line >= start; line -= 1) {
      const text = cellText(mergedCell(sheet, line, column)).trim();
      if (text !== "") return text.replace(/\s+/g, " ");
    }
    return "";
  });
}

/** A column may be filled without having a heading. */
function widthBelow(sheet: FileSheet, start: number): number {
  return Math.max(0, ...sheet.rows.slice(start, start + LOOKED_BELOW).map((row) => row.length));
}
const LOOKED_BELOW = 30;

function mergedCell(sheet: FileSheet, row: number, column: number): Cell | undefined {
  const over = sheet.merges.find(
    ({ startRow, endRow, startCol, endCol }) =>
      startRow <= row && row <= endRow && startCol <= column && column <= endCol,
  );
  return over ? sheet.rows[over.startRow]?.[over.startCol] : sheet.rows[row]?.[column];
}

/** Rows that are one cell across most of the table: a title on each printed page, a note at the end. */
function wideMerges(merges: readonly Merge[], width: number): Set<number> {
  const wide = merges.filter(({ startCol, endCol }) => endCol - startCol + 1 >= Math.max(3, width * 0.6));
  return new Set(wide.flatMap(({ startRow, endRow }) => range(startRow, Math.min(endRow, startRow + 50))));
}

function range(from: number, to: number): number[] {
  return Array.from({ length: to - from + 1 }, (_, index) => from + index);
}
