import JSONstat from "jsonstat-toolkit";
import { beforeAll, expect, test } from "vitest";
import { department } from "../../../shared/codes/task.ts";
import { dayOf } from "../../../shared/rules/calendar.ts";
import { FACILITIES, TWENTY_ONE } from "../../../shared/rules/facilities.ts";
import { recount, totalsOf } from "../counts/world.ts";
import { code, openDistrict } from "./district.ts";

/** 龙塔 has 5 communities of which 1 has an office, 龙山 has 7 of which 4 have none (S9.22). */
const LONGTA = Array.from({ length: 5 }, (_, n) => code(1, n + 1));
const LONGSHAN = Array.from({ length: 7 }, (_, n) => code(2, n + 1));
const [ONE = "", TWO = ""] = LONGTA;
const ALL = [...LONGTA, ...LONGSHAN];

let district: Awaited<ReturnType<typeof openDistrict>>;
let ask: Awaited<ReturnType<(typeof district)["program"]>>;

async function read(indicator: string, question: string) {
  const { status, text, json } = await ask(`/statistics/v1/data/${indicator}?${question}`);
  if (status !== 200) throw new Error(text);
  return JSONstat(json());
}

beforeAll(async () => {
  district = await openDistrict(Object.fromEntries(ALL.map((one, n) => [one, `Community ${n}`])), "2026-10-20T09:00");
  const { put } = district;
  for (const [n, one] of ALL.entries()) {
    const premises = n === 0 || n === 5 || n === 6 || n === 7 ? "own" : "rent";
    await put(one, "committees", "c", { name: "x", premises, founded: "2010-01-01" });
    await put(one, "households", "h", { no: "1" });
  }
  const departments = Object.keys(department.codes).slice(0, 22);
  for (let n = 0; n < 43; n += 1) {
    await put(ONE, "tasks", `t${n}`, {
      department: departments[n % 22] ?? "",
      received: n === 42 ? "2025-10-31" : "2026-03-01",
      state: "closed",
      decision: n < 6 ? "refuse" : n < 15 ? "objection" : "accept",
      uniform: n >= 6,
      // Of the eleven that money was due for, four are unpaid; for what was refused nothing is due.
      ...(n < 2 && { fundsDue: 99_900 }),
      ...(n >= 20 && n < 31 && { fundsDue: 100_000, fundsPaid: n < 27 ? 100_000 : 0 }),
    });
  }
  await put(ONE, "tasks", "withdrawn", { department: "sport", received: "2026-03-01", state: "cancelled" });
  const months = ["2025-11", "2025-12", "2026-01", "2026-02", "2026-03", "2026-04", "2026-05", "2026-07", "2026-07"];
  for (const [n, month] of months.entries()) {
    const held = { kind: "committee", state: "closed", at: `${month}-1${n % 2}T09:00`, due: 8, present: 6 };
    await put(ONE, "meetings", `m${n}`, held);
  }
  await put(ONE, "meetings", "q1", {
    kind: "group-leaders",
    state: "closed",
    at: "2026-03-10T09:00",
    due: 18,
    present: 9,
  });
  await put(ONE, "meetings", "q2", {
    kind: "group-leaders",
    state: "closed",
    at: "2026-01-10T09:00",
    due: 18,
    present: 18,
  });
  await put(ONE, "meetings", "q3", { kind: "group-leaders", state: "planned", at: "2026-08-10T09:00" });
  const items = TWENTY_ONE.flatMap((set) => (FACILITIES[set] ?? []).map((item) => ({ set, item })));
  for (const [n, item] of items.entries())
    await put(TWO, "facilities", `f${n}`, { ...item, has: n < 17, since: "2008-01-01" });
  const mediation = {
    type: "mediation",
    received: "2026-05-01",
    closed: "2026-05-11",
    state: "closed",
    satisfied: "5",
  };
  for (let n = 0; n < 20; n += 1) {
    await put(ONE, "cases", `a${n}`, {
      ...mediation,
      outcome: n < 14 ? "agreed" : "not",
      satisfied: n < 12 ? "5" : "2",
    });
  }
  for (let n = 0; n < 30; n += 1) {
    const due = n < 8 ? "2026-10-30" : n < 15 ? "2026-10-31" : "2026-12-01";
    await put(ONE, "cases", `b${n}`, {
      type: "opinion",
      received: "2026-10-01",
      due,
      addressee: ["utility"],
      state: "sent",
    });
  }
  await put(ONE, "cases", "old", { type: "petition", received: "2025-10-31", state: "sent" });
  const day = { gather: "2026-09-12T08:00", end: "2026-09-12T17:00" };
  await put(ONE, "events", "e1", { ...day, kind: "trip", status: "held" });
  await put(ONE, "events", "e2", { ...day, kind: "trip", status: "cancelled" });
  await put(ONE, "events", "e3", { ...day, kind: "lecture", gather: "2026-12-01T08:00" });
  for (let n = 0; n < 30; n += 1) {
    const state = n < 18 ? "came" : n < 24 ? "absent" : n < 29 ? "waiting" : "cancelled";
    await put(ONE, "sign-ups", `s${n}`, {
      channel: n < 24 ? "qr" : "phone",
      state,
      at: "2026-09-01T09:00",
      partySize: 1,
    });
  }
  for (let n = 0; n < 6; n += 1) {
    await put(ONE, "volunteers", `v${n}`, { joined: "2024-01-01", hours: 10.5, consent: true });
    if (n < 3) await put(TWO, "volunteers", `v${n}`, { joined: "2024-01-01", hours: 100, consent: true });
  }
  for (let n = 0; n < 120; n += 1) {
    await put(n < 60 ? ONE : TWO, "residents", `r${n}`, { live: "here", sex: "1", birth: "1980-01-01" });
  }
  await district.settle();
  district.clock.now = Date.parse("2026-11-01T00:05:00+08:00");
  await district.pump.handler({});
  district.clock.now += 5_000;
  ask = await district.program();
}, 60_000);

