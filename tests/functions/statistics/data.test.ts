import JSONstat from "jsonstat-toolkit";
import { beforeAll, expect, test } from "vitest";
import { readFile } from "../../../shared/files/read-file.ts";
import type { Values } from "../../../shared/schema/field.ts";
import { STATISTICS } from "../../../shared/schema/statistics.ts";
import { code, DISTRICT, openDistrict } from "./district.ts";

type Opened = Awaited<ReturnType<typeof openDistrict>>;

const [ONE, TWO, THREE, EMPTY] = [code(1, 1), code(1, 2), code(2, 1), code(2, 2)];
const NAMES = {
  [code(1, 1).slice(0, 9)]: "Street One",
  [ONE]: "Alpha",
  [TWO]: "Beta",
  [THREE]: "Gamma",
  [EMPTY]: "Delta",
};

let district: Opened;
let ask: Awaited<ReturnType<Opened["program"]>>;

/** So many people of a sex and birth, in a community. */
async function settlePeople(community: string, name: string, count: number, values: Values) {
  for (let n = 0; n < count; n += 1)
    await district.put(community, "residents", `${name}${n}`, { live: "here", ...values });
}

beforeAll(async () => {
  district = await openDistrict(NAMES, "2026-10-20T09:00");
  await settlePeople(ONE, "m", 12, { sex: "1", birth: "1980-01-01" });
  await settlePeople(ONE, "w", 9, { sex: "2", birth: "1980-01-01" });
  await settlePeople(ONE, "old", 3, { sex: "2", birth: "1940-01-01" });
  await settlePeople(ONE, "oldman", 7, { sex: "1", birth: "1940-01-01" });
  await settlePeople(TWO, "m", 20, { sex: "1", birth: "1985-01-01" });
  await settlePeople(TWO, "w", 30, { sex: "2", birth: "1985-01-01" });
  await settlePeople(TWO, "old", 8, { sex: "2", birth: "1945-01-01" });
  await settlePeople(TWO, "oldman", 6, { sex: "1", birth: "1945-01-01" });
  await settlePeople(THREE, "m", 40, { sex: "1", birth: "2015-01-01" });
  for (let n = 0; n < 11; n += 1) await district.put(ONE, "households", `h${n}`, { no: `${n}` });
  for (const [index, community] of [ONE, TWO, THREE].entries()) {
    await district.put(community, "committees", "c", { name: "x", premises: index === 0 ? "own" : "rent" });
    await district.put(community, "groups", "g", { no: 1 });
  }
  await district.settle();
  // The first of the next month: October is closed.
  district.clock.now = Date.parse("2026-11-01T00:05:00+08:00");
  await district.pump.handler({});
  district.clock.now += 10 * 86_400_000;
  ask = await district.program();
});

test("S2.1 S9.1 committees roll up to streets and streets to the district", async () => {
  const { json, status } = await ask("/statistics/v1/data/T01?by=area");
  expect(status).toBe(200);
  const data = JSONstat(json());
  const of = (area: string, measure: string) => data.Data({ area, measure, period: "now" }).value;
  expect(of(DISTRICT, "committees")).toBe(3);
  expect(of(DISTRICT, "residents")).toBe(135);
  expect(of(code(1, 1).slice(0, 9), "residents")).toBe(95);
  expect(of(code(2, 1).slice(0, 9), "residents")).toBe(40);
  const street = JSONstat((await ask(`/statistics/v1/data/T01?by=area&area=${ONE.slice(0, 9)}`)).json());
  expect(street.Data({ area: ONE, measure: "residents" }).value).toBe(31);
  expect(street.Data({ area: ONE, measure: "households" }).value).toBe(11);
  expect(street.Data({ area: TWO, measure: "households" }).value).toBe(0);
});

test("the answer is JSON-stat that another program reads, with categories in order and in words", async () => {
  const { json, headers } = await ask("/statistics/v1/data/T02?by=sex,ageBand&lang=en");
  expect(headers.get("content-type")).toContain("application/json");
  const data = JSONstat(json());
  expect(data.class).toBe("dataset");
  expect(data.id).toEqual(["area", "period", "measure", "sex", "ageBand"]);
  expect(data.role).toMatchObject({ geo: ["area"], time: ["period"], metric: ["measure"] });
  expect(data.Dimension("ageBand").id).toEqual(["0-14", "15-59", "60-64", "65+"]);
  expect(data.Dimension("sex").Category("2").label).toBe("Female");
  expect(data.Dimension("period").id).toEqual(["2026-10"]);
  expect(data.Data({ sex: "1", ageBand: "15-59" }).value).toBe(32);
  expect(data.Data({ sex: "9", ageBand: "65+" }).value).toBe(0);
});

