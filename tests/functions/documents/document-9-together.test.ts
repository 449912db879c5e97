import { beforeAll, expect, test } from "vitest";
import { COMMUNITY } from "../../support/api.ts";
import { add, addOne, at, check, type Desk, gaps, grant, moved, open, openDesk, refused } from "./desk.ts";

/** Document 9: what a community does together with those who have their seat in it. */
let desk: Desk;

beforeAll(async () => {
  desk = await openDesk();
});

test("S9.7 a five-good title goes to a family, a building or a unit as its kind says, for what it did; units that share are counted", async () => {
  const [unit] = await add(desk.clerk, "bodies", [
    { name: "区医院", layer: "unit", shares: "会议室、停车位" },
    { name: "西街酒家", layer: "company" },
  ]);
  const award = { year: 2026, grounds: "敬老助残", givenBy: "街道文明办" };
  const family = { ...award, kind: "five-good-family" };
  expect(await refused(desk.clerk, "awards", family)).toEqual(["household required"]);
  expect((await refused(desk.clerk, "awards", { ...family, unit })).sort()).toEqual([
    "household required",
    "unit recipient-of-other-award",
  ]);
  const civilised = { ...award, kind: "civilised-unit", unit };
  await addOne(desk.clerk, "awards", civilised);
  expect((await refused(desk.clerk, "awards", civilised)).every((one) => one.endsWith("not-unique"))).toBe(true);
  expect(gaps(await check(desk.clerk, "sharing"))).toEqual(["西街酒家: 没有共享资源"]);
});

test("S9.8 special work is marked as such among the tasks, beside the department that handed it down", async () => {
  const task = { title: "经济普查入户", department: "statistics" };
  expect(await refused(desk.clerk, "tasks", { ...task, special: "war" })).toEqual(["special not-in-list"]);
  const id = await addOne(desk.clerk, "tasks", { ...task, special: "economic-census", fundsDue: 500_000 });
  await moved(desk.clerk, "tasks", id, "check", { uniform: true, withinDuty: false });
  expect((await desk.clerk("GET", `/registers/tasks/records/${id}`)).body.values).toMatchObject({
    special: "economic-census",
    state: "checked",
  });
});

test("S9.26 the joint conference is due every quarter until one was held with the partners named; the committee has its district leader", async () => {
  await at(desk, "2026-06-25");
  expect(await open(desk.director, "D19")).toContain("2026-Q2");
  for (const [post, person] of [
    ["secretary", "周书记"],
    ["deputy", "李主任"],
  ] as const) {
    await grant(desk.director, post, person);
  }
  const partners = "金地物业 陈经理\n业委会 吴主任\n派出所 马警官";
  const meeting = { kind: "joint", title: "二季度联席会议", at: "2026-06-25T09:00", named: partners };
  const id = await addOne(desk.director, "meetings", meeting);
  const act = async (move: string, values: object = {}) => {
    const { status, body } = await desk.director("POST", `/meetings/${id}/${move}`, { values });
    if (status !== 200) throw new Error(JSON.stringify(body));
  };
  await act("call");
  const { body } = await desk.director("GET", `/meetings/${id}`);
  const { roll } = body as unknown as { roll: { id: string; name: string }[] };
  expect(roll.map(({ name }) => name)).toEqual(expect.arrayContaining(["周书记", "金地物业 陈经理"]));
  for (const { id: person } of roll.slice(0, 4)) {
    const came = await desk.director("POST", `/meetings/${id}/attendance`, { person, present: true });
    expect(came.status).toBe(200);
  }
  await act("open");
  await act("close", { minutes: "物业答应两周内修好路灯" });
  expect(await open(desk.director, "D19")).not.toContain("2026-Q2");
  const committee = {
    code: COMMUNITY,
    name: "桂花社区居民委员会",
    phone: "023-67890001",
    address: "桂花路 8 号",
    premises: "own",
    contactLeader: "区委常委 宋某",
  };
  await addOne(desk.clerk, "committees", committee);
  const { records } = (await desk.clerk("GET", "/registers/committees/records")).body;
  expect(records.map(({ values }) => values.contactLeader)).toEqual(["区委常委 宋某"]);
});
