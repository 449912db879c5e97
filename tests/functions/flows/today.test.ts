import { beforeAll, describe, expect, test } from "vitest";
import type { TodayItem } from "../../../functions/today/today.ts";
import { type Caller, COMMUNITY, OTHER_COMMUNITY, openTestApi, type TestApi } from "../../support/api.ts";

let linli: TestApi;
let clerk: Caller;
let director: Caller;

const STREET = COMMUNITY.slice(0, 9);
const cases = "/registers/cases/records";

beforeAll(async () => {
  linli = await openTestApi();
});

/** Everybody signs in anew on a day, because a session lasts seven. */
async function on(day: string): Promise<void> {
  linli.clock.now = Date.parse(`${day}T09:00:00+08:00`);
  clerk = await linli.as(["clerk"]);
  director = await linli.as(["director"]);
}

async function waiting(who: Caller): Promise<TodayItem[]> {
  const { status, body } = await who("GET", "/today");
  expect(status).toBe(200);
  return (body as unknown as { items: TodayItem[] }).items;
}

async function received(cause: string): Promise<string> {
  const made = await clerk("POST", cases, { values: { type: "opinion", cause } });
  expect(made.status).toBe(201);
  return made.body.id;
}

const titles = (items: readonly TodayItem[]) => items.filter(({ kind }) => kind === "record").map(({ title }) => title);
const move = (who: Caller, id: string, name: string, body: unknown) =>
  who("POST", `${cases}/${id}/moves/${name}`, body);

describe("today", () => {
  test("what waits for somebody stands there from the moment it comes until somebody takes its step", async () => {
    await on("2026-06-01");
    const id = await received("楼道堆放杂物");
    const [item] = await waiting(clerk);
    expect(item).toMatchObject({ title: "楼道堆放杂物", due: "2026-06-03", daysLate: 0, state: { zh: "已收到" }, id });
    await clerk("PATCH", `${cases}/${id}`, { values: { cause: "三楼楼道堆放杂物" } }, { "if-match": "1" });
    expect(titles(await waiting(clerk))).toEqual(["三楼楼道堆放杂物"]);
    await move(clerk, id, "classify", { values: { addressee: ["committee"] } });
    expect(await waiting(clerk)).toMatchObject([{ state: { zh: "已分类" }, due: "2026-06-16" }]);
    await move(clerk, id, "answer", { values: { answer: "已清理" } });
    // Now it waits for the resident.
    expect(titles(await waiting(clerk))).toEqual([]);
    const other = await received("误登记");
    await clerk("DELETE", `${cases}/${other}`, undefined, { "if-match": "1" });
    expect(titles(await waiting(clerk))).toEqual([]);
  });

  test("S6.8 what is late stands first, climbs to the director, and a week later to the street, without its words", async () => {
    await on("2026-06-01");
    await received("垃圾桶满溢");
    // Who writes nothing is waited for by nothing.
    expect(await waiting(await linli.as(["secretary"]))).toEqual([]);
    await on("2026-06-04");
    await received("路灯不亮");
    expect((await waiting(director)).filter(({ kind }) => kind === "record")).toMatchObject([
      { title: "垃圾桶满溢", daysLate: 1, climbed: true },
      { title: "路灯不亮", daysLate: 0 },
    ]);
    const street = await linli.as([], { areas: [{ code: STREET, role: "street" }] });
    const answer = await street("GET", `/api/areas/${STREET}/today`);
    expect([answer.status, answer.body]).toMatchObject([200, {}]);
    const calm = answer.body as unknown as Area;
    expect(calm.communities.find(({ code }) => code === COMMUNITY)).toMatchObject({ late: 1, items: [] });
    await on("2026-06-11");
    const later = await linli.as([], { areas: [{ code: STREET, role: "street" }] });
    const { body } = await later("GET", `/api/areas/${STREET}/today`);
    const area = body as unknown as Area;
    expect(area.communities.find(({ code }) => code === COMMUNITY)?.items).toMatchObject([
      { group: "opinion", state: { zh: "已收到" }, due: "2026-06-03", daysLate: 8 },
    ]);
    expect(JSON.stringify(area)).not.toContain("垃圾桶");
    expect((await clerk("GET", `/api/areas/${STREET}/today`)).status).toBe(404);
    expect(area.communities.find(({ code }) => code === OTHER_COMMUNITY)).toMatchObject({ late: 0, items: [] });
  });

  test("a member of staff of another community sees nothing of it", async () => {
    const stranger = await linli.as(["director"], { community: OTHER_COMMUNITY });
    expect((await stranger("GET", `/api/communities/${COMMUNITY}/today`)).status).toBe(404);
    expect(titles(await waiting(stranger))).toEqual([]);
  });
});

type Area = { communities: { code: string; late: number; items: Record<string, unknown>[] }[] };

describe("recurring duties", () => {
  const evidence = { attendance: 7, subject: "民法典物权编", evidence: "会议记录见档案 6 号" };
  const duty = (items: readonly TodayItem[], name: string) => items.filter((item) => item.duty?.name === name);

  test("S8.22 the monthly meeting is shown before it is due, and written down once with its evidence", async () => {
    await on("2026-06-15");
    expect(duty(await waiting(director), "D01")).toEqual([]);
    await on("2026-06-22");
    expect(duty(await waiting(director), "D01")).toMatchObject([{ title: "2026-06", due: "2026-06-30", daysLate: 0 }]);
    const bare = await director("POST", "/duties/D01/done", { period: "2026-06", values: {} });
    expect(bare.body.fields.map(({ path }) => path)).toEqual(["attendance", "subject", "evidence"]);
    const denied = await clerk("POST", "/duties/D01/done", { period: "2026-06", values: evidence });
    expect(denied.status).toBe(403);
    const both = await Promise.all([
      director("POST", "/duties/D01/done", { period: "2026-06", values: evidence }),
      director("POST", "/duties/D01/done", { period: "2026-06", values: evidence }),
    ]);
    expect(both.map(({ status }) => status).sort()).toEqual([201, 422]);
    expect(duty(await waiting(director), "D01")).toEqual([]);
    const typed = await director("POST", "/registers/duties/records", { values: { duty: "D02", period: "2026-Q2" } });
    expect(typed.status).toBe(403);
  });

  test("S8.23 the quarterly meeting likewise; a period that has not begun and one that is none are refused", async () => {
    expect(duty(await waiting(director), "D02")).toMatchObject([{ title: "2026-Q2", due: "2026-06-30" }]);
    const ahead = await director("POST", "/duties/D02/done", { period: "2026-Q3", values: evidence });
    expect(ahead.body.fields).toMatchObject([{ path: "period", code: "in-the-future" }]);
    const none = await director("POST", "/duties/D02/done", { period: "2026-13", values: evidence });
    expect(none.body.fields).toMatchObject([{ path: "period", code: "not-a-period" }]);
    expect((await director("POST", "/duties/D04/done", { period: "2026-06-01", values: {} })).status).toBe(404);
  });
});