test("one to four people are null and marked suppressed, zero is shown, and no sum tells the hidden number", async () => {
  const cells = async (area: string) => {
    const data = JSONstat((await ask(`/statistics/v1/data/T02?by=sex,ageBand&area=${area}`)).json());
    return (sex: string, ageBand: string) => data.Data({ sex, ageBand });
  };
  const one = await cells(ONE);
  expect(one("2", "65+")).toMatchObject({ value: null, status: "suppressed" });
  expect(one("9", "0-14").value).toBe(0);
  // Its neighbours in the row, the column and the other community are hidden as well.
  for (const [sex, band] of [
    ["2", "15-59"],
    ["1", "65+"],
    ["1", "15-59"],
  ] as const) {
    expect(one(sex, band)).toMatchObject({ value: null, status: "suppressed" });
    expect((await cells(TWO))(sex, band).value).toBeNull();
  }
  const bySex = JSONstat((await ask(`/statistics/v1/data/T02?by=sex&area=${ONE}`)).json());
  expect(bySex.Data({ sex: "2" }).value).toBe(12);
  const street = await cells(ONE.slice(0, 9));
  expect(street("2", "65+").value).toBe(11);
});

test("breakdowns are refused as of now, in words that say why; by default they are of the last closed month", async () => {
  const refused = await ask("/statistics/v1/data/T02?by=sex&period=now", { "accept-language": "en" });
  expect(refused.status).toBe(422);
  expect(refused.headers.get("content-type")).toBe("application/problem+json");
  expect(refused.json().fields).toEqual([
    { path: "by", code: "by-needs-closed-month", message: expect.stringContaining("closed months only") },
  ]);
  expect((await ask("/statistics/v1/data/T02?by=sex")).json().dimension.period?.category.index).toEqual(["2026-10"]);
  expect((await ask("/statistics/v1/data/T02")).json().dimension.period?.category.index).toEqual(["now"]);
});

test("S9.22 offices of their own as a share of committees, for each street and for the district", async () => {
  const { json } = await ask("/statistics/v1/data/T17?by=area");
  const data = JSONstat(json());
  const share = (area: string) => data.Data({ area, measure: "ownOfficeShare" }).value;
  expect([share(ONE.slice(0, 9)), share(THREE.slice(0, 9)), share(DISTRICT)]).toEqual([50, 0, 33.3]);
});

test("a csv has a BOM, headings, and codes as text; numbers that are hidden are empty and marked", async () => {
  const { text, headers } = await ask(`/statistics/v1/data/T02?by=sex,ageBand&area=${ONE}&format=csv&lang=en`);
  expect(headers.get("content-type")).toBe("text/csv; charset=utf-8");
  expect(headers.get("content-disposition")).toContain(`T02-${ONE}-2026-10.csv`);
  const lines = text.split("\r\n");
  expect(lines[0]).toBe("\ufeffArea code,Area,Period,Indicator code,Figure,Sex,Age,Value,Unit,Status");
  expect(lines[1]).toBe(`${ONE},Alpha,2026-10,T02,Residents,Male,0–14,0,persons,`);
  expect(lines.filter((line) => line.endsWith(",,persons,hidden"))).toHaveLength(4);
  const accepted = await ask("/statistics/v1/data/T01", { accept: "text/csv" });
  expect(accepted.text.startsWith("\ufeff")).toBe(true);
});

test("an xlsx opens with the same figures, and the area code is text", async () => {
  const path = `/statistics/v1/data/T01?area=${ONE}&format=xlsx&lang=zh`;
  const response = await district.app.request(path, {
    headers: { authorization: `Bearer ${await district.token(DISTRICT)}` },
  });
  const [sheet] = await readFile(new Uint8Array(await response.arrayBuffer()));
  expect(sheet?.rows[0]?.slice(0, 3)).toEqual(["地区代码", "地区", "时期"]);
  expect(sheet?.rows[4]?.[0]).toBe(ONE);
  expect(sheet?.rows[4]?.[5]).toBe(31);
});

