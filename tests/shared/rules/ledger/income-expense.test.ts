import fc from "fast-check";
import { expect, it } from "vitest";
import { entryProblems, isMajor, isOwnClaim, submitProblems } from "../../../../shared/rules/ledger/entry.ts";
import { holdsTogether, incomeExpenseTable, type Sum } from "../../../../shared/rules/ledger/income-expense.ts";
import { LINES, linesOf, proposedLine } from "../../../../shared/rules/ledger/lines.ts";

const opening = { cashFen: 100_000, bankFen: 0 };
const income = (source: string, amountFen: number): Sum => ({ kind: "in", line: "office-fund", source, amountFen });

it("S9.14 shares of the four sources add up to 100.0 %", () => {
  const sums = [income("1", 13_200_000), income("2", 2_400_000), income("3", 1_200_000), income("4", 1_800_000)];
  const table = incomeExpenseTable("2026", opening, { cashFen: 18_700_000, bankFen: 0 }, sums, 4);
  expect(table.income.map(({ share }) => share)).toEqual([71, 12.9, 6.4, 9.7, 0]);
  expect(table.incomeFen).toBe(18_600_000);
});

it("S8.4 opening, each line of income and expense, and the closing balance hold together", () => {
  const line = fc.constantFrom(...linesOf("in"), ...linesOf("out"));
  const sums = fc.array(fc.record({ line, amountFen: fc.integer({ min: 1, max: 1e9 }) }), { maxLength: 40 });
  fc.assert(
    fc.property(sums, (list) => {
      const all = list.map(({ line: name, amountFen }): Sum => {
        const { kind = "out", source } = LINES[name] ?? {};
        return { kind, line: name, ...(source && { source }), amountFen };
      });
      const moved = all.reduce((sum, one) => sum + (one.kind === "in" ? one.amountFen : -one.amountFen), 0);
      const closing = { cashFen: 40_000, bankFen: opening.cashFen + moved - 40_000 };
      const table = incomeExpenseTable("2026-05", opening, closing, all, all.length);
      expect(holdsTogether(table)).toBe(true);
      const shares = table.income.flatMap(({ share }) => share ?? []);
      if (table.incomeFen > 0) expect(Math.round(shares.reduce((sum, share) => sum + share, 0) * 10)).toBe(1000);
      expect(table.expense.reduce((sum, one) => sum + one.amountFen, 0)).toBe(table.expenseFen);
      expect(table.incomeLines.reduce((sum, one) => sum + one.amountFen, 0)).toBe(table.incomeFen);
    }),
  );
});

it("a transfer between till and bank is neither income nor expense", () => {
  const sums: Sum[] = [{ kind: "transfer", line: "deposit", amountFen: 5_000 }];
  const table = incomeExpenseTable("2026-05", opening, { cashFen: 95_000, bankFen: 5_000 }, sums, 1);
  expect([table.incomeFen, table.expenseFen, holdsTogether(table)]).toEqual([0, 0, true]);
});

it("the words of past books find their line and source", () => {
  expect(proposedLine("in", "街道拨付办公经费")).toEqual({ line: "office-fund", source: "1" });
  expect(proposedLine("in", "社区用房租金")).toEqual({ line: "rent", source: "2" });
  expect(proposedLine("out", "楼道照明维修")).toEqual({ line: "maintenance" });
  expect(proposedLine("out", "某某")).toEqual({ line: "other-out" });
});

const values = {
  kind: "out",
  book: "cash",
  date: "2026-05-06",
  amountFen: 100,
  line: "office",
  documentKind: "invoice",
  documentNo: "A1",
  attachments: 1,
};
const paths = (problems: readonly { path: string }[]) => problems.map(({ path }) => path);

it("refuses amounts and dates no voucher has", () => {
  expect(entryProblems(values, "2026-06-01")).toEqual([]);
  for (const amountFen of [0, -1, 1_000_000_000_001]) {
    expect(paths(entryProblems({ ...values, amountFen }, "2026-06-01")), String(amountFen)).toEqual(["amountFen"]);
  }
  expect(paths(entryProblems({ ...values, date: "1900-01-01" }, "2026-06-01"))).toEqual(["date"]);
  expect(paths(entryProblems({ ...values, line: "rent" }, "2026-06-01"))).toEqual(["line"]);
  expect(paths(entryProblems({ ...values, kind: "transfer", line: "draw" }, "2026-06-01"))).toEqual(["book"]);
  expect(paths(entryProblems({ ...values, kind: "in", line: "rent" }, "2026-06-01"))).toEqual(["source"]);
});

it("S8.19 nothing is submitted without its document", () => {
  expect(submitProblems(values)).toEqual([]);
  expect(paths(submitProblems({ ...values, documentNo: null }))).toEqual(["documentNo"]);
  expect(paths(submitProblems({ ...values, attachments: 0 }))).toEqual(["attachments"]);
  expect(paths(submitProblems({ kind: "in", source: "1" }))).toEqual(["documentKind", "documentNo"]);
  expect(submitProblems({ kind: "transfer", line: "draw" })).toEqual([]);
});

it("S2.6 a donation says who gave and whether the name may be published", () => {
  const gift = { kind: "in", source: "3", documentKind: "receipt", documentNo: "7" };
  expect(paths(submitProblems(gift))).toEqual(["counterparty", "publishName"]);
  expect(submitProblems({ ...gift, counterparty: "某某公司", publishName: false })).toEqual([]);
});

it("S8.18 knows what is major: from the amount, or by its mark", () => {
  expect(isMajor({ ...values, amountFen: 499_999 }, 500_000)).toBe(false);
  expect(isMajor({ ...values, amountFen: 500_000 }, 500_000)).toBe(true);
  expect(isMajor({ ...values, major: true }, 500_000)).toBe(true);
  expect(isMajor({ kind: "in", amountFen: 900_000 }, 500_000)).toBe(false);
});

it("S8.15 knows the director's own claim", () => {
  expect(isOwnClaim({ ...values, handler: "周建民" }, "周建民")).toBe(true);
  expect(isOwnClaim({ ...values, counterparty: "周建民" }, "周建民")).toBe(true);
  expect(isOwnClaim({ ...values, handler: "李芳" }, "周建民")).toBe(false);
  expect(isOwnClaim({ kind: "in", handler: "周建民" }, "周建民")).toBe(false);
});
