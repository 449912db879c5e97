import { beforeAll, describe, expect, test } from "vitest";
import { COMMUNITY } from "../../support/api.ts";
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
  refused,
  today,
} from "./desk.ts";

/** Document 8: security, health and sanitation as services of a committee. */
let desk: Desk;
let officer: string;
let group: string;
let dwelling: string;
let household: string;

beforeAll(async () => {
  desk = await openDesk();
  officer = await grant(desk.director, "security", "赵治安");
  group = await addOne(desk.clerk, "groups", { no: 1 });
  dwelling = await addOne(desk.clerk, "dwellings", { building: "1", room: "101", group });
  household = await addOne(desk.clerk, "households", { no: "1", dwelling });
});

describe("security", () => {
  test("S8.10 a patrol says its shift and route; the month without one waits for the security officer", async () => {
    await at(desk, "2026-06-25");
    expect(await open(desk.other, "D14")).toEqual(["2026-06"]);
    const patrol = { kind: "patrol", date: "2026-06-24", inspectors: [officer], result: "good" };
    expect(await refused(desk.clerk, "inspections", patrol)).toEqual(["shift required", "route required"]);
    await addOne(desk.clerk, "inspections", { ...patrol, shift: "night", route: "1-6 栋" });
    await addOne(desk.clerk, "inspections", { ...patrol, shift: "evening", route: "1-6 栋" });
    expect(await open(desk.other, "D14")).toEqual([]);
    await at(desk, "2026-06-01");
  });

  test("S8.10 what a fire inspection finds is a hazard from then on, and a hazard without a measure is listed", async () => {
    const fire = { kind: "fire", date: "2026-06-01", inspectors: [officer], result: "bad", findings: "电瓶车进楼" };
    expect(await refused(desk.clerk, "inspections", fire)).toEqual(["hazard required"]);
    const hazard = await addOne(desk.clerk, "hazards", { place: "3 栋楼道", kind: "fire", level: "mid" });
    await addOne(desk.clerk, "inspections", { ...fire, hazard });
    expect(gaps(await check(desk.clerk, "hazard-measures"))).toEqual(["3 栋楼道: 没有整改措施或责任人"]);
    await moved(desk.clerk, "hazards", hazard, "order", { owner: "物业公司", measure: "清走并加装充电棚" });
    expect(await check(desk.clerk, "hazard-measures")).toMatchObject({ total: 1, covered: 1 });
  });

  test("S8.10 of who stays here and is registered elsewhere it is known since when, from where and with which permit; and who lives in a rented room", async () => {
    const person = { household, sex: "1", birth: "1990-01-01", relation: "99", live: "here", hukouAddr: "四川省" };
    const elsewhere = { ...person, consistency: "floating", arrived: "2026-01-01" };
    await add(desk.clerk, "residents", [
      { ...person, name: "本地人", consistency: "same" },
      { ...elsewhere, name: "甲", permitUntil: "2027-01-01" },
      { ...elsewhere, name: "乙", permitUntil: "2026-05-31" },
      { ...elsewhere, name: "丙", arrived: null },
      { ...elsewhere, name: "丁", hukouAddr: null },
      { ...elsewhere, name: "戊", live: "moved" },
    ]);
    const found = await check(desk.clerk, "outsiders");
    expect(found.total).toBe(4);
    expect(gaps(found).sort()).toEqual(["丁: 户籍地不明", "丙: 来此日期不明", "乙: 居住证已过期"].sort());
    await addOne(desk.clerk, "dwellings", { building: "1", room: "102", group, use: "rent" });
    await edit(desk.clerk, "dwellings", dwelling, { use: "rent" });
    expect(gaps(await check(desk.clerk, "tenants"))).toEqual(["1栋 102: 没有登记住户"]);
  });

  test("S8.10 a crime is told to the police the same day with the scene kept; from the first minute it waits for the street too", async () => {
    const id = await addOne(desk.clerk, "cases", { type: "crime", cause: "电动车被盗" });
    const street = await desk.as([], { areas: [{ code: COMMUNITY.slice(0, 9), role: "street" }] });
    const { body } = await street("GET", `/api/areas/${COMMUNITY.slice(0, 9)}/today`);
    const [first] = (body as unknown as { communities: { items: { group: string; label: { zh: string } }[] }[] })
      .communities;
    expect(first?.items).toContainEqual(
      expect.objectContaining({ label: { zh: "案情报告", en: "Crime report" }, daysLate: 0 }),
    );
    expect(problems(await move(desk.clerk, "cases", id, "report", { sceneKept: true })).sort()).toEqual([
      "place required",
      "sentTo required",
    ]);
    // It is no opinion, and is neither mediated nor classified away.
    expect((await move(desk.clerk, "cases", id, "classify", { addressee: ["town"] })).status).toBe(404);
    expect(problems(await edit(desk.clerk, "cases", id, { sceneKept: true }))).toEqual(["sceneKept by-action-only"]);
    const report = { sceneKept: true, sentTo: "清溪派出所", place: "2 栋车棚", receipt: "接警 0601-3" };
    expect(await moved(desk.clerk, "cases", id, "report", report)).toMatchObject({ state: "sent", sent: "2026-06-01" });
    expect(await moved(desk.clerk, "cases", id, "close", { answer: "已立案" })).toMatchObject({ state: "closed" });
  });
});

