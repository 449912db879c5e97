import { EncryptedFileError, HucreError, parseCsv, read } from "hucre";
import type { Cell, FileSheet, Merge } from "./cell.ts";
import { decodeText } from "./decode-text.ts";
import { undefuse } from "./defuse.ts";
import { FileProblem } from "./file-problem.ts";
import { separatorOf } from "./separator.ts";
import { checkUnpackedSize } from "./zip-size.ts";

/** Rows of people's data one file may hold. */
export const FILE_ROWS_MAX = 100_000;
/** Titles, headings and footers come on top. */
const ROWS_READ = FILE_ROWS_MAX + 100;

/**
 * Reads a file of whatever kind office software writes (xlsx, xls, ods, csv in UTF-8, UTF-16 or GBK): by what is in
 * it, not by its name. Formulas are never calculated: a cell holds the result that the file shows, or the formula as text.
 */
export async function readFile(bytes: Uint8Array): Promise<readonly FileSheet[]> {
  if (bytes.length === 0) throw new FileProblem("file-empty");
  const sheets = isWorkbook(bytes) ? await workbookSheets(bytes) : [csvSheet(bytes)];
  const filled = sheets.filter((sheet) => sheet.rows.length > 0);
  if (filled.length === 0) throw new FileProblem("file-empty");
  if (filled.some((sheet) => sheet.rows.length >= ROWS_READ)) {
    throw new FileProblem("file-too-many-rows", { max: FILE_ROWS_MAX });
  }
  return filled;
}

type Workbook = Awaited<ReturnType<typeof read>>;
type Sheet = Workbook["sheets"][number];

const isZip = (bytes: Uint8Array) => bytes[0] === 0x50 && bytes[1] === 0x4b;
const isOldOffice = (bytes: Uint8Array) => [0xd0, 0xcf, 0x11, 0xe0].every((value, index) => bytes[index] === value);

function isWorkbook(bytes: Uint8Array): boolean {
  return isZip(bytes) || isOldOffice(bytes);
}

async function workbookSheets(bytes: Uint8Array): Promise<FileSheet[]> {
  if (isZip(bytes)) checkUnpackedSize(bytes);
  const workbook = await parsed(bytes);
  const visible = workbook.sheets.filter((sheet) => !sheet.hidden && !sheet.veryHidden);
  return (visible.length > 0 ? visible : workbook.sheets).map(fileSheet);
}

async function parsed(bytes: Uint8Array): Promise<Workbook> {
  try {
    return await read(bytes, { readStyles: true, maxRows: ROWS_READ });
  } catch (error) {
    // The reader takes every old container it cannot read for an encrypted one.
    if (error instanceof EncryptedFileError && isEncrypted(bytes)) throw new FileProblem("file-encrypted");
    // A damaged file also breaks the reader in ways it did not foresee (RangeError, TypeError): the file is at fault.
    if (error instanceof HucreError || error instanceof Error) throw new FileProblem("file-unreadable");
    throw error;
  }
}

/** An encrypted workbook stands in its container under this name, in UTF-16. */
function isEncrypted(bytes: Uint8Array): boolean {
  const name = Array.from("EncryptedPackage", (char) => char.charCodeAt(0));
  for (let at = bytes.indexOf(0x45); at >= 0; at = bytes.indexOf(0x45, at + 1)) {
    if (name.every((code, index) => bytes[at + 2 * index] === code)) return true;
  }
  return false;
}

function fileSheet(sheet: Sheet): FileSheet {
  const rows = sheet.rows.map((row) => row.map(plainCell));
  for (const [place, cell] of sheet.cells ?? []) {
    const [row = 0, column = 0] = place.split(",").map(Number);
    const target = rows[row];
    if (!target) continue;
    const zeros = /^0+$/.exec(cell.style?.numFmt ?? "")?.[0].length ?? 0;
    const kept = target[column];
    if (typeof kept === "number" && zeros > 1 && Number.isInteger(kept)) {
      target[column] = String(kept).padStart(zeros, "0");
    }
    if (cell.formula !== undefined && (kept === null || kept === undefined)) target[column] = `=${cell.formula}`;
  }
  return { name: sheet.name, rows: withoutTail(rows), merges: (sheet.merges ?? []).map(merge) };
}

function csvSheet(bytes: Uint8Array): FileSheet {
  const text = decodeText(bytes);
  const rows = parseCsv(text, { maxRows: ROWS_READ, delimiter: separatorOf(text) }).map((row) =>
    row.map((cell) => csvCell(plainCell(cell))),
  );
  return { name: "", rows: withoutTail(rows), merges: [] };
}

/** `="0012"` is how people make office software keep the zeros of a csv. */
function csvCell(cell: Cell): Cell {
  return typeof cell === "string" ? (/^="([^"]*)"$/.exec(cell)?.[1] ?? cell) : cell;
}

function plainCell(value: string | number | boolean | Date | null | undefined): Cell {
  if (value === null || value === undefined) return null;
  if (typeof value === "string") return undefuse(value);
  return value instanceof Date ? dateText(value) : value;
}

/** A date cell is a day, a minute, or (on day zero) a time of day. */
function dateText(date: Date): Cell {
  if (Number.isNaN(date.getTime())) return null;
  const rounded = new Date(Math.round(date.getTime() / 1000) * 1000).toISOString();
  const [day = "", clock = ""] = [rounded.slice(0, 10), rounded.slice(11, 16)];
  if (day < "1900-01-01") return clock;
  return clock === "00:00" ? day : `${day}T${clock}`;
}

/** Office software often keeps thousands of rows that somebody once formatted and never filled. */
function withoutTail(rows: Cell[][]): Cell[][] {
  const last = rows.findLastIndex((row) => row.some((cell) => cell !== null && String(cell).trim() !== ""));
  return rows.slice(0, last + 1);
}

function merge({ startRow, endRow, startCol, endCol }: Merge): Merge {
  return { startRow, endRow, startCol, endCol };
}
