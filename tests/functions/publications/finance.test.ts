import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { createBoard } from "../../../functions/board/app.tsx";
import { type Caller, COMMUNITY } from "../../support/api.ts";
import { approved, EXPENSE, INCOME, type Office, openOffice, paid } from "../ledger/office.ts";
import { codesOf, done, drafted, publicationOf, stepped } from "./desk.ts";

let office: Office;
beforeEach(async () => {
  office = await openOffice();
  const donation = { ...INCOME, date: "2026-05-04", line: "donation", source: "3" };
  const fund = { name: "楼道扶手集资", kind: "raised" };
  const made = await done(office.director("POST", "/registers/restricted-funds/records", { values: fund }), 201);
  const given = { counterparty: "王小明", publishName: true, restrictedFund: made.body.id };
  await approved(office, { ...donation, amountFen: 1_000_000, ...given });
  await approved(office, {
    ...donation,
    amountFen: 20_000,
    counterparty: "李大华",
    publishName: false,
    documentNo: "R-2",
  });
  const relief = {
    line: "relief",
    summary: "慰问赵困难",
    counterparty: "赵困难",
    handler: "陈某",
    restrictedFund: made.body.id,
  };
  await paid(office, { ...EXPENSE, ...relief, date: "2026-05-04" });
  await done(office.cashier("POST", "/ledger/days/2026-05-04/close", { countedFen: 1_007_655 }));
  await done(office.accountant("POST", "/ledger/months/2026-05/close", { bankFen: 0 }));
});
afterEach(() => office.engine.close());

async function pageOf(no: number): Promise<string> {
  return (await createBoard(office.deps).request(`/c/${COMMUNITY}/${no}`)).text();
}

