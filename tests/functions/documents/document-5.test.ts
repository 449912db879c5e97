import { beforeAll, describe, expect, test } from "vitest";
import type { Caller } from "../../support/api.ts";
import {
  add,
  addOne,
  at,
  check,
  type Desk,
  decide,
  edit,
  gaps,
  grant,
  move,
  moved,
  open,
  openDesk,
  problems,
  today,
} from "./desk.ts";

/** Document 5: what an intern saw in a week at a committee. */
let desk: Desk;
let households: string[];

beforeAll(async () => {
  desk = await openDesk();
  const group = await addOne(desk.clerk, "groups", { no: 1 });
  const dwelling = await addOne(desk.clerk, "dwellings", { building: "1", room: "101", group });
  households = await add(
    desk.clerk,
    "households",
    ["1", "2", "3"].map((no) => ({ no, dwelling })),
  );
});

test("S5.5 the elderly centre is cleaned each working day: a missed day stays visible for a week, days of rest ask for nothing", async () => {
  expect(await open(desk.clerk, "D12"), "no centre to look after").toEqual([]);
  await grant(desk.director, "clerk", "王文书");
  await at(desk, "2026-06-11");
  const rule = { value: 0, from: "2026-06-08", decision: "居委会会议", decidedOn: "2026-06-05" };
  const set = await desk.director("POST", "/rules/duties.centreDays", rule);
  if (set.status >= 300) throw new Error(JSON.stringify(set.body));
  const days = ["2026-06-04", "2026-06-05", "2026-06-08", "2026-06-09", "2026-06-10", "2026-06-11"];
  expect((await open(desk.clerk, "D12")).sort(), "Saturday and Sunday are not asked for").toEqual(days);
  const done = (period: string, values: object) => desk.clerk("POST", "/duties/D12/done", { period, values });
  expect(problems(await done("2026-06-11", { floorDry: true }))).toEqual(["furniture required"]);
  expect(problems(await done("2026-06-11", { floorDry: false, furniture: true }))).toEqual(["evidence required"]);
  expect(problems(await done("2026-06-07", { floorDry: true, furniture: true }))).toEqual(["period day-of-rest"]);
  const found = { floorDry: false, furniture: true, evidence: "走廊积水，已拖干" };
  expect((await done("2026-06-11", found)).body.values).toMatchObject({ duty: "D12", done: "2026-06-11", ...found });
  expect((await open(desk.clerk, "D12")).sort()).toEqual(days.slice(0, 5));
  expect(await open(desk.director, "D12"), "what was missed climbs to the director").toContain("2026-06-10");
  await at(desk, "2026-06-01");
});

describe("a census", () => {
  let worker: Caller;
  let second: Caller;
  const attempt = (at: string, result = "absent") => ({ at, result });
  const person = { name: "张三", sex: "1", birth: "1980-01-01" };

  beforeAll(async () => {
    worker = await desk.as(["census-worker"], { name: "普查员甲" });
    second = await desk.as(["census-worker"], { name: "普查员乙" });
  });

  test("S5.6 a household is visited, or come back to by appointment, and checked against the booklet by a second person", async () => {
    const [first, next] = await add(worker, "census-sheets", [
      { household: households[0] },
      { household: households[1] },
    ]);
    if (!first || !next) throw new Error("no sheets");
    const counted = { persons: 2, members: [person], matchesBooklet: true };
    expect(problems(await move(worker, "census-sheets", first, "visit", counted))).toEqual(["persons members-differ"]);
    const differs = { ...counted, persons: 1, matchesBooklet: false };
    expect(problems(await move(worker, "census-sheets", first, "visit", differs))).toEqual(["difference required"]);
    const appointed = { appointment: "2026-06-05", attempts: [attempt("2026-06-01T10:00", "appointment")] };
    expect(await moved(worker, "census-sheets", first, "appoint", appointed)).toMatchObject({ due: "2026-06-05" });
    await moved(worker, "census-sheets", first, "visit", { ...counted, persons: 1 });
    expect(problems(await move(worker, "census-sheets", first, "check"))).toEqual(["state second-person"]);
    await moved(second, "census-sheets", first, "check");
    const twice = { attempts: [attempt("2026-06-01T10:00"), attempt("2026-06-01T19:00"), attempt("2026-06-01T19:00")] };
    expect(problems(await move(worker, "census-sheets", next, "empty", twice))).toEqual(["attempts too-few-attempts"]);
    const often = { attempts: [...twice.attempts.slice(0, 2), attempt("2026-06-02T08:00")] };
    await decide(desk, "census.attempts", 4, "2026-06-01");
    expect(problems(await move(worker, "census-sheets", next, "refuse", often))).toEqual(["attempts too-few-attempts"]);
    often.attempts.push(attempt("2026-06-03T08:00"));
    await moved(worker, "census-sheets", next, "empty", often);
    const progress = await check(worker, "census");
    expect(progress).toMatchObject({ total: 3, covered: 2 });
    expect(gaps(progress)).toEqual(["3: 未入户"]);
    const byBuilding = await check(worker, "census-buildings");
    expect(gaps(byBuilding)).toEqual([expect.stringMatching(/: 已完成 2 \/ 3 户$/)]);
  });

  test("S5.7 nobody but the census workers sees its sheets, and nothing of them reaches the residents' lists", async () => {
    for (const who of [desk.director, desk.secretary, desk.clerk]) {
      const { body } = await who("GET", "/registers");
      expect((body as unknown as { registers: { name: string }[] }).registers.map(({ name }) => name)).not.toContain(
        "census-sheets",
      );
      expect((await who("GET", "/registers/census-sheets/records")).status).toBe(403);
      expect((await who("GET", "/registers/census-sheets/export.csv")).status).toBe(403);
      expect((await who("GET", "/coverage/census")).status).toBe(404);
    }
    expect((await worker("GET", "/registers/census-sheets/export.csv")).status).toBe(403);
    expect((await worker("GET", "/registers/residents/records")).status).toBe(403);
    expect((await desk.clerk("GET", "/registers/residents/records")).body.records).toEqual([]);
  });
});

