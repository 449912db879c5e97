import { describe, expect, it } from "vitest";
import { dayCloseProblems, dayWarnings, isLate, yuan } from "../../../../shared/rules/ledger/day-close.ts";
import { monthCloseProblems } from "../../../../shared/rules/ledger/month-close.ts";
import { isReviewed, reviewDue, reviewProblems } from "../../../../shared/rules/ledger/review.ts";

const close = {
  day: "2026-05-06",
  today: "2026-05-06",
  closedThrough: "2026-05-04",
  base: { cashFen: 100_000, bankFen: 0 },
  openDays: [{ day: "2026-05-06", cashFen: -20_000, bankFen: 0 }],
  countedFen: 80_000,
  reason: undefined,
};
const codes = (problems: readonly { code: string }[]) => problems.map(({ code }) => code);

describe("S8.16 a day is closed with the cash counted", () => {
  it("when it agrees with the book", () => expect(dayCloseProblems(close)).toEqual([]));

  it("when it does not, only with a reason", () => {
    const short = { ...close, countedFen: 79_950 };
    expect(dayCloseProblems(short)).toEqual([
      { path: "reason", code: "difference-needs-reason", params: { difference: "-0.50" } },
    ]);
    expect(dayCloseProblems({ ...short, reason: "  " })).toHaveLength(1);
    expect(dayCloseProblems({ ...short, reason: "找零差错" })).toEqual([]);
  });

  it("in order, once, and not before it has come", () => {
    expect(codes(dayCloseProblems({ ...close, day: "2026-05-07" }))).toEqual(["in-the-future"]);
    expect(codes(dayCloseProblems({ ...close, day: "2026-05-04" }))).toEqual(["day-closed"]);
    const openDays = [{ day: "2026-05-05", cashFen: 1, bankFen: 0 }, ...close.openDays];
    expect(codes(dayCloseProblems({ ...close, openDays }))).toEqual(["earlier-day-open"]);
  });

  it("with a remark where cash is over the limit, spent from income, or closed late", () => {
    const limits = { cashLimitFen: 80_000 };
    expect(codes(dayWarnings(close, { outFen: 20_000, drawnFen: 0 }, limits))).toEqual([]);
    expect(codes(dayWarnings(close, { outFen: 100_001, drawnFen: 0 }, limits))).toEqual(["spent-from-income"]);
    expect(codes(dayWarnings(close, { outFen: 100_001, drawnFen: 1 }, limits))).toEqual([]);
    expect(codes(dayWarnings(close, { outFen: 0, drawnFen: 0 }, { cashLimitFen: 79_999 }))).toEqual([
      "cash-over-limit",
    ]);
  });

  it("at the latest on the next working day", () => {
    expect(isLate("2026-05-06", "2026-05-07")).toBe(false);
    expect(isLate("2026-05-06", "2026-05-08")).toBe(true);
    // A Friday may be closed on Monday.
    expect(isLate("2026-05-08", "2026-05-11")).toBe(false);
    expect(isLate("2026-05-08", "2026-05-12")).toBe(true);
  });
});

describe("S8.16 a month is closed with the bank's statement", () => {
  const month = {
    month: "2026-05",
    today: "2026-06-01",
    closedMonth: "2026-04",
    months: ["2026-04", "2026-05"],
    openDays: [],
    bookBankFen: 500_000,
    statementFen: 500_000,
    items: [],
  };

  it("when it agrees, or every difference is listed", () => {
    expect(monthCloseProblems(month)).toEqual([]);
    const differs = { ...month, statementFen: 512_300 };
    expect(codes(monthCloseProblems(differs))).toEqual(["statement-differs"]);
    expect(monthCloseProblems({ ...differs, items: [{ text: "在途", amountFen: 12_300 }] })).toEqual([]);
    expect(codes(monthCloseProblems({ ...differs, items: [{ text: "在途", amountFen: 12_299 }] }))).toHaveLength(1);
  });

  it("when it is over, its days are closed and the month before is too", () => {
    expect(codes(monthCloseProblems({ ...month, today: "2026-05-31" }))).toEqual(["month-not-over"]);
    expect(codes(monthCloseProblems({ ...month, openDays: ["2026-05-30"] }))).toEqual(["earlier-day-open"]);
    expect(codes(monthCloseProblems({ ...month, closedMonth: "2026-05" }))).toEqual(["month-closed"]);
    expect(codes(monthCloseProblems({ ...month, closedMonth: "2026-03" }))).toEqual(["earlier-month-open"]);
    expect(codes(monthCloseProblems({ ...month, closedMonth: undefined }))).toEqual(["earlier-month-open"]);
  });
});

describe("S8.20 the council reviews a month", () => {
  const review = { isClosed: true, signatures: [], account: "a", posts: ["council"] };
  const signature = (account: string) => ({ account, name: account, at: 0 });

  it("after it is closed, each reviewer once, and nobody reviews accounts they keep", () => {
    expect(reviewProblems(review)).toEqual([]);
    expect(codes(reviewProblems({ ...review, isClosed: false }))).toEqual(["month-open"]);
    expect(codes(reviewProblems({ ...review, signatures: [signature("a")] }))).toEqual(["already-signed"]);
    for (const post of ["director", "cashier", "accountant"]) {
      expect(codes(reviewProblems({ ...review, posts: ["council", post] })), post).toEqual(["reviewer-not-apart"]);
    }
  });

  it("with two different reviewers", () => {
    expect(isReviewed([signature("a")], 2)).toBe(false);
    expect(isReviewed([signature("a"), signature("a")], 2)).toBe(false);
    expect(isReviewed([signature("a"), signature("b")], 2)).toBe(true);
  });

  it("by the tenth of the next month", () => {
    expect(reviewDue("2026-05", 10)).toBe("2026-06-10");
    expect(reviewDue("2026-12", 10)).toBe("2027-01-10");
  });
});

it("amounts are read as people write them", () => {
  expect([yuan(0), yuan(5), yuan(-12_345)]).toEqual(["0.00", "0.05", "-123.45"]);
});
