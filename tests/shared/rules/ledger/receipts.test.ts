import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { executionOf, overLine } from "../../../../shared/rules/ledger/budget.ts";
import {
  isIn,
  nextFree,
  printed,
  rangeOf,
  receiptFinding,
  receiptOf,
} from "../../../../shared/rules/ledger/receipts.ts";

const series = fc.constantFrom("", "A", "渝财", "2026-", "AB-");
const range = fc
  .tuple(series, fc.integer({ min: 0, max: 9_000_000 }), fc.integer({ min: 0, max: 200 }))
  .map(([text, from, more]) => {
    const no = (number: number) => text + String(number).padStart(8, "0");
    return { first: no(from), last: no(from + more), from, to: from + more };
  });

describe("a receipt book", () => {
  it("holds exactly the numbers from its first to its last, however they are typed", () => {
    fc.assert(
      fc.property(range, fc.integer({ min: -300, max: 300 }), ({ first, last, from, to }, off) => {
        const number = Math.max(0, from + off);
        const typed = printed(number, { first, last });
        for (const text of [typed, ` ${typed.toLowerCase()} `]) {
          const receipt = receiptOf(text);
          expect(receipt?.number).toBe(number);
          expect(receipt !== undefined && isIn(receipt, { first, last })).toBe(number >= from && number <= to);
        }
      }),
    );
  });

  it("offers the lowest number nobody has taken, and none once all are taken", () => {
    fc.assert(
      fc.property(range, fc.array(fc.integer({ min: 0, max: 200 })), ({ first, last, from, to }, offsets) => {
        const taken = new Set(offsets.map((off) => from + off));
        const next = nextFree({ first, last }, taken);
        const all = Array.from({ length: to - from + 1 }, (_, index) => from + index);
        expect(next).toBe(all.find((number) => !taken.has(number)));
      }),
    );
  });

  it("is no range backwards, across series, or without digits", () => {
    expect(rangeOf({ first: "A0100", last: "A0099" })).toBeUndefined();
    expect(rangeOf({ first: "A0001", last: "B0050" })).toBeUndefined();
    expect(rangeOf({ first: "A", last: "A" })).toBeUndefined();
  });
});

describe("an income's receipt", () => {
  const book = { first: "A0001", last: "A0050", open: true };
  const income = { line: "donation", documentKind: "receipt", documentNo: "A0007" };

  it("comes out of a book in hand, and while there is none nobody is stopped", () => {
    fc.assert(
      fc.property(
        fc.string(),
        fc.constantFrom("receipt", "invoice", "bank-slip", undefined),
        (documentNo, documentKind) => {
          expect(receiptFinding({ line: "rent", documentKind, documentNo }, []).kind).not.toBe("refused");
        },
      ),
    );
    expect(receiptFinding(income, [book])).toMatchObject({ kind: "in-book", receipt: { series: "A", number: 7 } });
    expect(receiptFinding({ ...income, documentNo: "A0051" }, [book])).toMatchObject({ code: "receipt-outside" });
    expect(receiptFinding({ ...income, documentNo: "?" }, [book])).toMatchObject({ code: "receipt-outside" });
    expect(receiptFinding(income, [{ ...book, open: false }])).toMatchObject({ code: "receipt-gone-back" });
  });

  it("is not needed for interest alone", () => {
    const slip = { line: "interest", documentKind: "bank-slip", documentNo: "1" };
    expect(receiptFinding(slip, [book])).toEqual({ kind: "none-needed" });
    expect(receiptFinding({ ...slip, line: "rent" }, [book])).toMatchObject({ code: "receipt-needed" });
  });
});

describe("a budget line", () => {
  it("is gone over by exactly what actual and voucher are more than the plan", () => {
    const fen = fc.integer({ min: 0, max: 10_000_000 });
    fc.assert(
      fc.property(fen, fen, fc.integer({ min: 1, max: 1_000_000 }), (planned, actual, amount) => {
        expect(overLine(planned, actual, amount)).toBe(Math.max(0, actual + amount - planned));
        expect(overLine(planned, actual, -amount)).toBe(0);
        expect(overLine(undefined, actual, amount)).toBe(0);
      }),
    );
  });

  it("is executed in percent of its plan, and has no percentage without one", () => {
    expect(executionOf("water-power", 2_000_000, 1_555_500).percent).toBe(77.8);
    expect(executionOf("office", null, 100).percent).toBeNull();
    expect(executionOf("office", 0, 100).percent).toBeNull();
  });
});
