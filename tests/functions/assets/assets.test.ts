import { beforeAll, describe, expect, test } from "vitest";
import type { Caller } from "../../support/api.ts";
import { addOne, check, edit, gaps, grant, move, moved, open, problems, refused } from "../documents/desk.ts";
import { acted, approved, EXPENSE, INCOME, type Office, openOffice, paid } from "../ledger/office.ts";

let office: Office;
let clerk: Caller;
let counters: string[];
beforeAll(async () => {
  office = await openOffice();
  clerk = await office.as(["clerk"], { name: "王文书" });
  counters = [await grant(clerk, "group-leader", "孙组长"), await grant(clerk, "group-leader", "何组长")];
  await approved(office, { ...INCOME, amountFen: 10_000_000 });
});

const EQUIPMENT = { ...EXPENSE, line: "equipment", amountFen: 450_000, summary: "电脑" };
const COMPUTER = { no: "A-1", name: "电脑", bought: "2026-06-01", value: 450_000, source: "1", place: "办公室" };
const CHAIRS = { no: "A-2", name: "会议桌椅", bought: "2024-03-01", value: 260_000, source: "2" };
const asset = async (id: string) => (await clerk("GET", `/registers/assets/records/${id}`)).body;
const meeting = (more: object) =>
  addOne(clerk, "meetings", { title: "居委会例会", kind: "committee", at: "2026-06-01T08:00", ...more });

