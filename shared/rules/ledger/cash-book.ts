import type { FieldProblem } from "../../contract/refusal.ts";
import { type Cell, cellText, type FileSheet, isBlank } from "../../files/cell.ts";
import { plainHeading } from "../../import/heading.ts";
import { dayFromText, halfWidth } from "../written-date.ts";
import type { Book } from "./lines.ts";

/** One line of a past book (日记账) that is a voucher. `row` is its number in the file, from 1. */
export type BookEntry = {
  readonly row: number;
  readonly day: string;
  readonly no: string;
  readonly summary: string;
  readonly kind: "in" | "out";
  readonly amountFen: number;
  readonly balanceFen: number;
};
export type RowProblem = FieldProblem & { readonly row: number };

/** A past book as it was kept: what it began with, its vouchers, and what it ends with. */
export type PastBook = {
  readonly book: Book;
  readonly title: string;
  readonly openingFen: number;
  readonly entries: readonly BookEntry[];
  readonly incomeFen: number;
  readonly expenseFen: number;
  readonly closingFen: number;
  readonly problems: readonly RowProblem[];
};

type Column = "date" | "no" | "summary" | "in" | "out" | "balance";

const HEADINGS: Readonly<Record<Column, RegExp>> = {
  date: /^(日期|记账日期|凭证日期|date)$/,
  no: /^(凭证号|凭证号数|凭证编号|凭证字号|凭证|voucherno|no)$/,
  summary: /^(摘要|事由|内容|用途|summary)$/,
  in: /^(收入|收入金额|借方|借方金额|收方|income|in)$/,
  out: /^(支出|支出金额|付出|贷方|贷方金额|付方|expense|out)$/,
  balance: /^(结余|余额|结存|结余金额|balance)$/,
};
const NEEDED: readonly Column[] = ["date", "summary", "in", "out"];

/** Rows that carry a balance over, and rows that only add up. */
const OPENING = /上年结转|期初余额|上期结余|上月结转|年初余额|承上年/;
const TOTAL = /合计|累计|小计|总计|过次页|承前页|转次页|结转下年|本月结|本年结/;
/** Titles come first; headings stand within so many rows. */
const SEARCHED = 25;
const TEXT_MAX = 200;

/** Reads a past book out of a workbook; undefined where no sheet has its columns. */
export function readPastBook(sheets: readonly FileSheet[], today: string): PastBook | undefined {
  for (const sheet of sheets) {
    for (let row = 0; row < Math.min(SEARCHED, sheet.rows.length); row += 1) {
      const columns = columnsOf(sheet.rows[row] ?? []);
      if (columns) return readRows(sheet, row, columns, today);
    }
  }
  return undefined;
}

function columnsOf(cells: readonly Cell[]): ReadonlyMap<Column, number> | undefined {
  const found = new Map<Column, number>();
  for (const [index, cell] of cells.entries()) {
    const heading = plainHeading(cellText(cell));
    const names = (Object.keys(HEADINGS) as Column[]).filter((name) => HEADINGS[name].test(heading));
    for (const name of names) if (!found.has(name)) found.set(name, index);
  }
  return NEEDED.every((name) => found.has(name)) ? found : undefined;
}

