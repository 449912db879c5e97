import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { balanceAt, movementOf, overdrawn, plus, runningBalance } from "../../../../shared/rules/ledger/balance.ts";

const day = fc.integer({ min: 1, max: 28 }).map((number) => `2026-05-${String(number).padStart(2, "0")}`);
const fen = fc.integer({ min: -1_000_000, max: 1_000_000 });
const sums = fc.array(fc.record({ day, cashFen: fen, bankFen: fen }), { maxLength: 30 });
const base = { cashFen: 10_000, bankFen: 50_000 };

describe("what a voucher does to the books", () => {
  it("puts income in, takes expense out, and moves a transfer between till and bank", () => {
    const voucher = { book: "cash" as const, line: "donation", amountFen: 500 };
    expect(movementOf({ ...voucher, kind: "in" })).toEqual({ cashFen: 500, bankFen: 0 });
    expect(movementOf({ ...voucher, kind: "out", book: "bank" })).toEqual({ cashFen: 0, bankFen: -500 });
    expect(movementOf({ ...voucher, kind: "transfer", line: "deposit" })).toEqual({ cashFen: -500, bankFen: 500 });
    expect(movementOf({ ...voucher, kind: "transfer", book: "bank", line: "draw" })).toEqual({
      cashFen: 500,
      bankFen: -500,
    });
  });

  it("a reversing voucher does exactly the opposite", () => {
    fc.assert(
      fc.property(
        fc.constantFrom("in", "out", "transfer" as const),
        fc.constantFrom("cash", "bank" as const),
        fc.constantFrom("deposit", "draw"),
        fc.integer({ min: 1, max: 1e12 }),
        (kind, book, line, amountFen) => {
          const there = movementOf({ kind, book, line, amountFen });
          const back = movementOf({ kind, book, line, amountFen: -amountFen });
          expect(plus(there, back)).toEqual({ cashFen: 0, bankFen: 0 });
        },
      ),
    );
  });
});

describe("balances", () => {
  it("opening and everything that moved is the closing balance, day by day", () => {
    fc.assert(
      fc.property(sums, (days) => {
        expect(balanceAt(base, days, "2026-05-31")).toEqual(days.reduce(plus, base));
        const before = balanceAt(base, days, "2026-05-14");
        const after = days.filter((one) => one.day > "2026-05-14").reduce(plus, before);
        expect(after).toEqual(balanceAt(base, days, "2026-05-31"));
      }),
    );
  });

  it("S8.16 a journal's running balance ends where opening + in - out does", () => {
    const entries = fc.array(fc.record({ inFen: fc.nat(1e9), outFen: fc.nat(1e9) }), { maxLength: 50 });
    fc.assert(
      fc.property(fc.nat(1e9), entries, (openingFen, list) => {
        const shown = runningBalance(openingFen, list);
        const sum = (key: "inFen" | "outFen") => list.reduce((total, entry) => total + entry[key], 0);
        expect(shown.at(-1)?.balanceFen ?? openingFen).toBe(openingFen + sum("inFen") - sum("outFen"));
      }),
    );
  });

  it("no book falls below zero on any day, today or later", () => {
    const days = [
      { day: "2026-05-02", cashFen: 5_000, bankFen: 0 },
      { day: "2026-05-09", cashFen: -14_000, bankFen: 0 },
    ];
    const spend = (cashFen: number) => ({ cashFen: -cashFen, bankFen: 0 });
    expect(overdrawn(base, days, "2026-05-20", spend(1_000))).toBeUndefined();
    expect(overdrawn(base, days, "2026-05-20", spend(1_001))).toBe("cash");
    // There was enough on that day, and then not for what was paid a week later.
    expect(overdrawn(base, days, "2026-05-03", spend(1_001))).toBe("cash");
    expect(overdrawn(base, days, "2026-05-03", { cashFen: 0, bankFen: -50_001 })).toBe("bank");
  });

  it("what is let through never makes a book negative that was not", () => {
    fc.assert(
      fc.property(sums, day, fen, fen, (days, at, cashFen, bankFen) => {
        const ends = [...new Set([at, ...days.map((one) => one.day)])];
        const holds = (list: typeof days) =>
          ends.every((end) => Object.values(balanceAt(base, list, end)).every((amount) => amount >= 0));
        fc.pre(holds(days));
        const refused = overdrawn(base, days, at, { cashFen, bankFen });
        expect(refused === undefined).toBe(holds([...days, { day: at, cashFen, bankFen }]));
      }),
    );
  });
});
