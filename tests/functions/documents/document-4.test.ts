import { beforeAll, describe, expect, test } from "vitest";
import { COMMUNITY } from "../../support/api.ts";
import { openCountsPump } from "../../support/pump-counts.ts";
import { totalsOf } from "../counts/world.ts";
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

/** Document 4: a committee of relocated households reports on its disaster reduction. */
let desk: Desk;
let group: string;
let dwelling: string;
let officer: string;

beforeAll(async () => {
  desk = await openDesk();
  group = await addOne(desk.clerk, "groups", { no: 1 });
  dwelling = await addOne(desk.clerk, "dwellings", { building: "1", room: "101", group });
  officer = await grant(desk.clerk, "informer", "刘信息");
});

describe("relocated households", () => {
  test("S4.2 a relocated household says where it came from and how it was settled; another has no such columns", async () => {
    const bare = { no: "X", dwelling, relocation: "mountain" };
    expect(await refused(desk.clerk, "households", bare)).toEqual(["settle required"]);
    const never = { no: "X", dwelling, relocation: "none", relocPersons: 3 };
    expect(await refused(desk.clerk, "households", never)).toEqual(["relocPersons not-relocated"]);
  });

  test("S4.2 352 and 517 relocated households add up to 869, their 1,636 and 2,507 persons to 4,143", async () => {
    const rows = (count: number, persons: number, relocation: string, settle: string) =>
      Array.from({ length: count }, (_, index) => ({
        no: `${relocation}-${index}`,
        dwelling,
        relocation,
        settle,
        relocPersons: Math.floor(persons / count) + (index < persons % count ? 1 : 0),
      }));
    const pump = await openCountsPump(desk, desk.deps);
    await add(desk.clerk, "households", rows(352, 1636, "mountain", "concentrated"));
    await add(desk.clerk, "households", rows(517, 2507, "geohazard", "dispersed"));
    await pump.run();
    expect(await totalsOf(desk.deps, COMMUNITY)).toMatchObject({
      "T04.households.mountain.concentrated": 352,
      "T04.persons.mountain.concentrated": 1636,
      "T04.households.geohazard.dispersed": 517,
      "T04.persons.geohazard.dispersed": 2507,
      "T01.households": 869,
    });
  });

  test("S4.3 what a household's building still lacks of the five points is listed by household", async () => {
    const before = await check(desk.clerk, "build-checks");
    expect([before.total, before.covered]).toEqual([869, 0]);
    const all = ["land", "plan", "design", "foundation", "own-build"];
    const { body } = await desk.clerk("GET", "/registers/households/records?limit=2");
    for (const [index, { id, version }] of body.records.entries()) {
      const values = { builtChecks: all.slice(index) };
      await desk.clerk("PATCH", `/registers/households/records/${id}`, { values }, { "if-match": String(version) });
    }
    const after = await check(desk.clerk, "build-checks");
    expect(after.covered).toBe(1);
    expect(gaps(after).filter((gap) => gap.endsWith("缺：统一征地"))).toHaveLength(1);
  });

  test("S4.6 the five services are counted by the visits of the year, and what a household still lacks is named", async () => {
    const [household = ""] = await add(desk.clerk, "households", [{ no: "S-1", dwelling }]);
    const visit = { household, kind: "five", visitors: [officer] };
    const bare = await refused(desk.clerk, "visits", { ...visit, on: "2026-05-01" });
    expect(bare).toEqual(["services required"]);
    const lacking = async () => (await check(desk.clerk, "five-services")).gaps.find(({ title }) => title === "S-1");
    await addOne(desk.clerk, "visits", { ...visit, on: "2026-03-01", services: ["law", "job", "skill"] });
    expect((await lacking())?.why.zh).toBe("缺：低保到户、邻里调解到户");
    await addOne(desk.clerk, "visits", { ...visit, on: "2025-12-31", services: ["allowance", "mediation"] });
    expect((await lacking())?.why.zh, "last year's visit").toBe("缺：低保到户、邻里调解到户");
    await addOne(desk.clerk, "visits", { ...visit, on: "2026-05-01", services: ["allowance", "mediation"] });
    expect(await lacking()).toBeUndefined();
    const event = {
      title: "义诊",
      kind: "lecture",
      gather: "2026-06-20T09:00",
      place: "广场",
      end: "2026-06-20T11:00",
    };
    await addOne(desk.clerk, "events", { ...event, into: ["medicine", "science"] });
    expect(await refused(desk.clerk, "events", { ...event, into: ["politics"] })).toEqual(["into not-in-list"]);
  });
});

