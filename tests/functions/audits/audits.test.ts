import { beforeAll, describe, expect, test } from "vitest";
import type { Caller } from "../../support/api.ts";
import { addOne, edit, move, moved, open, problems, refused } from "../documents/desk.ts";
import { AUDIT, anOffice, type Held, LIST, type Office, STREET } from "../handovers/office.ts";

let office: Office;
let director: Held;
let cashier: Held;
let accountant: Held;
beforeAll(async () => {
  office = await anOffice();
  director = await office.holding(office.street, "周建民", "director");
  cashier = await office.holding(director.call, "吴秀珍", "cashier");
  accountant = await office.holding(director.call, "何会计", "accountant", { until: "2025-12-31" });
});

const YEAR = { kind: "regular", from: "2025-06-01", until: "2026-05-31" };
const REPORT = { auditor: "街道财政所", auditors: "孙明、刘洋", reportNo: "审 2026-1", findings: "账目清楚" };
const at = (day: string) => {
  office.clock.now = Date.parse(`${day}T09:00:00+08:00`);
};
const streetNow = () => office.as([], { name: "Street office", areas: [{ code: STREET, role: "street" as const }] });
const directorNow = () => office.as(["director"], { name: "周建民" });

test("S8.21 whoever leaves is audited by somebody else: neither giver nor taker nor another who stands for the books", async () => {
  const { body } = await director.call("POST", "/handovers", {
    post: cashier.post,
    ended: "2026-06-01",
    endReason: "resign",
  });
  await office.move(cashier.call, body.id, "list", { ...LIST, taker: "钱小芸" });
  for (const auditor of ["吴秀珍", "钱小芸", "周建民"]) {
    const answer = await office.move(office.street, body.id, "audit", { ...AUDIT, auditor });
    expect(problems(answer), auditor).toEqual(["auditor auditor-audited"]);
  }
  // Without the reference of an audit the post does not end, whatever else is signed.
  expect(problems(await office.move(office.street, body.id, "audit", { auditor: "街道财政所" }))).toEqual([
    "auditReport required",
  ]);
  expect((await office.move(office.street, body.id, "close")).status).toBe(409);
  expect((await office.move(office.street, body.id, "audit", AUDIT)).status).toBe(200);
});

describe("an audit of the books", () => {
  test("S8.24 is ordered for a period and reported by the street: auditor, findings, what is to be corrected, signed when it was", async () => {
    expect(await refused(director.call, "audits", { ...YEAR, until: "2025-05-31" })).toEqual(["until before-start"]);
    const id = await addOne(director.call, "audits", YEAR);
    expect((await move(director.call, "audits", id, "report", REPORT)).status).toBe(403);
    expect(problems(await move(office.street, "audits", id, "report", { auditor: "街道财政所" }))).toEqual([
      "auditors required",
      "reportNo required",
      "findings required",
    ]);
    const found = { ...REPORT, findings: "两笔支出缺附件", corrections: "补齐附件" };
    await moved(office.street, "audits", id, "report", found);
    expect(problems(await edit(director.call, "audits", id, { from: "2025-07-01" }))).toEqual(["from locked"]);
    expect((await move(director.call, "audits", id, "sign")).status).toBe(403);
    expect(problems(await move(office.street, "audits", id, "sign"))).toEqual(["corrected corrections-open"]);
    await moved(cashier.call, "audits", id, "correct", { corrected: "附件已补" });
    await moved(office.street, "audits", id, "return", {}, "缺一张发票");
    await moved(cashier.call, "audits", id, "correct", { corrected: "发票已补" });
    expect(await moved(office.street, "audits", id, "sign")).toMatchObject({ state: "closed", signed: "2026-06-01" });
    // Nothing to correct: signed at once.
    const clear = await addOne(office.street, "audits", { ...YEAR, kind: "special" });
    await moved(office.street, "audits", clear, "report", REPORT);
    expect(await moved(office.street, "audits", clear, "sign")).toMatchObject({ state: "closed" });
  });

  test("S8.24 nobody audits the books they stood for in the period, by name or account; who left before it may", async () => {
    const id = await addOne(director.call, "audits", YEAR);
    for (const auditors of ["周建民", "孙明、吴秀珍", "孙明 何会计", "刘洋, 周建民"]) {
      const answer = await move(office.street, "audits", id, "report", { ...REPORT, auditors });
      expect(problems(answer), auditors).toEqual(["auditors auditor-audited"]);
    }
    expect(problems(await move(office.street, "audits", id, "report", { ...REPORT, auditor: "周建民" }))).toEqual([
      "auditor auditor-audited",
    ]);
    // Somebody of the street office who stood for the books of this community enters nothing about them.
    const both = await office.as([], {
      name: "兼职",
      account: accountant.account,
      areas: [{ code: STREET, role: "street" }],
    });
    expect((await move(both, "audits", id, "report", REPORT)).status).toBe(403);
    const later = await addOne(director.call, "audits", { ...YEAR, from: "2026-01-01" });
    await moved(office.street, "audits", later, "report", { ...REPORT, auditors: "何会计" });
  });

  test("S8.24 the audit of a year is the director's to arrange, and the street's too when its report is late", async () => {
    // The first one was of the year until 2026-05-31, so the next is due 90 days after 2027-05-31.
    at("2027-08-20");
    expect(await open(await directorNow(), "D16")).toEqual(["2027-05-31"]);
    at("2027-08-18");
    expect(await open(await directorNow(), "D16")).toEqual([]);
    at("2027-08-30");
    const area = await (await streetNow())("GET", `/api/areas/${STREET}/today`);
    expect(area.status).toBe(200);
    const seen = JSON.stringify(area.body);
    expect(seen).toContain("定期审计");
    // Ordered and not reported in time, it climbs as well.
    const late = await addOne(await directorNow(), "audits", { ...YEAR, from: "2026-06-01", until: "2027-05-31" });
    const values = (await (await directorNow())("GET", `/registers/audits/records/${late}`)).body.values;
    expect(values).toMatchObject({ state: "ordered", due: "2027-08-29" });
    at("2027-08-31");
    const items = await openItems(await directorNow());
    expect(items).toContain(late);
  });
});

async function openItems(who: Caller): Promise<(string | undefined)[]> {
  const { body } = await who("GET", "/today");
  return (body as unknown as { items: { id?: string }[] }).items.map(({ id }) => id);
}
