import { beforeEach, describe, expect, test } from "vitest";
import { add, addOne, at, type Desk, grant, moved, open, openDesk, problems } from "../documents/desk.ts";

let desk: Desk;
/** A committee that has been at work since New Year: what falls due is asked for from its first day on. */
beforeEach(async () => {
  desk = await openDesk();
  await at(desk, "2026-01-01");
  await grant(desk.clerk, "group-leader", "孙组长");
});
const done = (who: Desk["director"], duty: string, period: string, values: object) =>
  who("POST", `/duties/${duty}/done`, { period, values });

describe("what a director is to do regularly", () => {
  test("S8.8 reports to the council every half-year: asked for until the council's meeting was held", async () => {
    await at(desk, "2026-06-15");
    expect(await open(desk.director, "D18")).toEqual([]);
    await at(desk, "2026-06-25");
    expect(await open(desk.director, "D18")).toEqual(["2026-H1"]);
    expect(await open(desk.clerk, "D18")).toEqual([]);
    const title = "议事会听取主任半年工作报告";
    const id = await addOne(desk.clerk, "meetings", {
      title,
      kind: "council",
      at: "2026-06-25T08:00",
      named: "钱议事\n李主任",
    });
    const step = async (name: string, body: object = {}) => {
      const answer = await desk.clerk("POST", `/meetings/${id}/${name}`, body);
      if (answer.status !== 200) throw new Error(`${name} ${JSON.stringify(answer.body)}`);
      return answer.body;
    };
    await step("call");
    const { roll } = (await desk.clerk("GET", `/meetings/${id}`)).body as unknown as { roll: { id: string }[] };
    for (const { id: person } of roll) await step("attendance", { person, present: true });
    await step("open");
    await step("close", { values: { minutes: "主任报告上半年工作，议事会提出两条意见" } });
    expect(await open(desk.director, "D18")).toEqual([]);
    const { records } = (await desk.clerk("GET", "/registers/duties/records")).body;
    expect(records.map(({ values }) => values)).toMatchObject([{ duty: "D18", period: "2026-H1", attendance: 2 }]);
    // Not held, it climbs to the council at once and to the street a week later.
    await at(desk, "2027-01-01");
    const council = await desk.as(["council"]);
    expect(await open(council, "D18")).toEqual(["2026-H2"]);
    const [street] = ["500100001"];
    const office = await desk.as([], { areas: [{ code: street ?? "", role: "street" }] });
    const seen = async () => JSON.stringify((await office("GET", `/api/areas/${street}/today`)).body);
    expect(await seen()).not.toContain("主任向议事会报告工作");
    await at(desk, "2027-01-08");
    const later = await desk.as([], { areas: [{ code: street ?? "", role: "street" }] });
    expect(JSON.stringify((await later("GET", `/api/areas/${street}/today`)).body)).toContain("主任向议事会报告工作");
  });

  test("S8.8 checks the others' work every quarter: an inspection of that kind shows it, another does not", async () => {
    await at(desk, "2026-03-25");
    const inspector = await grant(desk.clerk, "head", "李主任");
    const check = { date: "2026-03-25", inspectors: [inspector], result: "good" };
    await add(desk.clerk, "inspections", [{ ...check, kind: "fire" }]);
    expect(await open(desk.director, "D21")).toEqual(["2026-Q1"]);
    await add(desk.clerk, "inspections", [{ ...check, kind: "work" }]);
    expect(await open(desk.director, "D21")).toEqual([]);
  });
});

test("S7.4 the supervision group looks over the accounts every quarter and says what it found; nobody says it for the group", async () => {
  await at(desk, "2026-03-25");
  const supervisor = await desk.as(["supervision"], { name: "吴监督" });
  expect(await open(supervisor, "D17")).toEqual(["2026-Q1"]);
  expect((await done(desk.director, "D17", "2026-Q1", { evidence: "正常" })).status).toBe(403);
  expect(problems(await done(supervisor, "D17", "2026-Q1", {}))).toEqual(["evidence required"]);
  expect(problems(await done(supervisor, "D17", "2026-H1", { evidence: "正常" }))).toEqual(["period not-a-period"]);
  expect((await done(supervisor, "D17", "2026-Q1", { evidence: "抽查 20 张凭证，未见异常，已张榜" })).status).toBe(201);
  expect(await open(supervisor, "D17")).toEqual([]);
  expect((await supervisor("GET", "/registers/duties/records")).body.records).toHaveLength(1);
});

test("budget and plan of the year are asked for, also while a proposal about them waits for the representatives", async () => {
  await at(desk, "2026-12-28");
  expect([await open(desk.director, "D07"), await open(desk.director, "D07-work")]).toEqual([["2026"], ["2026"]]);
  const text = { title: "2027 年预算和 2026 年决算", class: "budget", text: "见附表", drafted: "2026-12-28" };
  const id = await addOne(desk.clerk, "proposals", text);
  await moved(desk.secretary, "proposals", id, "pass", { partyMinutes: "同意" });
  // Passed by the branch is not yet decided by the residents.
  expect(await open(desk.director, "D07")).toEqual(["2026"]);
});