describe("facilities and bodies", () => {
  test("S4.4 five connections and three improvements are ticked with their day; the score counts what is not entered as missing", async () => {
    const item = { set: "connections", item: "water" };
    expect(await refused(desk.clerk, "facilities", { ...item, has: true })).toEqual(["since required"]);
    const foreign = { set: "improvements", item: "water", has: false };
    expect(await refused(desk.clerk, "facilities", foreign)).toEqual(["item item-of-other-set"]);
    await add(desk.clerk, "facilities", [
      ...["water", "power", "road", "cable"].map((one) => ({ ...item, item: one, has: true, since: "2008-05-01" })),
      { set: "improvements", item: "hardened", has: true, since: "2009-01-01" },
      { set: "improvements", item: "lamps", has: false },
    ]);
    expect(await check(desk.clerk, "facilities-connections")).toMatchObject({ total: 5, covered: 4, percent: 80 });
    expect(gaps(await check(desk.clerk, "facilities-connections"))).toEqual(["通电话: 未登记"]);
    expect(gaps(await check(desk.clerk, "facilities-improvements"))).toEqual(["路灯亮化: 尚无", "绿化: 未登记"]);
    expect((await refused(desk.clerk, "facilities", { ...item, has: false })).sort()).toEqual([
      "item not-unique",
      "set not-unique",
    ]);
  });

  test("S4.5 each work station has a head; one without is listed, also when its head has left", async () => {
    const names = ["互助救济站", "卫生环境监督站", "民事纠纷调解站", "文体活动联络站", "公益事业服务站"];
    const stations = await add(
      desk.clerk,
      "bodies",
      names.map((name) => ({ name, layer: "station" })),
    );
    expect((await check(desk.clerk, "stations")).gaps).toHaveLength(5);
    for (const [index, body] of stations.entries())
      await grant(desk.clerk, "head", `站长${"甲乙丙丁戊"[index]}`, { body });
    expect(await check(desk.clerk, "stations")).toMatchObject({ total: 5, covered: 5 });
    const [last = ""] = await add(desk.clerk, "bodies", [{ name: "移民理事会", layer: "station" }]);
    await grant(desk.clerk, "head", "旧会长", {
      body: last,
      from: "2024-01-01",
      until: "2026-01-01",
      endReason: "term",
    });
    expect(gaps(await check(desk.clerk, "stations"))).toEqual(["移民理事会: 没有负责人"]);
    const event = { title: "联谊", kind: "show", gather: "2026-06-20T09:00", place: "广场", end: "2026-06-20T11:00" };
    const id = await addOne(desk.clerk, "events", { ...event, organiser: stations[3] });
    expect((await desk.clerk("GET", `/registers/events/records/${id}`)).body.values.organiser).toBe(stations[3]);
    for (const body of stations) await grant(desk.clerk, "mediator", "何调解", { body });
    await addOne(desk.clerk, "cases", { type: "help", cause: "屋顶漏雨", station: stations[0] });
    const idle = gaps(await check(desk.clerk, "stations-active"));
    expect(idle.sort()).toEqual(
      [
        "公益事业服务站: 本年没有活动和事项",
        "卫生环境监督站: 本年没有活动和事项",
        "民事纠纷调解站: 本年没有活动和事项",
        "移民理事会: 没有成员",
      ].sort(),
    );
  });

  test("S4.7 the disaster leading group is headed by the Party secretary, or it is listed", async () => {
    const body = await addOne(desk.clerk, "bodies", { name: "防灾减灾领导小组", layer: "leading-group" });
    await grant(desk.clerk, "head", "周书记", { body });
    expect(gaps(await check(desk.clerk, "leading-groups"))).toEqual(["防灾减灾领导小组: 组长不是现任书记"]);
    await grant(desk.director, "secretary", "周书记");
    expect(await check(desk.clerk, "leading-groups")).toMatchObject({ total: 1, covered: 1, gaps: [] });
  });

  test("S4.9 each building has exactly one responsible person; one without, or whose person has left, is listed", async () => {
    await add(desk.clerk, "dwellings", [
      { building: "2", room: "101", group },
      { building: "3", room: "101", group },
    ]);
    expect((await check(desk.clerk, "buildings")).gaps.map(({ title }) => title)).toEqual(["1栋", "2栋", "3栋"]);
    const left = await grant(desk.clerk, "group-leader", "旧组长", { until: "2026-06-01", endReason: "resign" });
    await add(desk.clerk, "buildings", [
      { building: "1栋", responsible: officer },
      { building: "2栋", responsible: left },
      { building: "3栋" },
    ]);
    expect(gaps(await check(desk.clerk, "buildings"))).toEqual(["2栋: 责任人已离任", "3栋: 没有责任人"]);
    expect(await refused(desk.clerk, "buildings", { building: "1栋", responsible: left })).toEqual([
      "building not-unique",
    ]);
  });

  test("S4.9 an emergency team has its head and volunteers to call; one without either is listed, and who has left counts no more", async () => {
    const [squad, team] = await add(desk.clerk, "bodies", [
      { name: "应急小分队", layer: "squad" },
      { name: "志愿者队伍", layer: "squad" },
    ]);
    await grant(desk.clerk, "head", "马队长", { body: squad });
    await grant(desk.clerk, "head", "胡队长", { body: team });
    const rescuer = { skills: ["rescue"], joined: "2026-01-01", consent: true, phone: "14400000011" };
    await addOne(desk.clerk, "volunteers", { ...rescuer, name: "甲", team: squad });
    const gone = await addOne(desk.clerk, "volunteers", { ...rescuer, name: "乙", team });
    expect(await check(desk.clerk, "squads")).toMatchObject({ total: 2, covered: 2 });
    await edit(desk.clerk, "volunteers", gone, { left: "2026-05-31" });
    await addOne(desk.clerk, "bodies", { name: "民兵小队", layer: "squad" });
    expect(gaps(await check(desk.clerk, "squads")).sort()).toEqual(
      ["志愿者队伍: 没有队员", "民兵小队: 没有负责人"].sort(),
    );
  });
});