describe("the month's finance table", () => {
  it("S7.5 S8.14 open affairs of finance are posted along with the month's table and not before", async () => {
    const [clerk, director] = await Promise.all([office.as(["clerk"]), office.as(["director"])]);
    const values = { class: "finance", period: "2026-05" };
    const { id } = (await done(clerk("POST", "/registers/open-affairs/records", { values }), 201)).body;
    const step = (who: Caller, name: string, given = {}) =>
      who("POST", `/registers/open-affairs/records/${id}/moves/${name}`, { values: given });
    const heard = {
      responsible: "陈会计",
      items: "收支",
      opinions: "无",
      explainedBy: "陈会计",
      explanation: "见附表",
    };
    await done(step(clerk, "collect", heard));
    await done(step(clerk, "compile", { text: "五月收支见公开表。", evidence: "账簿", checkedBy: "陈会计" }));
    await done(step(director, "fix", { minutes: "例会审定" }));
    await done(step(office.council, "approve"));
    await done(office.council("POST", "/ledger/months/2026-05/review", { findings: "账目清楚" }));
    const second = await office.as(["supervision"], { name: "Second" });
    await done(second("POST", "/ledger/months/2026-05/review", {}));
    const table = await drafted(clerk, { kind: "finance", month: "2026-05" });
    await stepped(clerk, table.id, "submit");
    await stepped(office.council, table.id, "approve");
    expect(codesOf(await step(clerk, "post"))).toEqual(["period finance-not-posted"]);
    await stepped(clerk, table.id, "post");
    expect((await done(step(clerk, "post"))).body.values).toMatchObject({ state: "posted" });
    expect(await pageOf(2)).toContain("五月收支见公开表。");
  });

  it("S8.20 is made public after the council's review and not before, approved by a second person", async () => {
    const clerk = await office.as(["clerk"]);
    const draft = await drafted(clerk, { kind: "finance", month: "2026-05" });
    expect(draft.against?.fields).toMatchObject([{ path: "month", code: "month-not-reviewed" }]);
    const early = await clerk("POST", `/publications/${draft.id}/submit`);
    expect([early.status, codesOf(early)]).toEqual([409, ["month month-not-reviewed"]]);
    const open = await drafted(clerk, { kind: "finance", month: "2026-06" });
    expect(open.against?.fields).toMatchObject([{ code: "month-open" }]);
    await done(office.council("POST", "/ledger/months/2026-05/review", { findings: "账目清楚" }));
    const second = await office.as(["supervision"], { name: "Second" });
    await done(second("POST", "/ledger/months/2026-05/review", {}));
    await stepped(clerk, draft.id, "submit");
    await stepped(office.council, draft.id, "approve");
    const shown = await stepped(clerk, draft.id, "post");
    expect(shown.values).toMatchObject({ state: "posted", affairs: "finance", approvedBy: "Council" });
    const html = await pageOf(1);
    for (const said of ["2026年5月收支公开表", "10,200.00", "123.45", "10,076.55", "Council Second", "账目清楚"]) {
      expect(html).toContain(said);
    }
  });

  it("S2.6 names a donor only who wished it, and nobody who got help or handled it", async () => {
    await done(office.council("POST", "/ledger/months/2026-05/review", {}));
    const second = await office.as(["supervision"], { name: "Second" });
    await done(second("POST", "/ledger/months/2026-05/review", {}));
    const clerk = await office.as(["clerk"]);
    const { id } = await drafted(clerk, { kind: "finance", month: "2026-05" });
    await stepped(clerk, id, "submit");
    await stepped(office.director, id, "approve");
    await stepped(clerk, id, "post");
    const html = await pageOf(1);
    expect(html).toContain("王小明");
    expect(html).toContain("热心居民");
    expect(html).not.toMatch(/李大华|赵困难|陈某/);
    const { body } = await clerk("GET", "/publications/chain");
    expect(body).toEqual({ holds: true, posted: 1 });
    const street = await office.as([], { areas: [{ code: COMMUNITY.slice(0, 9), role: "street" }] });
    expect(publicationOf(await done(street("GET", `/publications/${id}`))).values.state).toBe("posted");
    expect((await street("POST", `/publications/${id}/withdraw`, { reason: "x" })).status).toBe(403);
  });

  it("S6.10 shows what was raised for one purpose, what was spent of it and what is left", async () => {
    await done(office.council("POST", "/ledger/months/2026-05/review", {}));
    const second = await office.as(["supervision"], { name: "Second" });
    await done(second("POST", "/ledger/months/2026-05/review", {}));
    const clerk = await office.as(["clerk"]);
    const { id } = await drafted(clerk, { kind: "finance", month: "2026-05" });
    await stepped(clerk, id, "submit");
    await stepped(office.director, id, "approve");
    await stepped(clerk, id, "post");
    const html = await pageOf(1);
    const row = html.slice(html.indexOf("楼道扶手集资"));
    for (const said of ["10,000.00", "123.45", "9,876.55"]) expect(row).toContain(said);
  });

  it("S6.10 shows what the committee owns beside the money, as it stood when the month ended, and never who keeps it", async () => {
    const clerk = await office.as(["clerk"]);
    const keeper = await done(
      clerk("POST", "/posts/grant", { post: "head", person: "保管员丙", from: "2026-01-01" }),
      201,
    );
    const asset = { bought: "2026-05-04", value: 450_000, source: "2", keeper: keeper.body.id };
    const assets = [
      { ...asset, no: "A-1", name: "集体电脑" },
      { ...asset, no: "A-2", name: "六月才买的桌子", bought: "2026-06-01" },
    ];
    for (const values of assets) await done(clerk("POST", "/registers/assets/records", { values }), 201);
    await done(office.council("POST", "/ledger/months/2026-05/review", {}));
    const second = await office.as(["supervision"], { name: "Second" });
    await done(second("POST", "/ledger/months/2026-05/review", {}));
    const { id } = await drafted(clerk, { kind: "finance", month: "2026-05" });
    await stepped(clerk, id, "submit");
    await stepped(office.director, id, "approve");
    await stepped(clerk, id, "post");
    const html = await pageOf(1);
    for (const said of ["固定资产", "集体电脑", "4,500.00", "社区集体经济", "在用"]) expect(html).toContain(said);
    expect(html).not.toMatch(/六月才买的桌子|保管员丙/);
  });
});
