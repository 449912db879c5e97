import { beforeAll, expect, test } from "vitest";
import { FACILITIES, TWENTY_ONE } from "../../../shared/rules/facilities.ts";
import { add, addOne, check, type Desk, decide, edit, gaps, grant, openDesk, problems, refused } from "./desk.ts";

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

test("S9.3 the seven usual posts and five to eight staff: what is missing is told, and who holds two posts counts once", async () => {
  const posts = ["clerk", "low-income", "social-security", "health"];
  for (const [index, post] of posts.entries()) await grant(desk.director, post, `员${"一二三四"[index]}`);
  await grant(desk.director, "secretary", "员一");
  const told = async () => {
    const { body } = await desk.clerk("GET", "/coverage/staff-number");
    const { gaps: found } = body as unknown as { gaps: { title: { zh: string }; why: { zh: string } }[] };
    return found.map(({ title, why }) => `${title.zh}: ${why.zh}`).sort();
  };
  expect(await told()).toEqual(["主任: 无人担任", "工作人员 4 人: 应为 5–8 人", "流管员: 无人担任"].sort());
  await grant(desk.director, "floating", "员五");
  expect(await told()).toEqual(["主任: 无人担任"]);
  for (const name of ["员六", "员七", "员八", "员九"]) await grant(desk.director, "security", name);
  expect(await told()).toEqual(["主任: 无人担任", "工作人员 9 人: 应为 5–8 人"].sort());
});

test("S9.4 a vacancy is filled from the reserve list in order of rank, and the entry leaves the list", async () => {
  const batch = { batch: "2025年公开招聘", listed: "2025-12-01" };
  const people = ["甲甲", "乙乙", "丙丙", "丁丁"];
  const entries = people.map((person, index) => ({ ...batch, rank: index + 1, person }));
  const [first, second, third] = await add(desk.clerk, "recruits", entries);
  const take = (person: string, more: object = {}) =>
    desk.director("POST", "/posts/grant", {
      post: "sanitation",
      from: "2026-02-01",
      origin: "recruited",
      person,
      ...more,
    });
  // Not the next one: refused without a reason, and nothing is written.
  expect(problems(await take("乙乙"))).toEqual(["outOfOrder reason-out-of-order"]);
  expect(problems(await take("外人"))).toEqual(["outOfOrder reason-out-of-order"]);
  const { status, body } = await take("甲甲");
  expect([status, body.values.reserveRank]).toEqual([201, 1]);
  const entry = async (id = "") => (await desk.clerk("GET", `/registers/recruits/records/${id}`)).body;
  expect((await entry(first)).values).toMatchObject({ filled: "2026-02-01", filledAs: "sanitation" });
  // Nobody types that somebody was taken on; who steps back says why, and the next one moves up.
  expect(problems(await edit(desk.clerk, "recruits", second ?? "", { filled: "2026-02-01" }))).toEqual([
    "filled by-action-only",
  ]);
  expect(problems(await edit(desk.clerk, "recruits", second ?? "", { withdrawn: "2026-02-02" }))).toEqual([
    "withdrawnWhy required",
  ]);
  await edit(desk.clerk, "recruits", second ?? "", { withdrawn: "2026-02-02", withdrawnWhy: "已另就业" });
  expect((await take("丁丁", { outOfOrder: "第三名暂不能到岗，经街道同意" })).status).toBe(201);
  // Under the rules of the documents the order binds, whatever the reason.
  await decide(desk, "staff.reserveBinding", true, "2026-05-21");
  await add(desk.clerk, "recruits", [{ ...batch, rank: 5, person: "戊戊" }]);
  expect(problems(await take("戊戊", { outOfOrder: "人熟", from: "2026-05-25" }))).toEqual([
    "person not-next-in-reserve",
  ]);
  expect((await take("丙丙", { from: "2026-05-25" })).status).toBe(201);
  expect((await entry(third)).values.filled).toBe("2026-05-25");
  // Another way in or a second post of theirs asks nothing.
  expect((await take("丙丙", { post: "security" })).status).toBe(201);
  expect((await take("外人", { origin: "street" })).status).toBe(201);
});