describe("fixed assets", () => {
  test("S8.8 equipment from the amount on is listed until an asset says where it went: not what is small, refused or taken back", async () => {
    const computer = await approved(office, EQUIPMENT);
    const printer = await approved(office, { ...EQUIPMENT, documentNo: "F-2", amountFen: 100_000, summary: "打印机" });
    await approved(office, { ...EQUIPMENT, documentNo: "F-3", amountFen: 99_999, summary: "鼠标" });
    const back = await paid(office, { ...EQUIPMENT, documentNo: "F-4", summary: "退货" });
    await acted(office.director, back.id, "reverse", { reason: "退货" });
    const draft = { ...EQUIPMENT, documentNo: "F-5", summary: "未审批" };
    await office.cashier("POST", "/ledger/vouchers", draft);
    expect(gaps(await check(clerk, "assets-entered"))).toEqual([
      `${computer.no} 电脑: 没有登记固定资产`,
      `${printer.no} 打印机: 没有登记固定资产`,
    ]);
    await addOne(clerk, "assets", { ...COMPUTER, voucher: computer.id });
    expect(gaps(await check(clerk, "assets-entered"))).toEqual([`${printer.no} 打印机: 没有登记固定资产`]);
    // The number is the committee's own.
    const own = { value: 500_000, from: "2026-06-01", decision: "例会", decidedOn: "2026-06-01" };
    const decided = await office.director("POST", "/rules/ledger.assetFen", own);
    expect(decided.status, JSON.stringify(decided.body)).toBe(201);
    expect(await check(clerk, "assets-entered")).toMatchObject({ total: 0, gaps: [] });
  });

  test("S6.10 S8.8 all are counted once a year: what differs is on the list, and a second person says what is done about it", async () => {
    expect(await refused(clerk, "assets", { ...CHAIRS, no: "A-1" })).toEqual(["no not-unique"]);
    expect(await refused(clerk, "assets", { ...CHAIRS, lastCount: "2026-06-01" })).toEqual([
      "lastCount by-action-only",
    ]);
    const chairs = await addOne(clerk, "assets", CHAIRS);
    const [computer] = (await clerk("GET", "/registers/assets/records")).body.records.filter(
      ({ values }) => values.no === "A-1",
    );
    expect(gaps(await check(clerk, "assets-counted"))).toEqual(["A-1 电脑: 本年未盘点", "A-2 会议桌椅: 本年未盘点"]);

    expect(await refused(clerk, "asset-counts", { started: "2026-06-01", counters: [counters[0]] })).toEqual([
      "counters two-persons",
    ]);
    const count = await addOne(clerk, "asset-counts", { started: "2026-06-01", counters });
    await moved(clerk, "assets", chairs, "count", { found: "found" });
    expect(problems(await move(clerk, "asset-counts", count, "finish"))).toEqual(["state assets-uncounted"]);
    const id = computer?.id ?? "";
    expect(problems(await move(clerk, "assets", id, "count", { found: "missing" }))).toEqual(["countNote required"]);
    await moved(clerk, "assets", id, "count", { found: "missing", countNote: "办公室和库房均未找到" });
    expect(await moved(clerk, "asset-counts", count, "finish")).toMatchObject({
      assets: 2,
      valueFen: 710_000,
      differing: 1,
      differences: "A-1 电脑：盘亏，办公室和库房均未找到",
    });
    expect(gaps(await check(clerk, "assets-counted"))).toEqual(["A-1 电脑: 盘亏：办公室和库房均未找到"]);
    // What was counted does not vanish; a row that was a slip of the pen may.
    const remove = async (one: string) => {
      const { version } = await asset(one);
      return clerk("DELETE", `/registers/assets/records/${one}`, undefined, { "if-match": String(version) });
    };
    expect(problems(await remove(chairs))).toEqual([" locked"]);
    const slip = await addOne(clerk, "assets", { ...CHAIRS, no: "A-3" });
    expect((await remove(slip)).status).toBe(204);
    // What has been signed is neither typed over nor confirmed by whoever counted.
    expect(problems(await edit(clerk, "asset-counts", count, { started: "2026-05-01" }))).toEqual(["started locked"]);
    expect((await move(clerk, "asset-counts", count, "confirm", { treatment: "查找" })).status).toBe(403);
    expect(problems(await move(office.director, "asset-counts", count, "confirm"))).toEqual(["treatment required"]);
    await moved(office.director, "asset-counts", count, "confirm", { treatment: "责成保管人一周内查找" });

    await moved(clerk, "assets", id, "count", { found: "found" });
    expect((await asset(id)).values.countNote).toBeUndefined();
    expect(await check(clerk, "assets-counted")).toMatchObject({ percent: 100, gaps: [] });
  });

  test("S6.10 maintenance stands in the asset's history, and an asset is scrapped only by what a meeting decided", async () => {
    const old = await addOne(clerk, "assets", { ...CHAIRS, no: "A-9", name: "旧复印机" });
    await moved(clerk, "assets", old, "maintain", { maintenance: "更换硒鼓" });
    await moved(clerk, "assets", old, "maintain", { maintenance: "不能再修" });
    const { steps } = (await clerk("GET", `/registers/assets/records/${old}/moves`)).body as unknown as {
      steps: { move: string }[];
    };
    expect(steps.map((step) => step.move)).toEqual(["create", "maintain", "maintain"]);

    const planned = await meeting({});
    const given = { scrapReason: "损坏不能修复", decidedBy: planned };
    expect((await move(clerk, "assets", old, "scrap", given)).status).toBe(403);
    expect(problems(await move(office.director, "assets", old, "scrap", { scrapReason: "损坏" }))).toEqual([
      "decidedBy required",
    ]);
    expect(problems(await move(office.director, "assets", old, "scrap", given))).toEqual([
      "decidedBy meeting-not-held",
    ]);

    const held = await heldMeeting();
    const values = await moved(office.director, "assets", old, "scrap", { ...given, decidedBy: held });
    expect(values).toMatchObject({ state: "scrapped", scrapped: "2026-06-01" });
    expect(problems(await edit(clerk, "assets", old, { place: "库房" }))).toEqual(["place locked"]);
    expect((await move(clerk, "assets", old, "count", { found: "found" })).status).toBe(409);
    expect((await check(clerk, "assets-counted")).total).toBe(2);
  });

  test("S8.8 the yearly count is the director's until a confirmed one shows it", async () => {
    office.clock.now = Date.parse("2026-12-28T09:00:00+08:00");
    const director = await office.as(["director"]);
    expect(await open(director, "D16-assets")).toEqual([]);
    office.clock.now = Date.parse("2027-12-28T09:00:00+08:00");
    expect(await open(await office.as(["director"]), "D16-assets")).toEqual(["2027"]);
    office.clock.now = Date.parse("2026-06-01T10:00:00+08:00");
  });
});

/** A meeting of both committees that was called, held and closed, with its minutes. */
async function heldMeeting(): Promise<string> {
  const id = await meeting({ named: "周书记\n李主任" });
  for (const step of ["call", "attend", "open", "close"]) {
    if (step === "attend") {
      const { body } = await clerk("GET", `/meetings/${id}`);
      for (const { id: person } of (body as unknown as { roll: { id: string }[] }).roll) {
        await clerk("POST", `/meetings/${id}/attendance`, { person, present: true });
      }
      continue;
    }
    const body = step === "close" ? { values: { minutes: "同意报废旧复印机", study: "财务制度" } } : {};
    const answer = await clerk("POST", `/meetings/${id}/${step}`, body);
    if (answer.status !== 200) throw new Error(`${step} ${JSON.stringify(answer.body)}`);
  }
  return id;
}
