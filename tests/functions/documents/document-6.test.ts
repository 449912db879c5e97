import { beforeAll, expect, test } from "vitest";
import { add, addOne, check, type Desk, gaps, grant, move, moved, openDesk, problems, refused } from "./desk.ts";

/** Document 6: posts and duties of a committee. */
let desk: Desk;

beforeAll(async () => {
  desk = await openDesk();
});

test("S6.5 a duty of the catalogue marks cases, events and tasks; another word is refused", async () => {
  const task = { title: "普法宣传", department: "justice" };
  const event = { title: "普法", kind: "lecture", gather: "2026-06-20T09:00", place: "广场", end: "2026-06-20T11:00" };
  const cases = { type: "opinion", cause: "想听普法课" };
  for (const [list, values] of [
    ["tasks", task],
    ["events", event],
    ["cases", cases],
  ] as const) {
    expect(await refused(desk.clerk, list, { ...values, dutyTag: ["14"] })).toEqual(["dutyTag not-in-list"]);
    const id = await addOne(desk.clerk, list, { ...values, dutyTag: ["1"] });
    expect((await desk.clerk("GET", `/registers/${list}/records/${id}`)).body.values.dutyTag).toEqual(["1"]);
  }
  await addOne(desk.clerk, "cases", { ...cases, dutyTag: ["9"], received: "2025-12-31" });
  const done = await check(desk.clerk, "duty-catalogue");
  expect([done.total, done.covered]).toEqual([12, 1]);
  expect(gaps(done)).toContain("9 出租房、违建与物业: 本年没有记录");
});

test("S6.6 a unit signs for its frontage and is checked: who has not, or was not in order, is listed", async () => {
  const inspector = await grant(desk.clerk, "group-leader", "孙组长");
  const [shop, , kiosk] = await add(desk.clerk, "bodies", [
    { name: "甲超市", layer: "unit", frontage: true, signed: "2026-01-10" },
    { name: "乙饭店", layer: "company" },
    { name: "丙报亭", layer: "unit", frontage: true, signed: "2026-01-10" },
    { name: "调解委员会", layer: "special-committee" },
  ]);
  const look = { kind: "frontage", inspectors: [inspector], date: "2026-05-01" };
  expect(await refused(desk.clerk, "inspections", { ...look, result: "good" })).toEqual(["unit required"]);
  expect(await refused(desk.clerk, "inspections", { ...look, unit: shop, result: "bad" })).toEqual([
    "findings required",
  ]);
  await addOne(desk.clerk, "inspections", { ...look, unit: shop, result: "good" });
  const found = gaps(await check(desk.clerk, "frontages"));
  expect(found.sort()).toEqual(["丙报亭: 本年未检查", "乙饭店: 未签门前三包"].sort());
  await addOne(desk.clerk, "inspections", { ...look, unit: kiosk, result: "good" });
  const bad = { ...look, date: "2026-05-20", unit: kiosk, result: "bad", findings: "堆放纸箱" };
  await addOne(desk.clerk, "inspections", bad);
  expect(gaps(await check(desk.clerk, "frontages"))).toContain("丙报亭: 最近一次检查不合格");
});

test("S6.7 rented rooms that are not filed are listed; an illegal building is reported on with a receipt", async () => {
  const group = await addOne(desk.clerk, "groups", { no: 1 });
  await add(desk.clerk, "dwellings", [
    { building: "1", room: "101", group, use: "rent", rentFiled: true },
    { building: "1", room: "102", group, use: "rent" },
    { building: "1", room: "103", group },
  ]);
  expect(await check(desk.clerk, "rentals")).toMatchObject({ total: 2, covered: 1, gaps: [{ title: "1栋 102" }] });
  const id = await addOne(desk.clerk, "cases", { type: "report", subtype: "违法建设", cause: "楼顶搭建" });
  await moved(desk.clerk, "cases", id, "classify", { addressee: ["department"], dutyTag: ["9"] });
  expect(problems(await move(desk.clerk, "cases", id, "send", { sentTo: "城管局" }))).toEqual(["receipt required"]);
  const sent = await moved(desk.clerk, "cases", id, "send", { sentTo: "城管局", receipt: "城管收〔2026〕12号" });
  expect(sent).toMatchObject({ state: "sent", sent: "2026-06-01", receipt: "城管收〔2026〕12号", due: "2026-06-16" });
});

test("S6.11 the unemployed on the list are told of posts; who was told of none this year is listed", async () => {
  const dwelling = (await desk.clerk("GET", "/registers/dwellings/records?limit=1")).body.records[0]?.id;
  const household = await addOne(desk.clerk, "households", { no: "1", dwelling });
  const home = { household, sex: "1", relation: "01", consistency: "same", live: "here", birth: "1980-01-01" };
  const residents = await add(desk.clerk, "residents", [
    { ...home, name: "钱一", job: "unemployed" },
    { ...home, name: "孙二" },
  ]);
  const [one] = await add(
    desk.clerk,
    "service-targets",
    residents.map((resident) => ({ resident, kind: "unemployed", from: "2026-01-01" })),
  );
  const job = { target: one, employer: "物业公司", job: "保洁", introduced: "2026-05-01" };
  expect(await refused(desk.clerk, "placements", { ...job, hired: "2026-04-01" })).toEqual(["hired before-start"]);
  await addOne(desk.clerk, "placements", job);
  expect(gaps(await check(desk.clerk, "job-help"))).toEqual(["孙二: 本年未介绍岗位"]);
});
