import { writeCsv, writeXlsxStream } from "hucre";
import type { Cell } from "./cell.ts";
import { defuse } from "./defuse.ts";

/** A column of a file we write: its heading, and whether a spreadsheet may calculate with it. */
export type FileColumn = {
  readonly header: string;
  /** Everything else is text, so that leading zeros and all 18 digits stay. */
  readonly type: "text" | "number" | "day";
  /** In characters. */
  readonly width: number;
};

export type FileTable = {
  readonly name: string;
  readonly columns: readonly FileColumn[];
  readonly rows: readonly (readonly Cell[])[];
};

/** Two bytes that tell office software that a csv is UTF-8. */
const BOM = "\ufeff";

/** A csv file (UTF-8 with BOM) with headings; no cell of it calculates. */
export function writeCsvText({ columns, rows }: Omit<FileTable, "name">): string {
  const headings = columns.map(({ header }) => defuse(header));
  const lines = rows.map((row) => columns.map((column, index) => safeCell(row[index] ?? null, column)));
  return `${BOM}${writeCsv([headings, ...lines])}\r\n`;
}

/** An xlsx workbook of one sheet with headings that stay in view; no cell of it calculates. */
export async function writeXlsx({ name, columns, rows }: FileTable): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  const stream = writeXlsxStream(sheetRows(columns, rows), {
    name: sheetName(name),
    columns: columns.map(({ header, type, width }) => ({
      header: defuse(header),
      width,
      ...(type === "day" ? { numFmt: "yyyy-mm-dd" } : {}),
    })),
    freezePane: { rows: 1 },
    inlineStrings: false,
  });
  const reader = stream.getReader();
  for (let part = await reader.read(); !part.done; part = await reader.read()) chunks.push(part.value);
  return joined(chunks);
}

function* sheetRows(columns: readonly FileColumn[], rows: FileTable["rows"]) {
  for (const row of rows) {
    yield columns.map((column, index) => {
      const cell = safeCell(row[index] ?? null, column);
      // The first weeks of 1900 are numbered differently by different programs; those days stay text.
      const isDay = column.type === "day" && typeof cell === "string" && /^\d{4}-\d\d-\d\d$/.test(cell);
      return isDay && cell >= "1900-03-01" ? new Date(`${cell}T00:00:00Z`) : cell;
    });
  }
}

function safeCell(cell: Cell, { type }: FileColumn): Cell {
  if (typeof cell === "string") return defuse(cell);
  return typeof cell === "number" && type !== "number" ? String(cell) : cell;
}

/** Names of sheets have 31 characters and lack some signs. */
function sheetName(name: string): string {
  return name.replace(/[\\/?*[\]:']/g, " ").slice(0, 31) || "Sheet1";
}

function joined(chunks: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(chunks.reduce((total, chunk) => total + chunk.length, 0));
  let at = 0;
  for (const chunk of chunks) {
    whole.set(chunk, at);
    at += chunk.length;
  }
  return whole;
}
