import { beforeEach, describe, expect, it } from "vitest";
import {
  acted,
  approved,
  balance,
  codesOf,
  EXPENSE,
  entered,
  INCOME,
  type Office,
  openOffice,
  paid,
  submitted,
} from "./office.ts";

let office: Office;
beforeEach(async () => {
  office = await openOffice();
});
const DAY_MS = 86_400_000;
const close = (day: string, countedFen: number, reason?: string) =>
  office.cashier("POST", `/ledger/days/${day}/close`, { countedFen, ...(reason !== undefined && { reason }) });

describe("S8.16 a day is closed", () => {
  it("with the cash counted; then nothing more is entered for it, by whatever way", async () => {
    await approved(office, INCOME);
    const waiting = await entered(office, EXPENSE);
    const closed = await close("2026-06-01", 1_000_000);
    expect(closed.status).toBe(200);
    expect(closed.body).toMatchObject({ day: "2026-06-01", closed: { cashFen: 1_000_000, differenceFen: 0 } });
    for (const answer of [
      await office.cashier("POST", "/ledger/vouchers", EXPENSE),
      await office.cashier("POST", "/registers/vouchers/records", { values: EXPENSE }),
      await office.cashier("POST", `/ledger/vouchers/${waiting.id}/submit`),
    ]) {
      expect([answer.status, codesOf(answer)]).toEqual([422, ["date day-closed"]]);
    }
    const pasted = await office.cashier("POST", "/registers/vouchers/patches", { patches: [{ values: EXPENSE }] });
    expect(pasted.body.map((row) => row.fields.map(({ code }) => code))).toEqual([["day-closed"]]);
    // A draft that came too late is put on a day that is open.
    office.clock.now += DAY_MS;
    const headers = { "if-match": `"${waiting.version}"` };
    const moved = { values: { date: "2026-06-02" } };
    expect((await office.cashier("PATCH", `/registers/vouchers/records/${waiting.id}`, moved, headers)).status).toBe(
      200,
    );
  });

  it("only with a reason where the cash differs, and only by the cashier", async () => {
    await approved(office, INCOME);
    const short = await close("2026-06-01", 999_900);
    expect([short.status, codesOf(short)]).toEqual([422, ["reason difference-needs-reason"]]);
    const body = { countedFen: 1_000_000 };
    expect((await office.director("POST", "/ledger/days/2026-06-01/close", body)).status).toBe(403);
    const told = await close("2026-06-01", 999_900, "A coin was lost");
    expect(told.body).toMatchObject({ closed: { differenceFen: -100, reason: "A coin was lost", by: "Cashier" } });
  });

  it("in order, and again with the same answer when the first was lost", async () => {
    await approved(office, { ...INCOME, date: "2026-05-30" });
    await approved(office, { ...INCOME, date: "2026-05-31", documentNo: "R-2" });
    const skipped = await close("2026-05-31", 2_000_000);
    expect([skipped.status, codesOf(skipped)]).toEqual([409, ["day earlier-day-open"]]);
    const first = await close("2026-05-30", 1_000_000);
    const second = await close("2026-05-30", 1_000_000);
    expect(second.body).toEqual(first.body);
    expect([(await close("2026-05-30", 1)).status, (await close("2026-06-02", 0)).status]).toEqual([409, 409]);
    expect((await close("2026-02-30", 0)).status).toBe(422);
    expect((await close("2026-05-31", 2_000_000)).status).toBe(200);
    expect(await balance(office, "2026-05-30")).toEqual({ cashFen: 1_000_000, bankFen: 0 });
    expect(await balance(office, "2026-06-01")).toEqual({ cashFen: 2_000_000, bankFen: 0 });
    expect(await balance(office, "2026-01-01")).toEqual({ cashFen: 0, bankFen: 0 });
  });

  it("not while a voucher of that day waits for the director", async () => {
    const { id } = await submitted(office, INCOME);
    const early = await close("2026-06-01", 0);
    expect([early.status, codesOf(early)]).toEqual([409, ["day waiting-for-approval"]]);
    await acted(office.director, id, "approve");
    expect((await close("2026-06-01", 1_000_000)).status).toBe(200);
  });

  it("what is paid after its day was closed counts on the day it is paid", async () => {
    await approved(office, INCOME);
    const { id } = await approved(office, EXPENSE);
    await close("2026-06-01", 1_000_000);
    office.clock.now += DAY_MS;
    expect((await acted(office.cashier, id, "pay")).bookedOn).toBe("2026-06-02");
    expect(await balance(office, "2026-06-01")).toEqual({ cashFen: 1_000_000, bankFen: 0 });
    expect(await balance(office)).toEqual({ cashFen: 987_655, bankFen: 0 });
  });

  it("reminds the cashier to deposit, of spending income, and of a day left open", async () => {
    await approved(office, { ...INCOME, date: "2026-05-28" });
    const closed = await close("2026-05-28", 1_000_000);
    const codes = (answer: typeof closed) =>
      (answer.body as unknown as { closed: { warnings: { code: string }[] } }).closed.warnings.map(({ code }) => code);
    expect(codes(closed)).toEqual(["cash-over-limit", "closed-late"]);
    await paid(office, { ...EXPENSE, date: "2026-05-29" });
    const next = await entered(office, EXPENSE);
    expect(next.warnings?.map(({ code }) => code)).toEqual(["day-not-closed"]);
  });
});

