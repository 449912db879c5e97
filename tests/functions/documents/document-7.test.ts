import { beforeAll, expect, test } from "vitest";
import { add, addOne, check, type Desk, gaps, move, moved, openDesk, problems, refused } from "./desk.ts";

/** Document 7: an election's summary and what comes next. */
let desk: Desk;

beforeAll(async () => {
  desk = await openDesk();
});

test("S7.1 the eight ones score as many as there are with their day, and name the others", async () => {
  const there = ["leading-group", "centre", "guide", "volunteers", "recreation", "notice-board", "school"];
  const item = { set: "ones", since: "2002-06-01", evidence: "照片" };
  await add(
    desk.clerk,
    "facilities",
    there.map((one) => ({ ...item, item: one, has: true })),
  );
  const score = await check(desk.clerk, "facilities-ones");
  expect(score).toMatchObject({ total: 8, covered: 7, percent: 87.5 });
  expect(gaps(score)).toEqual(["一台触摸屏: 未登记"]);
});

test("S7.2 a petition is given a level and a working group before it goes on, and ends with its answer", async () => {
  const workingGroup = await addOne(desk.clerk, "bodies", { name: "调研工作组", layer: "leading-group" });
  const id = await addOne(desk.clerk, "cases", { type: "petition", cause: "征地补偿" });
  const bare = await move(desk.clerk, "cases", id, "classify", { addressee: ["town"] });
  expect(problems(bare)).toEqual(["level required", "workingGroup required"]);
  const given = { addressee: ["town"], level: "high", workingGroup };
  expect(await moved(desk.clerk, "cases", id, "classify", given)).toMatchObject({ state: "classified", level: "high" });
  expect(await moved(desk.clerk, "cases", id, "answer", { answer: "已核实补发" })).toMatchObject({ state: "answered" });
});

test("S7.9 the representative meeting's own rules come into force by an adopted proposal alone", async () => {
  const id = await addOne(desk.clerk, "documents", { title: "居民代表会议制度", kind: "assembly", body: "第一条" });
  const issue = (values: object) =>
    move(desk.director, "documents", id, "issue", { validFrom: "2026-06-01", ...values });
  expect(problems(await issue({}))).toEqual(["approvedBy not-adopted"]);
  const draft = { title: "会议制度", class: "charter", text: "通过会议制度" };
  const approvedBy = await addOne(desk.clerk, "proposals", draft);
  expect(problems(await issue({ approvedBy }))).toEqual(["approvedBy not-adopted"]);
  // What the committee decided by itself the representatives have not adopted.
  const alone = await addOne(desk.clerk, "proposals", { ...draft, class: "other" });
  await moved(desk.secretary, "proposals", alone, "pass", { partyMinutes: "同意" });
  await moved(desk.director, "proposals", alone, "decide");
  expect(problems(await issue({ approvedBy: alone }))).toEqual(["approvedBy not-adopted"]);
  const rule = await addOne(desk.clerk, "documents", { title: "值班制度", kind: "rule", body: "每日值班" });
  expect(await moved(desk.director, "documents", rule, "issue", { validFrom: "2026-06-01" })).toMatchObject({
    state: "issued",
  });
});

test("S7.10 the committee scores itself by the list for model communities, item by item and with evidence", async () => {
  const item = { scheme: "model", year: 2026, target: "达标", weight: 50 };
  const twice = { ...item, item: "党建", selfScore: 90, evidence: "台账" };
  await addOne(desk.clerk, "assessments", twice);
  expect((await refused(desk.clerk, "assessments", twice)).every((one) => one.endsWith("not-unique"))).toBe(true);
  await addOne(desk.clerk, "assessments", { ...item, item: "服务", selfScore: 100, evidence: "照片" });
  expect(await check(desk.clerk, "assessment-model")).toMatchObject({ total: 10_000, covered: 9500, percent: 95 });
});
