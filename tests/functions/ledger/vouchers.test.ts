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
  voucherOf,
} from "./office.ts";

let office: Office;
beforeEach(async () => {
  office = await openOffice();
});

describe("a voucher's way", () => {
  it("S8.17 goes from the cashier to the director and back to the cashier, one act at a time", async () => {
    const income = await approved(office, INCOME);
    expect(income).toMatchObject({ state: "approved", no: "收0001", previousHash: null, bookedOn: "2026-06-01" });
    const draft = await entered(office, EXPENSE);
    expect(draft).toMatchObject({ state: "draft", version: 1, amountFen: 12_345 });
    expect((await acted(office.cashier, draft.id, "submit")).state).toBe("submitted");
    const voucher = await acted(office.director, draft.id, "approve");
    expect(voucher).toMatchObject({
      state: "approved",
      no: "付0001",
      previousHash: income.hash,
      approvedBy: "Director",
    });
    expect(await balance(office)).toEqual({ cashFen: 1_000_000, bankFen: 0 });
    expect(await acted(office.cashier, draft.id, "pay")).toMatchObject({ state: "paid", hash: voucher.hash });
    expect(await balance(office)).toEqual({ cashFen: 987_655, bankFen: 0 });
    expect(await balance(office, "2026-05-31")).toEqual({ cashFen: 0, bankFen: 0 });
  });

  it("goes back to the cashier with a reason, and comes again when it has been mended", async () => {
    const { id } = await submitted(office, EXPENSE);
    const silent = await office.director("POST", `/ledger/vouchers/${id}/return`, {});
    expect([silent.status, codesOf(silent)]).toEqual([422, ["reason required"]]);
    const returned = await acted(office.director, id, "return", { reason: "Whose signature is this?" });
    expect(returned.state).toBe("returned");
    const patch = { values: { witness: "Somebody" } };
    const headers = { "if-match": `"${returned.version}"` };
    expect((await office.cashier("PATCH", `/registers/vouchers/records/${id}`, patch, headers)).status).toBe(200);
    expect((await acted(office.cashier, id, "submit")).state).toBe("submitted");
    const history = await office.accountant("GET", `/registers/vouchers/records/${id}/history`);
    expect(history.body.map(({ reason }) => reason).filter(Boolean)).toEqual(["Whose signature is this?"]);
  });

  it("S8.19 does not begin without its document", async () => {
    const { documentNo: _, ...bare } = EXPENSE;
    const { id } = await entered(office, bare);
    const answer = await office.cashier("POST", `/ledger/vouchers/${id}/submit`);
    expect([answer.status, codesOf(answer)]).toEqual([422, ["documentNo document-missing"]]);
  });

  it("S8.18 of major expenditure passes the town before it is paid, with date and number", async () => {
    await approved(office, INCOME);
    const { id } = await approved(office, { ...EXPENSE, amountFen: 500_000 });
    const early = await office.cashier("POST", `/ledger/vouchers/${id}/pay`);
    expect([early.status, codesOf(early)]).toEqual([409, ["reportNo report-before-payment"]]);
    const half = await office.cashier("POST", `/ledger/vouchers/${id}/report`, { reportedOn: "2026-06-01" });
    expect([half.status, codesOf(half)]).toEqual([422, ["reportNo required"]]);
    const reported = await acted(office.cashier, id, "report", { reportedOn: "2026-06-01", reportNo: "2026-17" });
    expect(reported).toMatchObject({ state: "reported", reportNo: "2026-17" });
    expect(reported.rules).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ parameter: "ledger.majorFen", value: 500_000, checked: true, control: true }),
      ]),
    );
    expect((await acted(office.cashier, id, "pay")).state).toBe("paid");
    const small = await approved(office, EXPENSE);
    const report = { reportedOn: "2026-06-01", reportNo: "1" };
    const needless = await office.cashier("POST", `/ledger/vouchers/${small.id}/report`, report);
    expect([needless.status, codesOf(needless)]).toEqual([409, ["reportNo not-major"]]);
  });

  it("S8.15 marks what the director approved for themselves", async () => {
    const own = await approved(office, { ...EXPENSE, handler: "Director" });
    expect(own.selfApproved).toBe(true);
    expect((await approved(office, { ...EXPENSE, handler: "Clerk" })).selfApproved).toBeUndefined();
  });

  it("answers the same act asked for twice under one key with the same voucher", async () => {
    const { id } = await submitted(office, INCOME);
    const headers = { "idempotency-key": "once" };
    const first = await office.director("POST", `/ledger/vouchers/${id}/approve`, {}, headers);
    const second = await office.director("POST", `/ledger/vouchers/${id}/approve`, {}, headers);
    expect([first.status, second.status]).toEqual([200, 200]);
    expect(voucherOf(second)).toEqual(voucherOf(first));
  });
});