test("S5.2 an intern has a post with an end, sees the tasks given to them and nothing else, and takes nothing away", async () => {
  const intern = await desk.as([], { account: "intern", name: "实习生" });
  const term = { account: "intern", post: "intern", from: "2026-06-01" };
  expect(problems(await desk.director("POST", "/posts/grant", term))).toEqual(["until end-needed"]);
  const granted = await desk.director("POST", "/posts/grant", { ...term, until: "2026-06-05" });
  if (granted.status !== 201) throw new Error(JSON.stringify(granted.body));
  const clerkPost = await grant(desk.clerk, "mediator", "何调解");
  const [own, others] = await add(desk.clerk, "errands", [
    { title: "整理档案", assignee: granted.body.id, until: "2026-06-03" },
    { title: "核对账目", assignee: clerkPost, until: "2026-06-03" },
  ]);
  if (!own || !others) throw new Error("no errands");
  const list = "/registers/errands/records";
  expect((await intern("GET", list)).body.records.map(({ id }) => id)).toEqual([own]);
  expect((await today(intern)).map(({ title, due }) => [title, due])).toEqual([["整理档案", "2026-06-03"]]);
  for (const path of ["", "/history", "/moves"])
    expect((await intern("GET", `${list}/${others}${path}`)).status).toBe(404);
  expect((await move(intern, "errands", others, "finish", { report: "好" })).status).toBe(404);
  for (const other of ["residents", "households", "posts", "cases"]) {
    expect((await intern("GET", `/registers/${other}/records`)).status).toBe(403);
  }
  for (const file of ["csv", "xlsx"])
    expect((await intern("GET", `/registers/errands/export.${file}`)).status).toBe(403);
  expect(
    (await intern("POST", list, { values: { title: "x", assignee: clerkPost, until: "2026-06-03" } })).status,
  ).toBe(403);
  await moved(intern, "errands", own, "finish", { report: "整理 40 盒" });
  expect((await move(intern, "errands", own, "accept")).status).toBe(403);
  await moved(desk.clerk, "errands", own, "accept");
  await at(desk, "2026-06-04");
  expect((await intern("GET", list)).status).toBe(200);
  await at(desk, "2026-06-05");
  expect((await intern("GET", list)).status, "on the day of leaving").toBe(404);
  await at(desk, "2026-06-01");
});

test("S5.8 visits to lonely elderly are due by each person's own interval, and come off the list when they are written down", async () => {
  const visitor = await grant(desk.clerk, "mediator", "何调解");
  const [granny, grandpa] = await add(
    desk.clerk,
    "residents",
    ["陈阿婆", "吴大爷"].map((name) => ({
      name,
      sex: "2",
      birth: "1940-01-01",
      household: households[2],
      relation: "01",
      consistency: "same",
      live: "here",
    })),
  );
  const target = { kind: "lonely-old", from: "2026-05-01" };
  await add(desk.clerk, "service-targets", [
    { ...target, resident: granny, visitEveryDays: 14 },
    { ...target, resident: grandpa, visitEveryDays: 60 },
  ]);
  const due = await check(desk.clerk, "visits-due");
  expect(due.gaps).toMatchObject([{ title: "陈阿婆", due: "2026-05-15", why: { zh: "还没有走访过" } }]);
  const visit = { household: households[2], kind: "care", visitors: [visitor], on: "2026-05-10", needs: "想换灯泡" };
  const nobody = await desk.clerk("POST", "/registers/visits/records", { values: visit });
  expect(problems(nobody)).toEqual(["resident required"]);
  const id = await addOne(desk.clerk, "visits", { ...visit, resident: granny });
  expect((await check(desk.clerk, "visits-due")).gaps).toMatchObject([
    { due: "2026-05-24", why: { zh: "上次走访 2026-05-10" } },
  ]);
  await edit(desk.clerk, "visits", id, { on: "2026-05-30", next: "2026-06-13" });
  expect((await check(desk.clerk, "visits-due")).gaps).toEqual([]);
  expect(problems(await edit(desk.clerk, "visits", id, { next: "2026-05-30" }))).toEqual(["next before-start"]);
});