describe("S8.16 a month is closed and S8.20 reviewed", () => {
  const closeMonth = (month: string, bankFen: number, items: unknown[] = []) =>
    office.accountant("POST", `/ledger/months/${month}/close`, { bankFen, items });
  const sign = (caller: typeof office.council, findings?: string) =>
    caller("POST", "/ledger/months/2026-05/review", findings === undefined ? {} : { findings });
  const moveMay = async () => {
    await approved(office, { ...INCOME, date: "2026-05-04" });
    await approved(office, {
      ...INCOME,
      date: "2026-05-04",
      book: "bank",
      line: "rent",
      source: "2",
      amountFen: 500_000,
    });
    await paid(office, { ...EXPENSE, date: "2026-05-04", handler: "Director" });
  };

  it("by the accountant, after its days, with the bank's statement agreed", async () => {
    await moveMay();
    const early = await closeMonth("2026-05", 500_000);
    expect([early.status, codesOf(early)]).toEqual([409, ["month earlier-day-open"]]);
    await close("2026-05-04", 987_655);
    expect((await office.cashier("POST", "/ledger/months/2026-05/close", { bankFen: 500_000 })).status).toBe(403);
    const differs = await closeMonth("2026-05", 480_000);
    expect([differs.status, codesOf(differs)]).toEqual([422, ["items statement-differs"]]);
    const closed = await closeMonth("2026-05", 480_000, [{ text: "Cheque on its way", amountFen: -20_000 }]);
    expect(closed.status).toBe(200);
    expect(closed.body).toMatchObject({
      table: {
        opening: { cashFen: 0, bankFen: 0 },
        incomeFen: 1_500_000,
        expenseFen: 12_345,
        closing: { cashFen: 987_655, bankFen: 500_000 },
        vouchers: 3,
      },
      released: false,
      selfApproved: [{ no: "付0001", amountFen: 12_345 }],
    });
    const late = await office.cashier("POST", "/ledger/vouchers", { ...EXPENSE, date: "2026-05-31" });
    expect([late.status, codesOf(late)]).toEqual([422, ["date day-closed"]]);
    const again = await closeMonth("2026-05", 480_000);
    expect([again.status, codesOf(again)]).toEqual([409, ["month month-closed"]]);
    expect((await closeMonth("2026-06", 0)).status).toBe(409);
  });

  it("S8.20 by two of the council who keep no accounts; only then it is released", async () => {
    await moveMay();
    const early = await sign(office.council);
    expect([early.status, codesOf(early)]).toEqual([409, ["month month-open"]]);
    await close("2026-05-04", 987_655);
    await closeMonth("2026-05", 500_000);
    expect((await sign(office.director)).status).toBe(403);
    const mixed = await office.as(["council", "accountant"]);
    expect([codesOf(await sign(mixed))]).toEqual([["reviewer reviewer-not-apart"]]);
    const first = await sign(office.council, "Receipt 7 is hard to read");
    expect(first.body).toMatchObject({ released: false, signatures: [{ name: "Council" }] });
    // One signature given twice is one signature.
    expect((await sign(office.council)).body).toMatchObject({ released: false });
    const second = await office.as(["supervision"], { name: "Second" });
    expect((await sign(second)).body).toMatchObject({ released: true, reviewDue: "2026-06-10", reviewLate: false });
  });

  it("S8.20 is late after the tenth of the next month", async () => {
    await moveMay();
    office.clock.now = Date.parse("2026-06-11T02:00:00Z");
    // Tokens of the first of the month have run out by then.
    const council = await office.as(["council"]);
    const { body } = await council("GET", "/ledger/months/2026-05");
    expect(body).toMatchObject({ reviewDue: "2026-06-10", reviewLate: true });
  });

  it("the journals of cash and bank show each entry with the balance after it", async () => {
    await moveMay();
    const { body } = await office.accountant("GET", "/ledger/journal?book=cash&month=2026-05");
    expect(body).toMatchObject({
      openingFen: 0,
      entries: [
        { no: "收0001", inFen: 1_000_000, outFen: 0, balanceFen: 1_000_000 },
        { no: "付0001", inFen: 0, outFen: 12_345, balanceFen: 987_655 },
      ],
      closingFen: 987_655,
    });
  });
});