test("S9.22 offices of their own: 20.0 % of the one street, 42.9 % of the other, 33.3 % of both", async () => {
  const data = await read("T17", "by=area");
  const share = (area: string) => data.Data({ area, measure: "ownOfficeShare" }).value;
  expect([share(ONE.slice(0, 9)), share(LONGSHAN[0]?.slice(0, 9) ?? ""), share(ONE.slice(0, 6))]).toEqual([
    20, 42.9, 33.3,
  ]);
});

test("S9.21 seventeen of the twenty-one items, set by set, with those that are missing in the same table", async () => {
  const data = await read("T17", `by=set&area=${TWO}`);
  const of = (measure: string) => TWENTY_ONE.map((set) => data.Data({ measure, set }).value);
  const sum = (counts: (number | null)[]) => counts.reduce<number>((total, count) => total + (count ?? 0), 0);
  expect([sum(of("has")), sum(of("items"))]).toEqual([17, 21]);
  expect(of("facilityShare")).toEqual([100, 100, 100, 66.7, 0, 0]);
});

test("S9.23 S9.24 tasks of the last twelve months: how many, from how many departments, and the money that came", async () => {
  const data = await read("T11", `area=${ONE}&period=2026-10`);
  const of = (measure: string) => data.Data({ measure }).value;
  expect([of("tasks"), of("departments")]).toEqual([42, 22]);
  expect([of("fundsDue"), of("fundsPaid"), of("fundsShare")]).toEqual([11_000, 7_000, 63.6]);
  const decisions = await read("T11", `by=decision&area=${ONE}`);
  const decided = (decision: string) => decisions.Data({ measure: "tasks", decision }).value;
  expect([decided("refuse"), decided("objection"), decided("accept")]).toEqual([6, 9, 27]);
  // A task is no person: small numbers are told.
  expect((await read("T11", "by=department")).Data({ measure: "tasks", department: "sport" }).value).toBe(2);
});

test("S2.4 S8.22 S8.23 meetings held of those due, two in one month counting once, and how many came", async () => {
  const data = await read("T15", `by=kind&area=${ONE}`);
  const of = (measure: string, kind: string) => data.Data({ measure, kind }).value;
  expect(["meetings", "due", "held", "heldShare", "attendance"].map((one) => of(one, "committee"))).toEqual([
    9, 12, 8, 66.7, 75,
  ]);
  expect(["meetings", "due", "held", "attendance"].map((one) => of(one, "group-leaders"))).toEqual([2, 4, 1, 75]);
  // Every committee of the street owes its meetings.
  expect((await read("T15", `by=kind&area=${ONE.slice(0, 9)}`)).Data({ measure: "due", kind: "committee" }).value).toBe(
    60,
  );
});

test("S6.8 S8.9 cases: those agreed, satisfied and late, the days they took; fewer than five are hidden", async () => {
  const data = await read("T10", `area=${ONE}&period=2026-10`);
  const of = (measure: string) => data.Data({ measure }).value;
  expect(["cases", "mediations", "rated", "agreedShare", "satisfiedShare", "meanDays"].map(of)).toEqual([
    50, 20, 20, 70, 60, 10,
  ]);
  // Due on the 30th is late on the 31st; due on the 31st is not.
  expect(of("lateShare")).toBe(16);
  const byType = await read("T10", `by=type&area=${ONE}`);
  expect(byType.Data({ measure: "cases", type: "opinion" }).value).toBe(30);
  await district.put(ONE, "cases", "one", { type: "petition", received: "2026-11-02", state: "sent" });
  await district.settle();
  district.clock.now = Date.parse("2026-12-01T00:05:00+08:00");
  await district.pump.handler({});
  district.clock.now += 5_000;
  ask = await district.program();
  const later = await read("T10", `by=type&area=${ONE}&period=2026-11`);
  expect(later.Data({ measure: "cases", type: "petition" })).toMatchObject({ value: null, status: "suppressed" });
});

test("S1.4 S2.5 events held, who signed up by which channel, and the share that came", async () => {
  const data = await read("T12", `area=${ONE}&period=2026-10`);
  expect(["events", "signUps", "cameShare"].map((measure) => data.Data({ measure }).value)).toEqual([1, 29, 75]);
  const channels = await read("T12", `by=channel&area=${ONE}&period=2026-10`);
  expect(channels.Data({ measure: "signUps", channel: "phone" }).value).toBe(5);
});

test("hours of fewer than five volunteers are hidden with their number, and not to be had from the others", async () => {
  const data = await read("T24", `by=area&area=${ONE.slice(0, 9)}&period=2026-10`);
  const cell = (area: string, measure: string) => data.Data({ area, measure }).value;
  expect([cell(TWO, "volunteers"), cell(TWO, "hours"), cell(TWO, "share")]).toEqual([null, null, null]);
  expect([cell(ONE, "hours"), cell(ONE.slice(0, 9), "hours")]).toContain(null);
});

test("what was counted as it changed is what a count from scratch finds", async () => {
  for (const one of [ONE, TWO]) {
    expect(await totalsOf(district.deps, one)).toEqual(await recount(district.deps, one, dayOf(district.clock.now)));
  }
});

test("the page shows several figures of a breakdown side by side", async () => {
  const { text } = await (await district.person())(
    `/statistics/?indicator=T15&by=kind&area=${ONE}&lang=en&period=2026-10`,
  );
  expect(text).toContain("Held of those due（%）");
  expect(text).toMatch(/<td class="number">66\.7<\/td>/);
});
