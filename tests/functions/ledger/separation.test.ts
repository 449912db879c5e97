import { beforeEach, describe, expect, it } from "vitest";
import { COMMUNITY, OTHER_COMMUNITY } from "../../support/api.ts";
import {
  acted,
  approved,
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
const RECORDS = "/registers/vouchers/records";

describe("S8.15 S8.17 the director and nobody else approves", () => {
  it.each(["cashier", "accountant", "council", "supervision", "clerk", "secretary", "deputy"])(
    "not the %s",
    async (post) => {
      const { id } = await submitted(office, EXPENSE);
      const other = await office.as([post]);
      expect((await other("POST", `/ledger/vouchers/${id}/approve`)).status).toBe(403);
      expect((await other("POST", `${RECORDS}/${id}/moves/approve`)).status).not.toBe(200);
      const { body } = await office.director("GET", `${RECORDS}/${id}`);
      expect(body.values.state).toBe("submitted");
    },
  );

  it("nor anybody where the post is vacant, nor a director of another community", async () => {
    const { id } = await submitted(office, EXPENSE);
    const stranger = await office.as(["director"], { community: OTHER_COMMUNITY });
    const path = `/api/communities/${COMMUNITY}/ledger/vouchers/${id}/approve`;
    expect((await stranger("POST", path)).status).toBe(404);
  });

  it("only the cashier writes vouchers and submits them", async () => {
    for (const post of ["director", "accountant", "clerk", "council", "secretary"]) {
      const other = await office.as([post]);
      expect((await other("POST", "/ledger/vouchers", EXPENSE)).status, post).toBe(403);
      expect((await other("POST", RECORDS, { values: EXPENSE })).status, post).toBe(403);
    }
    const { id } = await entered(office, EXPENSE);
    expect((await office.director("POST", `/ledger/vouchers/${id}/submit`)).status).toBe(403);
    // Somebody who holds both posts against all rules still needs a second person for the second act.
    const both = await office.as(["cashier", "director"], { name: "Both" });
    await both("POST", `/ledger/vouchers/${id}/submit`);
    const answer = await both("POST", `/ledger/vouchers/${id}/approve`);
    expect([answer.status, codesOf(answer)]).toEqual([403, ["state second-person"]]);
  });

  it("S8.17 there is no approval of several at once", async () => {
    const ids = [(await submitted(office, EXPENSE)).id, (await submitted(office, EXPENSE)).id];
    expect((await office.director("POST", "/ledger/vouchers/approve", { ids })).status).toBe(404);
    const answer = await office.director("POST", `/ledger/vouchers/${ids[0]}/approve`, { ids });
    expect([answer.status, codesOf(answer)]).toEqual([422, ["ids unknown-field"]]);
  });
});

describe("S8.15 no other way leads past the director", () => {
  const FORGED = { state: "approved", no: "付0001", hash: "x", approvedBy: "Director", bookedOn: "2026-06-01" };

  it("not a new record, not the ledger's own route", async () => {
    for (const [column, value] of Object.entries(FORGED)) {
      const record = await office.cashier("POST", RECORDS, { values: { ...EXPENSE, [column]: value } });
      expect([record.status, codesOf(record)]).toEqual([422, [`${column} by-action-only`]]);
      const voucher = await office.cashier("POST", "/ledger/vouchers", { ...EXPENSE, [column]: value });
      expect([voucher.status, codesOf(voucher)]).toEqual([422, [`${column} by-action-only`]]);
    }
  });

  it("not a cell of the sheet, not a pasted block, not undo", async () => {
    const { id, version } = await submitted(office, EXPENSE);
    const headers = { "if-match": `"${version}"` };
    const cell = await office.cashier("PATCH", `${RECORDS}/${id}`, { values: { state: "approved" } }, headers);
    expect([cell.status, codesOf(cell)]).toEqual([422, ["state by-action-only"]]);
    const patches = [
      { id, version, values: { state: "approved" } },
      { values: { ...EXPENSE, state: "paid" } },
      { id, version, values: { amountFen: 1 } },
    ];
    const block = await office.cashier("POST", "/registers/vouchers/patches", { patches });
    expect(block.body.map((row) => row.fields?.map(({ code }) => code))).toEqual([
      ["by-action-only"],
      ["by-action-only"],
      ["locked"],
    ]);
  });

  it("not an import, whoever begins it", async () => {
    const file = new TextEncoder().encode("日期,收付,摘要,金额（元）,状态\n2026-06-01,付,水费,10,已审批\n");
    const headers = { "content-type": "application/octet-stream" };
    for (const caller of [office.cashier, office.director, await office.as(["clerk"])]) {
      expect((await caller("POST", "/registers/vouchers/imports", file, headers)).status).toBe(403);
    }
  });

  it("what was submitted or approved is neither changed nor deleted", async () => {
    await approved(office, INCOME);
    const vouchers = [await submitted(office, EXPENSE), await approved(office, EXPENSE), await paid(office, EXPENSE)];
    for (const { id, version, state } of vouchers) {
      const headers = { "if-match": `"${version}"` };
      const edit = await office.cashier("PATCH", `${RECORDS}/${id}`, { values: { summary: "Other" } }, headers);
      expect([edit.status, codesOf(edit)], state).toEqual([422, ["summary locked"]]);
      expect((await office.cashier("DELETE", `${RECORDS}/${id}`, undefined, headers)).status, state).toBe(409);
    }
  });

  it("a draft may be changed and deleted, for it is nothing yet", async () => {
    const { id, version } = await entered(office, EXPENSE);
    const headers = { "if-match": `"${version}"` };
    const edit = await office.cashier("PATCH", `${RECORDS}/${id}`, { values: { summary: "Other" } }, headers);
    expect(edit.status).toBe(200);
    const newer = { "if-match": `"${edit.body.version}"` };
    expect((await office.cashier("DELETE", `${RECORDS}/${id}`, undefined, newer)).status).toBe(204);
  });
});

describe("a move from a state that has passed", () => {
  it("is refused with the state named, and changes nothing", async () => {
    await approved(office, INCOME);
    const { id, version } = await paid(office, EXPENSE);
    for (const [caller, act, body] of [
      [office.cashier, "submit", {}],
      [office.director, "approve", {}],
      [office.director, "return", { reason: "Late" }],
      [office.cashier, "pay", {}],
    ] as const) {
      const answer = await caller("POST", `/ledger/vouchers/${id}/${act}`, body);
      expect([answer.status, codesOf(answer)], act).toEqual([409, ["state not-in-state"]]);
    }
    expect((await office.director("GET", `${RECORDS}/${id}`)).body.version).toBe(version);
  });

  it("two directors approve one voucher at once: one outcome, one number", async () => {
    const second = await office.as(["director"], { name: "Second" });
    const { id } = await submitted(office, INCOME);
    const path = `/ledger/vouchers/${id}/approve`;
    const answers = await Promise.all([office.director("POST", path), second("POST", path)]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    const next = await approved(office, { ...INCOME, documentNo: "R-2" });
    expect(next.no).toBe("收0002");
  });

  it("approvals of different vouchers at once all succeed, without a gap and in one chain", async () => {
    const drafts = await Promise.all(
      Array.from({ length: 24 }, (_, index) => submitted(office, { ...INCOME, documentNo: `R-${index}` })),
    );
    const answers = await Promise.all(drafts.map(({ id }) => acted(office.director, id, "approve")));
    const numbers = answers.map(({ no }) => no).sort();
    expect(numbers).toEqual(Array.from({ length: 24 }, (_, index) => `收${String(index + 1).padStart(4, "0")}`));
    expect((await office.director("GET", "/ledger/chain")).body).toEqual({ holds: true, vouchers: 24, gaps: [] });
  });
});

describe("bad input", () => {
  it.each([
    [{ amountFen: 0 }, "amountFen amount-not-positive"],
    [{ amountFen: -100 }, "amountFen amount-not-positive"],
    [{ amountFen: 1e40 }, "amountFen not-money"],
    [{ amountFen: "1".repeat(40) }, "amountFen not-money"],
    [{ amountFen: 1.5 }, "amountFen not-money"],
    [{ amountFen: 2_000_000_000_000 }, "amountFen amount-too-large"],
    [{ date: "2026-06-02" }, "date in-future"],
    [{ date: "1900-01-01" }, "date too-early"],
    [{ date: "1899-12-31" }, "date too-early"],
    [{ date: "2026-02-30" }, "date not-a-date"],
    [{ kind: "loan" }, "kind not-in-list"],
    [{ book: "safe" }, "book not-in-list"],
    [{ line: "rent" }, "line line-of-other-kind"],
    [{ kind: "transfer", line: "deposit", book: "bank" }, "book book-money-leaves"],
    [{ kind: "in", line: "rent", source: null }, "source required"],
    [{ summary: "" }, "summary required"],
    [{ handler: 7 }, "handler not-text"],
    [{ colour: "red" }, "colour unknown-field"],
  ])("%j is refused by name, in words", async (values, problem) => {
    const headers = { "accept-language": "zh" };
    const answer = await office.cashier("POST", "/ledger/vouchers", { ...EXPENSE, ...values }, headers);
    expect([answer.status, codesOf(answer)]).toEqual([422, [problem]]);
    expect(answer.body.fields[0]?.message).toMatch(/\p{Script=Han}/u);
    expect(answer.body.fields[0]?.message).not.toBe("格式不正确");
  });

  it("words of people are understood where codes are meant", async () => {
    const voucher = await entered(office, { ...EXPENSE, kind: "付", book: "现金", line: "水电费", source: "政府补助" });
    expect(voucher).toMatchObject({ kind: "out", book: "cash", line: "water-power", source: "1" });
  });

  it("questions that make no sense are told so", async () => {
    expect((await office.director("GET", "/ledger/balance?date=2026-02-30")).status).toBe(422);
    expect((await office.director("GET", "/ledger/vouchers?year=26")).status).toBe(422);
    expect((await office.director("GET", "/ledger/vouchers?state=burnt")).status).toBe(422);
    expect((await office.director("POST", "/ledger/vouchers/none/approve")).status).toBe(404);
    expect((await office.director("POST", "/ledger/vouchers/none/burn")).status).toBe(404);
  });
});
