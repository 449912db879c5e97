import JSONstat from "jsonstat-toolkit";
import { beforeAll, expect, test } from "vitest";
import { dayOf } from "../../../shared/rules/calendar.ts";
import { type Caller, COMMUNITY, OTHER_COMMUNITY } from "../../support/api.ts";
import { at, recount, totalsOf } from "../counts/world.ts";
import { openDistrict } from "./district.ts";

type Opened = Awaited<ReturnType<typeof openDistrict>>;
const DISTRICT = COMMUNITY.slice(0, 6);
const COMMUNITIES = [COMMUNITY, OTHER_COMMUNITY];

/** The cadres of a whole county in 1984 (S9.2): each list has 101. */
const SOURCES = many({ retired: 46, unemployed: 23, "part-time": 32 });
const BIRTHS = many({ "1960-01-01": 33, "1980-01-01": 54, "2000-01-01": 14 });
const EDUCATION = many({ "90": 19, "81": 44, "71": 37, "31": 1 });

let district: Opened;
let ask: Awaited<ReturnType<Opened["program"]>>;
let directors: Caller[];
const ids: string[] = [];

function many(counts: Record<string, number>): string[] {
  return Object.entries(counts).flatMap(([value, count]) => Array.from({ length: count }, () => value));
}

const community = (n: number) => (n % 2 === 0 ? 0 : 1);
const signIn = () => Promise.all(COMMUNITIES.map((code) => district.as(["director"], { community: code })));

async function grant(n: number, more: object = {}): Promise<string> {
  const given = {
    person: `干部${"甲乙丙丁戊己庚辛壬癸"[n % 10]}${numeral(n)}`,
    post: "clerk",
    from: "2025-01-01",
    ...more,
  };
  const { status, body } = (await directors[community(n)]?.("POST", "/posts/grant", given)) ?? {};
  if (status !== 201) throw new Error(JSON.stringify(body));
  return body?.id ?? "";
}
const numeral = (n: number) => [...String(n)].map((digit) => "零一二三四五六七八九"[Number(digit)]).join("");

async function end(n: number, endReason: string, until: string): Promise<void> {
  const answer = await directors[community(n)]?.("POST", `/posts/${ids[n]}/end`, { until, endReason });
  if (answer?.status !== 200) throw new Error(JSON.stringify(answer?.body));
}

/** The first minutes of a month: the one before is closed. */
async function turn(month: string): Promise<void> {
  await district.settle();
  district.clock.now = at(`${month}-01T00:05`);
  await district.pump.handler({});
  district.clock.now += 5_000;
  directors = await signIn();
  ask = await district.program(DISTRICT);
}

async function read(question: string) {
  const { status, text, json } = await ask(`/statistics/v1/data/T05?${question}`);
  if (status !== 200) throw new Error(text);
  return JSONstat(json());
}

/** The staff of the district by one breakdown, category by category. */
async function by(key: string, measure: string, more = ""): Promise<Record<string, number | null>> {
  const data = await read(`by=${key}${more}`);
  const values = data
    .Dimension(key)
    .id.map((id): [string, number | null] => [id, data.Data({ measure, [key]: id }).value]);
  return Object.fromEntries(values.filter(([, value]) => value !== 0));
}

beforeAll(async () => {
  district = await openDistrict({ [COMMUNITY]: "Alpha", [OTHER_COMMUNITY]: "Beta" }, "2026-10-20T09:00");
  directors = await signIn();
  for (let n = 0; n < 202; n += 1) {
    await district.put(COMMUNITIES[n % 2] ?? "", "residents", `r${n}`, { live: "here", sex: "1", birth: "1980-01-01" });
  }
  for (let n = 0; n < 101; n += 1) {
    // Three orders that do not go together, so that no list follows from another.
    const [origin, birth, education] = [SOURCES[n], BIRTHS[(n * 7) % 101], EDUCATION[(n * 11) % 101]];
    ids.push(await grant(n, { origin, birth, education, sex: n < 60 ? "2" : "1" }));
  }
  await turn("2026-11");
}, 60_000);

test("S9.2 the 101 cadres entered as posts are read back by the district: by source, age and education", async () => {
  expect(await by("origin", "staff")).toEqual({ retired: 46, unemployed: 23, "part-time": 32 });
  expect(await by("age", "staff")).toEqual({ "56+": 33, "36-55": 54, "35-": 14 });
  expect(await by("education", "staff")).toEqual({ illiterate: 19, primary: 44, middle: 37, college: 1 });
  expect(await by("sex", "staff")).toEqual({ "1": 41, "2": 60 });
  expect(await by("post", "staff")).toEqual({ clerk: 101 });
});

test("S9.3 S9.30 the share with college, the mean age in whole years, residents for each of the staff", async () => {
  const data = await read("period=2026-10");
  const of = (measure: string) => data.Data({ measure }).value;
  expect(of("collegeShare")).toBe(1);
  // 33 of 66 years, 54 of 46, 14 of 26: 49.8.
  expect(of("meanAge")).toBe(50);
  expect(of("residentsPerStaff")).toBe(2);
  expect(of("turnover")).toBe(0);
});