describe("health", () => {
  test("S8.11 maternal and child health is a voluntary list: with consent alone, read by the health officer alone, its note sealed", async () => {
    const health = await desk.as(["health"], { name: "卫健专干" });
    const mother = await addOne(desk.clerk, "residents", {
      name: "钱妈妈",
      household,
      sex: "2",
      birth: "1995-01-01",
      relation: "99",
      consistency: "same",
      live: "here",
    });
    const service = {
      resident: mother,
      services: ["prenatal", "vaccine"],
      from: "2026-06-01",
      consentOn: "2026-06-01",
    };
    expect(await refused(health, "maternity-services", service)).toEqual(["consent required"]);
    expect(await refused(health, "maternity-services", { ...service, consent: false })).toEqual([
      "consent without-consent",
    ]);
    const early = { ...service, consent: true, from: "2026-05-01" };
    expect(await refused(health, "maternity-services", early)).toEqual(["from before-consent"]);
    const quota = { ...service, consent: true, services: ["quota"] };
    expect(await refused(health, "maternity-services", quota)).toEqual(["services not-in-list"]);
    const id = await addOne(health, "maternity-services", { ...service, consent: true, note: "贫血" });
    const path = "/registers/maternity-services/records";
    expect(JSON.stringify((await health("GET", path)).body)).not.toContain("贫血");
    for (const who of [desk.director, desk.secretary, desk.clerk, desk.other]) {
      expect((await who("GET", path)).status).toBe(403);
      expect((await who("GET", `${path}/${id}`)).status).toBe(403);
      expect((await who("GET", "/registers/maternity-services/export.csv")).status).toBe(403);
      expect((await who("POST", path, { values: { ...service, consent: true } })).status).toBe(403);
      // Nor does a deletion that is refused say that somebody has asked for such a service.
      if (who === desk.secretary) continue;
      const gone = await who("DELETE", `/registers/residents/records/${mother}`, undefined, { "if-match": '"1"' });
      expect([gone.status, JSON.stringify(gone.body).includes("maternity")]).toEqual([409, false]);
    }
    // They may take it back any day; nobody calls upon them afterwards.
    await edit(health, "maternity-services", id, { until: "2026-07-01" });
    expect(problems(await edit(health, "maternity-services", id, { next: "2026-07-02" }))).toEqual([
      "next service-ended",
    ]);
    const kind = { resident: mother, kind: "maternity", from: "2026-06-01" };
    expect(await refused(desk.clerk, "service-targets", kind)).toEqual(["kind not-in-list"]);
  });

  test("S8.12 an epidemic is reported on its own form: confirmed by another, followed up daily, without counting fallen houses", async () => {
    const reporter = await grant(desk.clerk, "informer", "刘信息");
    const report = { kind: "epidemic", place: "社区幼儿园", start: "2026-06-01T08:00", reporter, affected: 6 };
    const id = await addOne(desk.clerk, "disaster-reports", report);
    expect((await today(await desk.as(["health"]))).map(({ register }) => register)).toContain("disaster-reports");
    await moved(desk.director, "disaster-reports", id, "confirm");
    const followed = await moved(desk.clerk, "disaster-reports", id, "follow", { affected: 9, action: "停课消毒" });
    expect(followed).toMatchObject({ due: "2026-06-02" });
    const final = await moved(desk.director, "disaster-reports", id, "finish", { affected: 9, action: "复课" });
    expect(final).toMatchObject({ state: "final" });
    const flood = await addOne(desk.clerk, "disaster-reports", { ...report, kind: "flood", place: "低洼处" });
    await moved(desk.director, "disaster-reports", flood, "confirm");
    const bare = await move(desk.director, "disaster-reports", flood, "finish", { affected: 9, action: "排水" });
    expect(problems(bare)).toContain("collapsedRooms required");
  });
});