describe("a voucher once approved", () => {
  it("is taken back only by a reversing voucher, which stands in the books with its own number", async () => {
    await approved(office, INCOME);
    const wrong = await paid(office, EXPENSE);
    office.clock.now += 86_400_000;
    expect((await office.cashier("POST", `/ledger/vouchers/${wrong.id}/reverse`, { reason: "Twice" })).status).toBe(
      403,
    );
    const reversed = await acted(office.director, wrong.id, "reverse", { reason: "Twice" });
    expect(reversed).toMatchObject({ state: "reversed", reversedBy: "付0002", hash: wrong.hash, amountFen: 12_345 });
    expect(await balance(office)).toEqual({ cashFen: 1_000_000, bankFen: 0 });
    expect(await balance(office, "2026-06-01")).toEqual({ cashFen: 987_655, bankFen: 0 });
    const { body } = await office.accountant("GET", "/ledger/vouchers?year=2026&state=paid");
    const [opposite] = (body as unknown as { vouchers: Record<string, unknown>[] }).vouchers;
    expect(opposite).toMatchObject({ no: "付0002", amountFen: -12_345, reverses: wrong.id, date: "2026-06-02" });
    expect((await office.council("GET", "/ledger/chain")).body).toEqual({ holds: true, vouchers: 3, gaps: [] });
    const again = await office.director("POST", `/ledger/vouchers/${String(opposite?.id)}/reverse`, { reason: "No" });
    expect([again.status, codesOf(again)]).toEqual([409, ["reverses reversal-stays"]]);
  });

  it("that was never paid moves no money when it is taken back", async () => {
    await approved(office, INCOME);
    const { id } = await approved(office, EXPENSE);
    await acted(office.director, id, "reverse", { reason: "Not needed" });
    expect(await balance(office)).toEqual({ cashFen: 1_000_000, bankFen: 0 });
    expect((await office.cashier("POST", `/ledger/vouchers/${id}/pay`)).status).toBe(409);
  });

  it("is in number order, and its chain can be checked by anybody who may read it", async () => {
    await approved(office, INCOME);
    await paid(office, EXPENSE);
    await approved(office, { ...INCOME, documentNo: "R-2" });
    await entered(office, EXPENSE);
    const { body } = await office.council("GET", "/ledger/vouchers?year=2026");
    const { vouchers } = body as unknown as { vouchers: { no?: string }[] };
    expect(vouchers.map(({ no }) => no)).toEqual(["收0001", "收0002", "付0001", undefined]);
    expect((await office.council("GET", "/ledger/chain")).body).toEqual({ holds: true, vouchers: 3, gaps: [] });
  });
});

describe("the balance", () => {
  it("never falls below zero: what is not there is not paid", async () => {
    await approved(office, { ...INCOME, amountFen: 10_000 });
    const { id } = await approved(office, EXPENSE);
    const answer = await office.cashier("POST", `/ledger/vouchers/${id}/pay`);
    expect([answer.status, codesOf(answer)]).toEqual([409, ["amountFen overdrawn-cash"]]);
    expect(await balance(office)).toEqual({ cashFen: 10_000, bankFen: 0 });
  });

  it("is of till and bank; a transfer takes from one and gives to the other", async () => {
    await approved(office, INCOME);
    const deposit = { ...EXPENSE, kind: "transfer", line: "deposit", amountFen: 800_000, summary: "Deposit" };
    expect(await approved(office, deposit)).toMatchObject({ no: "转0001", state: "approved" });
    expect(await balance(office)).toEqual({ cashFen: 200_000, bankFen: 800_000 });
    const draw = await submitted(office, { ...deposit, book: "bank", line: "draw", amountFen: 800_001 });
    const answer = await office.director("POST", `/ledger/vouchers/${draw.id}/approve`);
    expect([answer.status, codesOf(answer)]).toEqual([409, ["amountFen overdrawn-bank"]]);
  });
});