describe("whoever needs help to get away", () => {
  test("S4.10 has named helpers with phones; who has none is listed, and the list goes onto paper whole", async () => {
    const [household] = (await desk.clerk("GET", "/registers/households/records?limit=1")).body.records;
    const [target, free] = await add(
      desk.clerk,
      "residents",
      ["陈阿婆", "吴大爷"].map((name) => ({
        name,
        sex: "2",
        birth: "1940-01-01",
        household: household?.id,
        relation: "01",
        consistency: "same",
        live: "here",
      })),
    );
    const targets = [target, free].map((resident) => ({ resident, kind: "alone-old", from: "2026-01-01" }));
    await add(desk.clerk, "service-targets", targets);
    expect((await check(desk.clerk, "evacuation")).gaps.map(({ title }) => title)).toEqual(["陈阿婆", "吴大爷"]);
    const helper = { name: "孙志强", phone: "14400000001" };
    expect(await refused(desk.clerk, "evacuation-pairs", { target, helpers: [] })).toEqual(["helpers required"]);
    expect(await refused(desk.clerk, "evacuation-pairs", { target, helpers: [{ name: "孙志强" }] })).toContain(
      "helpers.0.phone required",
    );
    await addOne(desk.clerk, "evacuation-pairs", { target, reason: "alone", helpers: [helper], meetPoint: "小广场" });
    expect(await refused(desk.clerk, "evacuation-pairs", { target, helpers: [helper] })).toEqual(["target not-unique"]);
    expect(gaps(await check(desk.clerk, "evacuation"))).toEqual(["吴大爷: 没有结对帮助人"]);
    const csv = await desk.clerk("GET", "/registers/evacuation-pairs/export.csv");
    const text = Buffer.from(csv.body as unknown as Uint8Array).toString("utf8");
    for (const word of ["陈阿婆", "孙志强", "14400000001", "小广场"]) expect(text).toContain(word);
    expect((await (await desk.as(["accountant"]))("GET", "/coverage/evacuation")).status).toBe(404);
  });
});