function readRows(sheet: FileSheet, heading: number, columns: ReadonlyMap<Column, number>, today: string): PastBook {
  const title = [sheet.name, ...sheet.rows.slice(0, heading).flatMap((cells) => cells.map(cellText))].join(" ");
  const entries: BookEntry[] = [];
  const problems: RowProblem[] = [];
  let openingFen: number | undefined;
  let balanceFen = 0;
  for (const [index, cells] of sheet.rows.entries()) {
    if (index <= heading || cells.every(isBlank)) continue;
    const cell = (column: Column) => cells[columns.get(column) ?? -1] ?? null;
    const row = index + 1;
    const read = readRow(row, cell, today);
    if (read === undefined) continue;
    if (read.problems.length > 0) {
      problems.push(...read.problems);
      continue;
    }
    if (read.isOpening && entries.length === 0) {
      openingFen = read.shownFen ?? read.inFen;
      balanceFen = openingFen;
      continue;
    }
    const amountFen = read.inFen || read.outFen;
    if (amountFen !== 0 && !read.isTotal) {
      const kind = read.inFen !== 0 ? "in" : "out";
      const movedFen = read.inFen - read.outFen;
      // A book that carries nothing over still says what it began with, by its first balance.
      if (openingFen === undefined) {
        openingFen = read.shownFen === undefined ? 0 : read.shownFen - movedFen;
        balanceFen = openingFen;
      }
      balanceFen += movedFen;
      entries.push({ row, day: read.day, no: read.no, summary: read.summary, kind, amountFen, balanceFen });
    }
    if (read.shownFen !== undefined && read.shownFen !== balanceFen) {
      problems.push({
        row,
        path: "balance",
        code: "balance-differs",
        params: { written: fenText(read.shownFen), sum: fenText(balanceFen) },
      });
      balanceFen = read.shownFen;
    }
  }
  const sum = (kind: "in" | "out") =>
    entries.filter((entry) => entry.kind === kind).reduce((total, { amountFen }) => total + amountFen, 0);
  return {
    book: /银行/.test(title) ? "bank" : "cash",
    title:
      sheet.rows
        .slice(0, heading)
        .flat()
        .map(cellText)
        .find((text) => text.trim() !== "") ?? sheet.name,
    openingFen: openingFen ?? 0,
    entries,
    incomeFen: sum("in"),
    expenseFen: sum("out"),
    closingFen: balanceFen,
    problems,
  };
}

type ReadRow = {
  readonly isOpening: boolean;
  readonly isTotal: boolean;
  readonly day: string;
  readonly no: string;
  readonly summary: string;
  readonly inFen: number;
  readonly outFen: number;
  readonly shownFen: number | undefined;
  readonly problems: readonly RowProblem[];
};

/** One row, or undefined where it says nothing about money (a signature, a note below the table). */
function readRow(row: number, cell: (column: Column) => Cell, today: string): ReadRow | undefined {
  const summary = cellText(cell("summary")).replace(/\s+/g, " ").trim();
  const [inFen, outFen, shownFen] = [fenOf(cell("in")), fenOf(cell("out")), fenOf(cell("balance"))];
  if (inFen === undefined && outFen === undefined && shownFen === undefined) return undefined;
  const isOpening = OPENING.test(summary);
  const isTotal = TOTAL.test(summary);
  const problems: RowProblem[] = [];
  const bad = (path: string, code: string) => problems.push({ row, path, code });
  for (const [path, fen] of Object.entries({ in: inFen, out: outFen, balance: shownFen })) {
    if (fen === "unreadable") bad(path, "not-money");
  }
  const day = dayFromText(cellText(cell("date")));
  if (!isOpening && !isTotal) {
    if (day === undefined) bad("date", cellText(cell("date")).trim() === "" ? "required" : "not-a-date");
    else if (day > today) bad("date", "in-the-future");
    if (summary === "") bad("summary", "required");
    if ([...summary].length > TEXT_MAX) bad("summary", "too-long");
    if (inFen && outFen) bad("in", "in-and-out");
    if (!inFen && !outFen) bad("in", "required");
  }
  const amount = (fen: number | "unreadable" | undefined) => (typeof fen === "number" ? fen : 0);
  return {
    isOpening,
    isTotal,
    day: day ?? "",
    no: cellText(cell("no")).trim().slice(0, 60),
    summary,
    inFen: amount(inFen),
    outFen: amount(outFen),
    shownFen: typeof shownFen === "number" ? shownFen : undefined,
    problems,
  };
}

/** An amount of a cell in fen; undefined where the cell is empty or a dash. */
function fenOf(cell: Cell): number | "unreadable" | undefined {
  if (isBlank(cell)) return undefined;
  if (typeof cell === "number") return fenFrom(cell);
  const plain = halfWidth(cellText(cell)).replace(/[\s,¥￥元]/g, "");
  if (/^[-—–]*$/.test(plain)) return undefined;
  return /^-?\d{1,12}(\.\d{1,2})?$/.test(plain) ? fenFrom(Number(plain)) : "unreadable";
}

function fenFrom(yuan: number): number | "unreadable" {
  const fen = Math.round(yuan * 100);
  return Number.isSafeInteger(fen) && Math.abs(fen) <= 1e14 && Math.abs(yuan * 100 - fen) < 1e-4 ? fen : "unreadable";
}

function fenText(fen: number): string {
  return (fen / 100).toFixed(2);
}
