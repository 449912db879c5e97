import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Cell } from "../../../../shared/files/cell.ts";
import { readPastBook } from "../../../../shared/rules/ledger/cash-book.ts";

const HEADINGS = ["日期", "凭证号", "摘要", "收入（元）", "支出（元）", "结余（元）"];
const sheet = (rows: readonly (readonly Cell[])[], title = "某社区现金日记账") => [
  { name: "日记账", rows: [[title], HEADINGS, ...rows], merges: [] },
];
const read = (rows: readonly (readonly Cell[])[], title?: string) => readPastBook(sheet(rows, title), "2026-06-01");

describe("a past cash book", () => {
  it("is read with what it began with, its vouchers and where it closes; totals are no vouchers", () => {
    const book = read([
      ["2025-01-01", "", "上年结转", "", "", 3000],
      ["2025-01-03", "付字0001", "水电费", "", 130.55, 2869.45],
      ["2025-01-05", "收字0002", "爱心捐款", "1,000.10", "", "3,869.55"],
      ["2025-01-31", "", "1月合计", 1000.1, 130.55, 3869.55],
      ["", "", "本年合计", 1000.1, 130.55, 3869.55],
    ]);
    expect(book).toMatchObject({
      book: "cash",
      openingFen: 300_000,
      incomeFen: 100_010,
      expenseFen: 13_055,
      closingFen: 386_955,
      problems: [],
    });
    expect(book?.entries.map(({ row, no, kind, amountFen }) => [row, no, kind, amountFen])).toEqual([
      [4, "付字0001", "out", 13_055],
      [5, "收字0002", "in", 100_010],
    ]);
  });

  it("says which row's balance does not follow, and goes on from what is written", () => {
    const book = read([
      ["2025-01-01", "", "上年结转", "", "", 100],
      ["2025-01-02", "1", "水费", "", 30, 71],
      ["2025-01-03", "2", "电费", "", 20, 51],
    ]);
    expect(book?.problems).toEqual([
      { row: 4, path: "balance", code: "balance-differs", params: { written: "71.00", sum: "70.00" } },
    ]);
  });

  it("names what cannot be read, row by row", () => {
    const book = read([
      ["2025-02-30", "1", "水费", "", 30, ""],
      ["2027-01-01", "2", "水费", "", 30, ""],
      ["2025-01-03", "3", "水费", 5, 30, ""],
      ["2025-01-03", "4", "", "", 30, ""],
      ["2025-01-03", "5", "水费", "", "三十", ""],
      ["2025-01-03", "6", "水费", "", 0.005, ""],
    ]);
    expect(book?.problems.map(({ row, path, code }) => `${row} ${path} ${code}`)).toEqual([
      "3 date not-a-date",
      "4 date in-the-future",
      "5 in in-and-out",
      "6 summary required",
      "7 out not-money",
      "8 out not-money",
    ]);
  });

  it("is the bank's when its title says so, and begins before its first balance when nothing is carried over", () => {
    const book = read([["2025-01-02", "1", "水费", "", 30, 70]], "银行存款日记账");
    expect([book?.book, book?.openingFen, book?.closingFen]).toEqual(["bank", 10_000, 7_000]);
  });

  it("is not there without its columns", () => {
    expect(readPastBook([{ name: "A", rows: [["姓名", "电话"]], merges: [] }], "2026-06-01")).toBeUndefined();
  });

  it("closes at opening + income - expense, whatever is in it", () => {
    const entry = fc.record({ isIn: fc.boolean(), fen: fc.integer({ min: 1, max: 10_000_000 }) });
    fc.assert(
      fc.property(fc.nat(10_000_000), fc.array(entry, { maxLength: 40 }), (openingFen, list) => {
        const rows = list.map(({ isIn, fen }) => [
          "2025-03-01",
          "",
          "某项",
          isIn ? fen / 100 : "",
          isIn ? "" : fen / 100,
          "",
        ]);
        const book = read([["2025-01-01", "", "上年结转", "", "", openingFen / 100], ...rows]);
        if (!book) throw new Error("There is a book");
        expect(book.problems).toEqual([]);
        expect(book.closingFen).toBe(openingFen + book.incomeFen - book.expenseFen);
        expect(book.entries).toHaveLength(list.length);
      }),
    );
  });
});