describe("disasters", () => {
  test("S4.11 a report goes from the officer to the committee to the town in the standard form, and is late the next day", async () => {
    await at(desk, "2026-06-01");
    const report = { place: "后山", kind: "landslide", start: "2026-06-01T06:30", reporter: officer };
    expect(await refused(desk.clerk, "disaster-reports", { ...report, affected: 2, injured: 3 })).toEqual([
      "affected fewer-than-hurt",
    ]);
    const future = { ...report, start: "2026-06-03T06:30" };
    expect(await refused(desk.clerk, "disaster-reports", future)).toEqual(["start in-the-future"]);
    const id = await addOne(desk.clerk, "disaster-reports", { ...report, affected: 12 });
    const list = "disaster-reports";
    expect((await move(desk.clerk, list, id, "confirm")).status).toBe(403);
    expect(await moved(desk.director, list, id, "confirm")).toMatchObject({ state: "confirmed", due: "2026-06-02" });
    expect(problems(await move(desk.clerk, list, id, "follow"))).toEqual(["action required"]);
    await moved(desk.clerk, list, id, "follow", { affected: 20, evacuated: 15, action: "转移 15 人" });
    await at(desk, "2026-06-03");
    const late = (await today(desk.director)).find(({ register }) => register === list);
    expect(late).toMatchObject({ title: "后山", daysLate: 1 });
    expect(problems(await move(desk.director, list, id, "finish"))).toEqual([
      "collapsedRooms required",
      "damagedRooms required",
    ]);
    await moved(desk.director, list, id, "finish", { collapsedRooms: 2, damagedRooms: 9 });
    expect(problems(await move(desk.director, list, id, "send"))).toEqual(["sentNo required"]);
    await moved(desk.director, list, id, "send", { sentNo: "草林灾〔2026〕3号" });
    expect(problems(await edit(desk.clerk, list, id, { affected: 999 }))).toEqual(["affected locked"]);
    await at(desk, "2026-06-01");
  });

  test("S4.12 a hazard is removed in the time of its level, and a second person checks that it is gone", async () => {
    const ordered: unknown[] = [];
    for (const level of ["high", "mid", "low"]) {
      const id = await addOne(desk.clerk, "hazards", { place: `${level} 楼道`, kind: "fire", level, finder: officer });
      expect(problems(await move(desk.clerk, "hazards", id, "order"))).toEqual(["owner required", "measure required"]);
      const { due } = await moved(desk.clerk, "hazards", id, "order", { owner: "物业", measure: "清理杂物" });
      ordered.push(due);
    }
    expect(ordered).toEqual(["2026-06-02", "2026-06-08", "2026-07-01"]);
    const id = await addOne(desk.clerk, "hazards", { place: "配电房", kind: "electric", level: "high" });
    await moved(desk.clerk, "hazards", id, "order", { owner: "供电所", measure: "换线" });
    expect(problems(await move(desk.clerk, "hazards", id, "fix"))).toEqual(["evidence required"]);
    await moved(desk.clerk, "hazards", id, "fix", { evidence: "已换线" });
    expect(problems(await move(desk.clerk, "hazards", id, "check", { finding: "好" }))).toEqual([
      "state second-person",
    ]);
    await moved(desk.other, "hazards", id, "reopen", {}, "还有一处裸线");
    await moved(desk.clerk, "hazards", id, "fix", { evidence: "全部换线" });
    expect(await moved(desk.other, "hazards", id, "check", { finding: "已消除" })).toMatchObject({ state: "closed" });
    const street = await desk.as([], { areas: [{ code: COMMUNITY.slice(0, 9), role: "street" }] });
    const { body } = await street("GET", `/api/areas/${COMMUNITY.slice(0, 9)}/today`);
    const { communities } = body as unknown as { communities: { items: { group: string }[] }[] };
    const groups = communities.flatMap(({ items }) => items.map(({ group }) => group));
    expect(groups.filter((one) => one.startsWith("hazard-"))).toEqual(["hazard-high"]);
  });

  test("S4.16 a shelter says how many it holds, a store how much there is; what expires or has no sign is listed", async () => {
    const shelter = { kind: "shelter", name: "中心广场", place: "中心广场" };
    expect(await refused(desk.clerk, "shelters", shelter)).toEqual(["capacity required"]);
    const store = { kind: "store", name: "灭火器", place: "仓库" };
    expect(await refused(desk.clerk, "shelters", store)).toEqual(["quantity required", "unit required"]);
    await add(desk.clerk, "shelters", [
      { ...shelter, capacity: 500, sign: true },
      { ...shelter, name: "停车场", place: "停车场", capacity: 200 },
      { ...store, quantity: 40, unit: "具", expires: "2026-05-31" },
      { ...store, name: "急救包", quantity: 20, unit: "个", expires: "2026-07-01" },
      { ...store, name: "铁锹", quantity: 30, unit: "把" },
    ]);
    expect(gaps(await check(desk.clerk, "supplies"))).toEqual([
      "灭火器: 已过期",
      "急救包: 即将到期",
      "停车场: 没有安全标志",
    ]);
    await decide(desk, "safety.expiryDays", 7, "2026-06-01");
    expect(gaps(await check(desk.clerk, "supplies")), "the committee wants to be told a week before").toEqual([
      "灭火器: 已过期",
      "停车场: 没有安全标志",
    ]);
  });
});

