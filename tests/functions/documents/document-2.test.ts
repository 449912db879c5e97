import { beforeAll, expect, test } from "vitest";
import { add, addOne, at, check, type Desk, gaps, grant, open, openDesk, refused } from "./desk.ts";

/** Document 2: problems and reform of residents' committees. */
let desk: Desk;

beforeAll(async () => {
  desk = await openDesk();
});

test("S2.5 residents who take part are counted once, of all adults; children and who only signed up are not", async () => {
  const group = await addOne(desk.clerk, "groups", { no: 1 });
  const dwelling = await addOne(desk.clerk, "dwellings", { building: "1", room: "1", group });
  const household = await addOne(desk.clerk, "households", { no: "1", dwelling });
  const home = { household, sex: "1", relation: "01", consistency: "same", live: "here" };
  await add(desk.clerk, "residents", [
    { ...home, name: "王一", birth: "1970-01-01", phone: "14400000001" },
    { ...home, name: "李二", birth: "1980-01-01", phone: "14400000002" },
    { ...home, name: "张三", birth: "1990-01-01", phone: "14400000003" },
    { ...home, name: "小四", birth: "2015-01-01", phone: "14400000004" },
    { ...home, name: "赵五", birth: "1950-01-01", live: "moved" },
  ]);
  expect(await check(desk.clerk, "participation")).toMatchObject({ total: 3, covered: 0, percent: 0 });
  const helper = { name: "王一", phone: "14400000001", joined: "2026-01-01", consent: true };
  await add(desk.clerk, "volunteers", [helper, { ...helper, name: "小四", phone: "14400000004" }]);
  // The same name with another phone is somebody else.
  await addOne(desk.clerk, "volunteers", { ...helper, name: "李二", phone: "14400000009" });
  expect(await check(desk.clerk, "participation")).toMatchObject({ total: 3, covered: 1, percent: 33.3, gaps: [] });
});

test("S2.5 units take part when they were named in an activity that was held this year, or held it themselves", async () => {
  const [school, bank, shop] = await add(desk.clerk, "bodies", [
    { name: "第一小学", layer: "unit" },
    { name: "城南银行", layer: "company" },
    { name: "东街超市", layer: "company" },
  ]);
  const event = { kind: "show", gather: "2026-05-20T09:00", place: "广场", end: "2026-05-20T11:00", status: "held" };
  await addOne(desk.clerk, "events", { ...event, title: "六一演出", units: [school] });
  await addOne(desk.clerk, "events", { ...event, title: "金融讲座", organiser: bank });
  await addOne(desk.clerk, "events", { ...event, title: "未办", status: "cancelled", units: [shop] });
  const found = await check(desk.clerk, "units-participating");
  expect([found.total, found.covered, gaps(found)]).toEqual([3, 2, ["东街超市: 本年没有参加活动"]]);
});

test("S2.7 S9.5 staff who were not trained this year are listed; whoever holds two posts counts once", async () => {
  const clerk = await grant(desk.director, "clerk", "王文书");
  await grant(desk.director, "health", "王文书");
  await grant(desk.director, "security", "赵治安");
  expect(await check(desk.clerk, "staff-trained")).toMatchObject({ total: 2, covered: 0 });
  const training = { subject: "社工业务", topic: "social", audience: ["staff"], persons: 1, hours: 8, staff: [clerk] };
  expect(await refused(desk.clerk, "trainings", { ...training, date: "2027-01-01" })).toEqual(["date in-future"]);
  await addOne(desk.clerk, "trainings", { ...training, date: "2025-12-01" });
  expect((await check(desk.clerk, "staff-trained")).covered, "last year's").toBe(0);
  await addOne(desk.clerk, "trainings", { ...training, date: "2026-03-01" });
  expect(gaps(await check(desk.clerk, "staff-trained"))).toEqual(["赵治安: 本年没有培训记录"]);
});

test("S2.8 S9.29 targets are scored by their weight, the street's score before the committee's own, and never without evidence", async () => {
  const item = { scheme: "targets", year: 2026, target: "100%", weight: 60 };
  expect(await refused(desk.clerk, "assessments", { ...item, item: "低保", selfScore: 90 })).toEqual([
    "evidence required",
  ]);
  await add(desk.clerk, "assessments", [
    { ...item, item: "低保", selfScore: 90, streetScore: 80, evidence: "名册", result: "奖励" },
    { ...item, item: "卫生", weight: 30, selfScore: 95.5, evidence: "检查表" },
    { ...item, item: "文体", weight: 10 },
    { ...item, item: "去年", year: 2025, selfScore: 10, evidence: "表" },
  ]);
  const points = await check(desk.clerk, "assessment-targets");
  expect(points).toMatchObject({ total: 10_000, covered: 60 * 80 + 30 * 95.5 });
  expect(gaps(points)).toEqual(["文体: 未评分"]);
});

test("S2.10 S9.28 a volunteer is listed with their own consent alone", async () => {
  const volunteer = { name: "钱六", phone: "14400000006", joined: "2026-01-01", skills: ["care"] };
  expect(await refused(desk.clerk, "volunteers", volunteer)).toEqual(["consent required"]);
  expect(await refused(desk.clerk, "volunteers", { ...volunteer, consent: false })).toEqual([
    "consent without-consent",
  ]);
  await addOne(desk.clerk, "volunteers", { ...volunteer, consent: true });
});

test("S2.9 in June community month waits for the director until something was made known about it", async () => {
  await at(desk, "2026-06-25");
  expect(await open(desk.director, "D11")).toEqual(["2026"]);
  const letter = { date: "2026-06-20", channel: "letter", theme: "community", subject: "致居民公开信", copies: 1200 };
  await addOne(desk.clerk, "publicity", letter);
  expect(await open(desk.director, "D11")).toEqual([]);
  const visitor = await grant(desk.clerk, "mediator", "何调解");
  const household = (await desk.clerk("GET", "/registers/households/records?limit=1")).body.records[0]?.id;
  expect(gaps(await check(desk.clerk, "community-month")).sort()).toEqual(
    [
      "入户走访: 2026-06 没有记录",
      "媒体宣传: 2026-06 没有记录",
      "巡回演出: 2026-06 没有记录",
      "讲座: 2026-06 没有记录",
    ].sort(),
  );
  await addOne(desk.clerk, "publicity", { ...letter, channel: "media", subject: "日报专题" });
  await addOne(desk.clerk, "visits", { household, kind: "campaign", on: "2026-06-21", visitors: [visitor] });
  const event = { gather: "2026-06-22T09:00", place: "广场", end: "2026-06-22T11:00", status: "held" };
  await addOne(desk.clerk, "events", { ...event, title: "政策讲座", kind: "lecture" });
  await addOne(desk.clerk, "events", { ...event, title: "文艺巡演", kind: "show", status: "planned" });
  expect(gaps(await check(desk.clerk, "community-month")), "not held yet").toEqual(["巡回演出: 2026-06 没有记录"]);
});