test("an unchanged answer is 304 by its ETag; a changed one is not", async () => {
  const first = await ask("/statistics/v1/data/T01");
  const etag = first.headers.get("etag") ?? "";
  expect((await ask("/statistics/v1/data/T01", { "if-none-match": etag })).status).toBe(304);
  expect((await ask("/statistics/v1/data/T01?format=csv", { "if-none-match": etag })).status).toBe(200);
  await district.put(TWO, "residents", "new", { live: "here", sex: "1", birth: "1990-01-01" });
  await district.settle();
  const second = await ask("/statistics/v1/data/T01", { "if-none-match": etag });
  expect(second.status).toBe(200);
  expect(JSONstat(second.json()).Data({ measure: "residents" }).value).toBe(136);
  await district.put(TWO, "residents", "new", undefined);
  await district.settle();
});

test("another district's area is 403, an unknown one 404, and a street's account sees its own street only", async () => {
  expect((await ask("/statistics/v1/data/T01?area=500103")).status).toBe(403);
  expect((await ask("/statistics/v1/data/T01?area=500103001001")).status).toBe(403);
  expect((await ask("/statistics/v1/data/T01?area=500112999999")).status).toBe(404);
  const street = await district.person(ONE.slice(0, 9));
  expect((await street("/statistics/v1/data/T01")).status).toBe(200);
  expect((await street(`/statistics/v1/data/T01?area=${TWO}`)).status).toBe(200);
  expect((await street(`/statistics/v1/data/T01?area=${THREE}`)).status).toBe(403);
  expect((await street(`/statistics/v1/data/T01?area=${DISTRICT}`)).status).toBe(403);
  const areas = (await street("/statistics/v1/areas")).json().areas.map((area) => area.code);
  expect(areas).toEqual([ONE.slice(0, 9), ONE, TWO]);
});

test("without a token nothing is told; a token that is none is 401", async () => {
  for (const path of ["areas", "indicators", "data/T01"]) {
    expect((await district.stranger(`/statistics/v1/${path}`)).status).toBe(401);
  }
  const wrong = await district.stranger("/statistics/v1/areas", { authorization: "Bearer nonsense" });
  expect(wrong.status).toBe(401);
  expect((await district.stranger("/statistics/v1/openapi.json")).status).toBe(200);
});

test.each([
  ["data/T99", 404, "indicator", "unknown-indicator"],
  ["data/T01?area=12", 422, "area", "not-an-area"],
  ["data/T01?area=50011200100a", 422, "area", "not-an-area"],
  ["data/T01?period=2026-13", 422, "period", "not-a-period"],
  ["data/T01?period=yesterday", 422, "period", "not-a-period"],
  ["data/T01?period=2026-11", 422, "period", "month-not-closed"],
  ["data/T01?period=2031-01", 422, "period", "month-not-closed"],
  ["data/T01?period=2019-01", 422, "period", "no-figures"],
  ["data/T01?by=sex", 422, "by", "not-a-breakdown"],
  ["data/T02?by=sex,sex", 422, "by", "not-a-breakdown"],
  ["data/T02?by=__proto__", 422, "by", "not-a-breakdown"],
  ["data/T01?format=pdf", 422, "format", "not-a-format"],
  ["data/T01?lang=fr", 422, "lang", "not-a-language"],
])("a question that makes no sense is told what is wrong: %s", async (path, status, field, problem) => {
  const answer = await ask(`/statistics/v1/${path}`);
  expect(answer.status).toBe(status);
  expect(answer.json().fields).toEqual([
    { path: field, code: problem, message: expect.stringMatching(/\p{Script=Han}/u) },
  ]);
});

test("areas come with names and levels, indicators with their definitions", async () => {
  const { areas } = (await ask("/statistics/v1/areas")).json();
  expect(areas).toContainEqual({ code: ONE, name: "Alpha", level: "community", parent: ONE.slice(0, 9) });
  expect(areas).toContainEqual({ code: ONE.slice(0, 9), name: "Street One", level: "street", parent: DISTRICT });
  const { indicators } = (await ask("/statistics/v1/indicators?lang=en")).json();
  expect(indicators.map(({ id }) => id)).toEqual([...STATISTICS.keys()].sort());
  expect(indicators.every(({ definition }) => definition.length > 40)).toBe(true);
});