describe("what comes round every year", () => {
  test("S4.8 the yearly emergency training waits until both staff and group leaders have been trained", async () => {
    await at(desk, "2026-12-24");
    expect(await open(desk.director, "D08")).toEqual(["2026"]);
    const training = { date: "2026-12-20", subject: "应急救护", topic: "emergency", persons: 20, hours: 3 };
    await addOne(desk.clerk, "trainings", { ...training, audience: ["staff"] });
    expect(await open(desk.director, "D08")).toEqual(["2026"]);
    await addOne(desk.clerk, "trainings", { ...training, date: "2026-12-21", audience: ["staff", "leaders"] });
    expect(await open(desk.director, "D08")).toEqual([]);
  });

  test("S4.14 the yearly drill is an event: held, it says what was rehearsed, with how many, and what was learnt", async () => {
    await at(desk, "2026-12-24");
    expect(await open(desk.director, "D09")).toEqual(["2026"]);
    const drill = {
      title: "疏散演练",
      kind: "drill",
      gather: "2026-11-09T09:00",
      place: "广场",
      end: "2026-11-09T10:30",
    };
    const id = await addOne(desk.clerk, "events", drill);
    const hold = (values: object) => edit(desk.clerk, "events", id, { status: "held", ...values });
    expect(problems(await hold({}))).toEqual(["scenario required", "attended required", "lessons required"]);
    expect(await open(desk.director, "D09")).toEqual(["2026"]);
    expect((await hold({ scenario: "疏散与安置", attended: 220, lessons: "北门太窄" })).status).toBe(200);
    expect(await open(desk.director, "D09")).toEqual([]);
  });

  test("S4.13 disaster-reduction day waits from its week until something was made known; what is printed is counted", async () => {
    await at(desk, "2027-05-10");
    expect(await open(desk.director, "D10")).toEqual(["2027"]);
    const leaflets = { date: "2027-05-09", channel: "leaflet", theme: "disaster", subject: "防灾减灾知识" };
    expect(await refused(desk.clerk, "publicity", leaflets)).toEqual(["copies required"]);
    await addOne(desk.clerk, "publicity", { ...leaflets, theme: "law", copies: 500 });
    expect(await open(desk.director, "D10")).toEqual(["2027"]);
    await addOne(desk.clerk, "publicity", { ...leaflets, subject: "5·12 宣传单", copies: 500, reached: 480 });
    expect(await open(desk.director, "D10")).toEqual([]);
    await at(desk, "2026-06-01");
  });
});

test("S4.15 an emergency plan is issued with all its six parts, stays as it is, and changes by a new version", async () => {
  const plan = { title: "自然灾害救助应急预案", kind: "plan" };
  const six = ["command", "duties", "preparation", "warning", "response", "relief"];
  const parts = (names: readonly string[]) => names.map((part) => ({ part, text: "内容" }));
  const id = await addOne(desk.clerk, "documents", { ...plan, parts: parts(six.slice(0, 5)) });
  const short = await move(desk.director, "documents", id, "issue", { validFrom: "2026-06-01" });
  expect(problems(short)).toEqual(["parts parts-missing"]);
  expect(short.body.fields[0]?.message).toContain("救助与恢复重建");
  expect((await move(desk.clerk, "documents", id, "issue", { validFrom: "2026-06-01" })).status).toBe(403);
  await edit(desk.clerk, "documents", id, { parts: parts(six) });
  await moved(desk.director, "documents", id, "issue", { validFrom: "2026-06-01" });
  expect(problems(await edit(desk.clerk, "documents", id, { filedWith: "民政局" }))).toEqual(["filedWith locked"]);
  expect((await refused(desk.clerk, "documents", plan)).sort()).toEqual(["title not-unique", "version not-unique"]);
  await addOne(desk.clerk, "documents", { ...plan, version: 2, parts: parts(six) });
});
