import { beforeAll, expect, test } from "vitest";
import { FACILITIES, TWENTY_ONE } from "../../../shared/rules/facilities.ts";
import { add, addOne, check, type Desk, gaps, grant, openDesk, refused } from "./desk.ts";

/** Document 9: a survey report on building communities. */
let desk: Desk;

beforeAll(async () => {
  desk = await openDesk();
});

test("S9.9 a group without leader or informer is listed, as is a building without a responsible person", async () => {
  const leader = await grant(desk.clerk, "group-leader", "孙组长");
  const informer = await grant(desk.clerk, "informer", "刘信息");
  const [group] = await add(desk.clerk, "groups", [{ no: 1, leader, informer }, { no: 2, leader }, { no: 3 }]);
  await addOne(desk.clerk, "dwellings", { building: "9", room: "1", group });
  const found = await check(desk.clerk, "groups");
  expect(gaps(found)).toEqual(["第2居民小组: 没有灾害信息员", "第3居民小组: 没有组长和灾害信息员"]);
  expect(gaps(await check(desk.clerk, "buildings"))).toEqual(["9栋: 没有责任人"]);
});

test("S9.10 S9.27 a service says its papers, time limit, who is responsible and its price class: free costs nothing, paid does", async () => {
  const owner = await grant(desk.clerk, "mediator", "何调解");
  const item = { name: "居住证明", papers: "身份证", limitDays: 1, owner };
  expect(await refused(desk.clerk, "service-items", { name: "居住证明", priceClass: "free" })).toEqual([
    "papers required",
    "limitDays required",
    "owner required",
  ]);
  expect(await refused(desk.clerk, "service-items", { ...item, priceClass: "free", fee: 500 })).toEqual([
    "fee too-large",
  ]);
  expect(await refused(desk.clerk, "service-items", { ...item, priceClass: "low" })).toEqual(["fee required"]);
  await addOne(desk.clerk, "service-items", { ...item, priceClass: "free" });
});

test("S9.11 three mechanisms and six qualities are a scheme of their own, scored apart from the others", async () => {
  const item = { year: 2026, target: "健全", weight: 100, selfScore: 70, evidence: "总结" };
  await addOne(desk.clerk, "assessments", { ...item, scheme: "mechanisms", item: "领导机制" });
  await addOne(desk.clerk, "assessments", { ...item, scheme: "targets", item: "其他", selfScore: 10 });
  expect(await check(desk.clerk, "assessment-mechanisms")).toMatchObject({ percent: 70 });
});

test("S9.12 public rooms say from whom they come: the developer, their own, rented", async () => {
  const rooms = { set: "premises", item: "office-rooms", has: true, since: "2008-01-01", areaM2: 120 };
  expect(await refused(desk.clerk, "facilities", rooms)).toEqual(["source required"]);
  await addOne(desk.clerk, "facilities", { ...rooms, source: "developer" });
});

test("S9.21 seventeen of the twenty-one items are there: 81.0 %", async () => {
  const items = TWENTY_ONE.flatMap((set) => (FACILITIES[set] ?? []).map((item) => ({ set, item })));
  const rows = items.map((one, index) => ({ ...one, has: index < 17, ...(index < 17 && { since: "2008-01-01" }) }));
  await add(desk.clerk, "facilities", rows);
  expect(await check(desk.clerk, "facilities-twenty-one")).toMatchObject({ total: 21, covered: 17, percent: 81 });
});