test("as of now only totals are told: two answers around one appointment never tell whose age it was", async () => {
  const now = (await ask("/statistics/v1/data/T05")).json();
  expect(now.dimension.measure?.category.index).toEqual(["staff", "staffBefore", "left", "residentsPerStaff"]);
  expect((await ask("/statistics/v1/data/T05?by=age&period=now")).status).toBe(422);
  const crossed = await ask("/statistics/v1/data/T05?by=age,sex");
  expect(crossed.json().fields).toMatchObject([{ path: "by", code: "one-breakdown" }]);
  expect((await ask("/statistics/v1/data/T05?area=500112001001")).status).toBe(403);
  expect((await district.stranger("/statistics/v1/data/T05")).status).toBe(401);
});

test("S9.6 who holds a Party and a committee post is one of the staff, by the leading post", async () => {
  const more = { person: "高双职", birth: "1990-03-03", from: "2026-11-02" };
  await grant(0, { ...more, post: "member" });
  await grant(0, { ...more, post: "secretary" });
  // Somebody else of the same name is somebody else.
  await grant(0, { ...more, post: "security", birth: "1961-07-07" });
  // A councillor and a group leader are not of the staff.
  await grant(0, { person: "何议事", from: "2026-11-02", post: "council" });
  await grant(0, { person: "何组长", from: "2026-11-02", post: "group-leader" });
  await turn("2026-12");
  expect(await by("post", "staff")).toEqual({ clerk: 101, secretary: 1, security: 1 });
  expect((await read("period=2026-11")).Data({ measure: "staff" }).value).toBe(103);
});

test("S9.13 S9.25 five who left over pay and six to the civil service: reasons, and turnover of those it counts", async () => {
  for (let n = 0; n < 5; n += 1) await end(n, "pay", "2026-12-03");
  for (let n = 5; n < 11; n += 1) await end(n, "civil-service", "2026-12-03");
  await turn("2027-01");
  expect(await by("reason", "left")).toEqual({ pay: 5, "civil-service": 6 });
  const data = await read("period=2026-12");
  expect(data.Data({ measure: "left" }).value).toBe(11);
  // 5 of the mean of 101 a year before and 92 now.
  expect(data.Data({ measure: "turnover" }).value).toBe(5.2);
});

test("one who died is not told by the reason, nor by what is told beside it", async () => {
  await end(11, "death", "2027-01-03");
  await turn("2027-02");
  const reasons = await by("reason", "left");
  expect(reasons.death).toBeNull();
  expect(Object.values(reasons).filter((value) => value === null).length).toBeGreaterThan(1);
  expect((await read("period=2027-01")).Data({ measure: "left" }).value).toBe(12);
});

test("the figures counted change by change are those of a count from scratch", async () => {
  for (const code of COMMUNITIES) {
    expect(await totalsOf(district.deps, code)).toEqual(await recount(district.deps, code, dayOf(district.clock.now)));
  }
});

test("the page offers the breakdowns one at a time and shows ratios with their decimals", async () => {
  const page = await (await district.person(DISTRICT))("/statistics/?indicator=T05&by=&lang=en&period=2026-10");
  expect(page.status).toBe(200);
  expect(page.text).toMatch(/<b>2\.0<\/b><span>Residents per staff member/);
  expect(page.text).toMatch(/<b>50<\/b><span>Mean age/);
  expect(page.text).toContain('<option value="education"');
  expect(page.text).not.toContain("post,sex");
  const table = await (await district.person(DISTRICT))("/statistics/?indicator=T05&by=education&period=2026-10");
  expect(table.text).toContain("文盲及其他");
  const csv = await ask("/statistics/v1/data/T05?by=education&period=2026-10&format=csv&lang=en");
  expect(csv.text).toContain("T05,Staff,Primary school,44,persons,");
  expect((await ask("/statistics/v1/data/T05?by=education&period=2026-10&format=xlsx")).status).toBe(200);
});

test("a committee that keeps its posts elsewhere reports them by hand, each breakdown with what belongs to it", async () => {
  const at = { post: "clerk", sex: "2", age: "35-", education: "college", origin: "recruited" };
  const cells = [
    { at, amounts: { staff: 30 } },
    { at: {}, amounts: { staffBefore: 28, aged: 30, ages: 960 } },
    { at: { reason: "pay" }, amounts: { left: 6 } },
  ];
  const report = (some: object[]) =>
    directors[0]?.("POST", "/statistics/months", { period: "2026-01", indicator: "T05", cells: some });
  const { origin: _, ...short } = at;
  const wrong = await report([
    { at: short, amounts: { staff: 30, left: 2 } },
    { at: { reason: "boredom" }, amounts: { left: 6 } },
  ]);
  expect(wrong?.body.fields.map(({ path, code }) => `${path} ${code}`)).toEqual([
    "cells.0.at.origin required",
    "cells.0.amounts.left unknown-field",
    "cells.1.at.reason not-in-list",
  ]);
  expect((await report(cells))?.status).toBe(201);
  district.clock.now += 5_000;
  const data = await read(`period=2026-01&area=${COMMUNITY}`);
  const of = (measure: string) => data.Data({ measure });
  expect([of("staff").value, of("meanAge").value, of("turnover").value]).toEqual([30, 32, 20.7]);
  // Nobody told how many residents there were: the ratio is missing, not wrong.
  expect(of("residentsPerStaff")).toMatchObject({ value: null, status: "missing" });
});