describe("sanitation", () => {
  test("S8.12 the weekend's sanitation day is due by Sunday where the committee has one, and done by an activity that was held", async () => {
    await at(desk, "2026-06-18");
    expect(await open(desk.director, "D13")).toEqual([]);
    await decide(desk, "services.sanitationDays", 0, "2026-06-01");
    expect(await open(desk.director, "D13")).toEqual(["2026-06-14", "2026-06-21"]);
    const event = { title: "周末卫生日", kind: "sanitation", place: "全社区" };
    const day = (date: string) => ({ gather: `${date}T08:00`, end: `${date}T10:00` });
    const id = await addOne(desk.clerk, "events", { ...event, ...day("2026-06-20"), status: "planned" });
    await addOne(desk.clerk, "events", { ...event, ...day("2026-06-13"), status: "held" });
    expect(await open(desk.director, "D13")).toEqual(["2026-06-21"]);
    await at(desk, "2026-06-20");
    await edit(desk.clerk, "events", id, { status: "held" });
    expect(await open(desk.director, "D13")).toEqual([]);
    await at(desk, "2026-06-22");
    expect(await open(desk.director, "D13")).toEqual(["2026-06-28"]);
  });

  test("S8.12 rubbish is cleared every day of the calendar; what was left is said in words, and a missed day stays to be seen", async () => {
    await decide(desk, "services.rubbishDays", 0, "2026-06-01");
    await at(desk, "2026-06-22");
    const days = await open(desk.director, "D30");
    // 20 and 21 June are a weekend.
    expect(days).toEqual(expect.arrayContaining(["2026-06-19", "2026-06-20", "2026-06-21", "2026-06-22"]));
    const done = (period: string, values: object) =>
      desk.director("POST", "/duties/D30/done", { period, values: { ...values } });
    expect(problems(await done("2026-06-21", { cleared: true }))).toEqual(["corners required"]);
    expect(problems(await done("2026-06-21", { cleared: true, corners: false }))).toEqual(["evidence required"]);
    expect((await done("2026-06-21", { cleared: true, corners: true })).status).toBe(201);
    expect((await done("2026-06-21", { cleared: true, corners: true })).status).toBe(422);
    const left = await open(desk.director, "D30");
    expect(left).not.toContain("2026-06-21");
    expect(left).toContain("2026-06-20");
  });

  test("S8.12 groups and units are rated by points; who was not rated for long or did not pass is listed with the rank", async () => {
    await at(desk, "2026-06-22");
    const [second] = await add(desk.clerk, "groups", [{ no: 2 }, { no: 3 }]);
    const [shop] = await add(desk.clerk, "bodies", [{ name: "甲超市", layer: "company" }]);
    const rating = { kind: "hygiene", date: "2026-06-20", inspectors: [officer], result: "good" };
    expect((await refused(desk.clerk, "inspections", rating)).sort()).toEqual(["group required", "score required"]);
    expect(await refused(desk.clerk, "inspections", { ...rating, group, unit: shop, score: 90 })).toEqual([
      "group one-is-rated",
    ]);
    expect(await refused(desk.clerk, "inspections", { ...rating, group, score: 101 })).toEqual(["score too-large"]);
    await add(desk.clerk, "inspections", [
      { ...rating, group, score: 70, date: "2026-05-01" },
      { ...rating, group, score: 95 },
      { ...rating, group: second, score: 79 },
      { ...rating, unit: shop, score: 60, result: "bad", findings: "门前堆放" },
    ]);
    const found = await check(desk.clerk, "hygiene");
    expect([found.total, found.covered]).toEqual([4, 1]);
    expect(gaps(found).sort()).toEqual(
      ["第2居民小组: 79 分，第 2 名（共 3）", "第3居民小组: 未评比", "甲超市: 60 分，第 3 名（共 3）"].sort(),
    );
    await decide(desk, "services.passMark", 60, "2026-06-02");
    expect((await check(desk.clerk, "hygiene")).covered).toBe(3);
    await at(desk, "2026-12-01");
    expect((await check(desk.clerk, "hygiene")).covered, "all ratings are too long ago").toBe(0);
  });

  test("S8.12 a file with the ratings of several groups on one day has a record for each of them, as has a night's patrols", async () => {
    const file = [
      "日期,类别,被评小组,班次,路线或地点,检查人,结果,得分",
      "2026-11-20,卫生评比,第1居民小组,,,赵治安 治安员,合格,90",
      "2026-11-20,卫生评比,第2居民小组,,,赵治安 治安员,合格,85",
      "2026-11-20,值班巡逻,,夜班,1-6 栋,赵治安 治安员,合格,",
      "2026-11-20,值班巡逻,,晚班,1-6 栋,赵治安 治安员,合格,",
    ].join("\n");
    const headers = { "content-type": "text/csv" };
    const { body } = await desk.clerk("POST", "/registers/inspections/imports", file, headers);
    expect(body).toMatchObject({ counts: { new: 4, changed: 0, same: 0, error: 0 } });
  });
});
