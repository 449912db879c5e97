import { afterEach, beforeEach, expect, it } from "vitest";
import { createBoard } from "../../../functions/board/app.tsx";
import { type Caller, COMMUNITY } from "../../support/api.ts";
import { openJobsPump } from "../../support/pump-jobs.ts";
import { drafted, page, stepped } from "../publications/desk.ts";
import { act, prepared } from "../votes/hall.ts";
import {
  assembled,
  type Campaign,
  elections,
  electionUntil,
  LEADING,
  meetingOn,
  mobilised,
  NAMES,
  on,
  openCampaign,
  planned,
  shown,
  stand,
  told,
} from "./campaign.ts";
import { add, addOne, check, edit, gaps, moved } from "./desk.ts";

let world: Campaign;
let households: string[];
let groups: string[];
beforeEach(async () => {
  world = await openCampaign();
  groups = await add(world.clerk, "groups", [
    { no: 1, name: "第一居民小组" },
    { no: 2, name: "第二居民小组" },
  ]);
  const dwellings = await add(
    world.clerk,
    "dwellings",
    groups.map((group, at) => ({ building: `${at + 1}栋`, room: "101", use: "self", group })),
  );
  households = await add(
    world.clerk,
    "households",
    dwellings.map((dwelling, at) => ({ no: `${at + 1}`, dwelling, kind: "family" })),
  );
});
afterEach(() => world.engine.close());

const person = (name: string, more: object = {}, home = 0) => ({
  name,
  sex: "1",
  birth: "1970-01-01",
  household: households[home],
  relation: "unverified",
  live: "here",
  ...more,
});

type Entry = { id: string; version: number; values: Record<string, unknown> };
async function entries(): Promise<Entry[]> {
  const { body } = await world.clerk("GET", "/registers/voters/records?limit=200");
  return (body as unknown as { records: Entry[] }).records;
}
const names = async () => (await entries()).map(({ values }) => String(values.name)).sort();

async function formed(): Promise<string> {
  const id = await planned(world);
  await elections.moved(world.street, id, "form", { leading: LEADING, leadingList: "街办 1" });
  return id;
}

/** The list is made from the residents, as the step in the console does it. */
async function enrolled(election: string): Promise<void> {
  await elections.moved(world.clerk, election, "enrol");
  await (await openJobsPump(world, world.deps)).run();
}

const three = async (who = world.clerk) =>
  Object.fromEntries(
    await Promise.all(
      ["double", "missed", "wrong"].map(async (name) => [name, gaps(await check(who, `voters-${name}`))]),
    ),
  );

it("S3.8 everybody living here who is eighteen on election day is registered, once, however often the list is made", async () => {
  await add(world.director, "residents", [
    person("甲一"),
    person("乙二", { birth: "2008-12-26" }, 1),
    person("丙三", { birth: "2008-12-27" }),
    person("丁四", { live: "moved" }),
    person("戊五", { live: "dead" }),
    person("己六", { voting: "deprived" }),
    person("庚七", { voting: "unable", live: "away" }),
  ]);
  const election = await formed();
  await enrolled(election);
  expect(await names()).toEqual(["乙二", "庚七", "甲一"].sort());
  const second = (await entries()).find(({ values }) => values.name === "乙二");
  expect(second?.values).toMatchObject({ election, group: groups[1], birth: "2008-12-26", state: "registered" });
  // Nothing of it says who may not vote.
  expect(JSON.stringify(await entries())).not.toContain("deprived");
  const before = await entries();
  await addOne(world.clerk, "residents", person("辛八"));
  await enrolled(election);
  await enrolled(election);
  expect(await names()).toHaveLength(4);
  const versions = new Map((await entries()).map(({ id, version }) => [id, version]));
  expect(before.map(({ id }) => versions.get(id))).toEqual(before.map(({ version }) => version));
  expect(await three()).toEqual({ double: [], missed: [], wrong: [] });
});

it("S3.8 two runs at once, and an entry made by hand meanwhile, register nobody twice", async () => {
  const ids = await add(
    world.clerk,
    "residents",
    Array.from({ length: 40 }, (_, at) =>
      person(`居民${"甲乙丙丁戊己庚辛"[at % 8]}${"一二三四五"[Math.floor(at / 8)]}`),
    ),
  );
  const election = await formed();
  await addOne(world.clerk, "voters", { election, name: "居民甲一", birth: "1970-01-01", resident: ids[0] });
  await addOne(world.clerk, "voters", { election, name: "居民乙一", birth: "1970-01-01" });
  await elections.moved(world.clerk, election, "enrol");
  await enrolled(election);
  expect(new Set(await names()).size).toBe(40);
  expect(await names()).toHaveLength(40);
  const twice = await world.clerk("POST", "/registers/voters/records", {
    values: { election, name: "居民甲一", resident: ids[0] },
  });
  expect(told(twice)).toEqual([422, "election not-unique", "resident not-unique"]);
});

it("S3.8 double, missed and wrong entries are three lists that are worked down or signed off, by whom and why", async () => {
  const residents = await add(world.director, "residents", [
    person("甲一"),
    person("乙二"),
    person("丙三", { birth: "2010-01-01" }),
  ]);
  const election = await formed();
  await enrolled(election);
  const [, , child = ""] = residents;
  const twin = await addOne(world.clerk, "voters", { election, name: "甲一", birth: "1970-01-01" });
  await addOne(world.clerk, "voters", { election, name: "丙三", birth: "2010-01-01", resident: child });
  await addOne(world.clerk, "residents", person("辛八"));
  await edit(world.clerk, "residents", residents[1] ?? "", { live: "dead" });
  expect(await three()).toEqual({
    double: ["甲一: 疑似重登", "甲一: 疑似重登"],
    missed: ["辛八: 未登记"],
    wrong: ["丙三: 选举日未满年龄", "乙二: 已去世"].sort((a, b) => a.localeCompare(b, "zh")),
  });
  // Missed: registered elsewhere. Wrong: deleted. Double: two people, signed off by the director.
  const last = (await world.clerk("GET", "/registers/residents/records?limit=200")).body as unknown as {
    records: Entry[];
  };
  const missed = last.records.find(({ values }) => values.name === "辛八")?.id;
  await addOne(world.clerk, "voters", { election, name: "辛八", resident: missed, excluded: "elsewhere" });
  for (const { id, version, values } of await entries()) {
    if (values.name !== "丙三" && values.name !== "乙二") continue;
    const gone = await world.clerk("DELETE", `/registers/voters/records/${id}`, undefined, {
      "if-match": `${version}`,
    });
    expect(gone.status).toBeLessThan(300);
  }
  const bare = await world.director("POST", `/registers/voters/records/${twin}/moves/settle`, {});
  expect(told(bare)).toEqual([422, "settledWhy required"]);
  const grounds = { values: { settledWhy: "同名同日生，两人" } };
  const council = await world.council("POST", `/registers/voters/records/${twin}/moves/settle`, grounds);
  expect([403, 404]).toContain(council.status);
  const signed = await moved(world.director, "voters", twin, "settle", grounds.values);
  expect(signed).toMatchObject({ state: "settled", settled: ["double"], settledBy: "Director" });
  expect(await three()).toEqual({ double: [], missed: [], wrong: [] });
  // What was signed off is not changed under the signature.
  const changed = await edit(world.clerk, "voters", twin, { name: "甲二" });
  expect(told(changed)).toEqual([422, "name locked"]);
  const fine = (await entries()).find(({ values }) => values.name === "辛八");
  expect(told(await world.director("POST", `/registers/voters/records/${fine?.id}/moves/settle`, grounds))).toEqual([
    409,
    "state nothing-doubtful",
  ]);
});

/** The three lists are mended; the election's voters are shown by group and name alone. */
it("S3.8 the voter list is published when nobody is double, missed or wrong: names by group, and nothing else", async () => {
  const residents = await add(world.director, "residents", [
    person("张甲", { birth: "1961-03-04", phone: "13800000001" }),
    person("李乙", { birth: "1962-05-06" }, 1),
    person("王丙", { birth: "1963-07-08", voting: "deprived" }, 1),
  ]);
  const election = await formed();
  await mobilised(world, "2026-11-02");
  await elections.moved(world.clerk, election, "publicise", { seats: 5, outgoingReport: "三年" });
  const draft = () => world.clerk("POST", "/publications", { kind: "voters", election });
  expect(told(await draft())).toEqual([409, "election voters-missed"]);
  await enrolled(election);
  await edit(world.clerk, "residents", residents[1] ?? "", { name: "李乙乙" });
  expect(told(await draft())).toEqual([409, "election voters-wrong"]);
  await enrolled(election);
  const typed = await world.clerk("POST", "/publications", { kind: "voters", election, body: "x", title: "y" });
  expect(told(typed)).toEqual([422, "body not-taken", "title not-taken"]);
  const { id } = await drafted(world.clerk, { kind: "voters", election });
  await stepped(world.clerk, id, "submit");
  expect(told(await world.clerk("POST", `/publications/${id}/approve`))[0]).toBe(403);
  await stepped(world.deputy, id, "approve");
  // Frozen as it was approved.
  await edit(world.clerk, "residents", residents[0] ?? "", { name: "张甲甲" });
  const { values } = await stepped(world.clerk, id, "post");
  expect(values).toMatchObject({ to: "2026-12-26", title: "选民名单公告" });
  const { html } = await page({ board: createBoard(world.deps) } as never, `/c/${COMMUNITY}/${values.no}`);
  for (const said of ["第一居民小组", "第二居民小组", "张甲", "李乙乙", "有异议"]) expect(html).toContain(said);
  for (const hidden of ["王丙", "1961", "13800000001", "张甲甲", "deprived"]) expect(html).not.toContain(hidden);
  await elections.moved(world.clerk, election, "register", { voters: 2 });
  expect(told(await elections.move(world.clerk, election, "publishList"))[0]).toBe(200);
  // Somebody deprived who was entered by hand is told to whoever may know alone.
  const barred = await addOne(world.clerk, "voters", {
    election,
    name: "王丙",
    birth: "1963-07-08",
    resident: residents[2],
  });
  expect((await world.clerk("GET", "/coverage/voters-barred")).status).toBe(404);
  expect(gaps(await check(world.director, "voters-barred"))).toEqual(["王丙: 没有选举权"]);
  expect(await three()).toMatchObject({ double: [], missed: [] });
  expect(barred).toBeTruthy();
});

/** A vote for the election's meeting on the 26th, whose formal list is posted on a day. */
async function votingAfter(posted: string): Promise<{ vote: string; election: string; meeting: string; list: string }> {
  const meeting = await meetingOn(world, "2026-12-26");
  await stand(world, meeting, NAMES);
  const election = await electionUntil(world, meeting, "approve");
  await on(world, posted);
  const list = await shown(world, election, "formal-candidates");
  await elections.moved(world.clerk, election, "publishFormal");
  await elections.moved(world.clerk, election, "prepare", { meeting, ballots: 60, boxes: 2, hall: "会场" });
  const vote = await prepared(world.clerk, meeting, { rule: "V2", seats: 5 });
  await on(world, "2026-12-26");
  await assembled(world, meeting);
  return { vote: vote.id, election, meeting, list };
}

it("S3.14 formal candidates published on 21 December may be voted on the 26th; withdrawn, they may not", async () => {
  const { vote, list } = await votingAfter("2026-12-21");
  await stepped(world.director, list, "withdraw", { reason: "名单有误" });
  expect(told(await act(world.clerk, vote, "open"))).toEqual([409, "candidates candidates-unpublished"]);
  const again = await shown(
    world,
    String((await world.clerk("GET", `/publications/${list}`)).body.values.election),
    "formal-candidates",
  );
  // The list that was up in time is gone; another one begins anew, and both days are named.
  const late = await act(world.clerk, vote, "open");
  expect(told(late)).toEqual([409, "candidates candidates-late"]);
  expect(late.body.fields[0]).toMatchObject({
    params: { posted: "2026-12-26", last: "2026-12-21", earliest: "2026-12-31" },
  });
  // It hung in time, and whoever hung it says so.
  const postings = [{ place: "board", on: "2026-12-21", by: "Clerk" }];
  await stepped(world.clerk, again, "note", { values: { postings } });
  expect((await act(world.clerk, vote, "open")).status).toBe(200);
});

it("S3.14 published on 22 December, the vote of the 26th is refused with both days, and another day is fixed", async () => {
  const { vote, election, meeting } = await votingAfter("2026-12-22");
  const refused = await act(world.clerk, vote, "open");
  expect(told(refused)).toEqual([409, "candidates candidates-late"]);
  expect(refused.body.fields[0]?.message).toMatch(/2026-12-22 .*2026-12-21 .*2026-12-27/);
  expect((await world.clerk("GET", `/registers/meetings/records/${meeting}`)).body.values.state).toBe("open");
  await elections.moved(world.street, election, "redate", { day: "2026-12-27" }, "候选人名单公布晚一日");
});

it("council and street see who stands and who represents, and neither a birth date nor a phone", async () => {
  const meeting = await meetingOn(world, "2026-12-26");
  await stand(world, meeting, NAMES);
  await addOne(world.clerk, "representatives", {
    person: "代表一",
    from: "2026-01-01",
    via: "group",
    phone: "13900000009",
  });
  const read = async (who: Caller, list: string) =>
    JSON.stringify((await who("GET", `/registers/${list}/records`)).body);
  for (const who of [world.council, world.street]) {
    expect(await read(who, "candidates")).toContain("张一");
    expect(await read(who, "candidates")).not.toContain("1980-01-01");
    expect(await read(who, "representatives")).toContain("代表一");
    expect(await read(who, "representatives")).not.toContain("13900000009");
    expect((await who("GET", "/registers/voters/records")).status).toBeGreaterThanOrEqual(403);
  }
  const fields = JSON.stringify((await world.street("GET", "/registers")).body);
  expect(fields).not.toContain("electionPeople");
  expect(await read(world.clerk, "candidates")).toContain("1980-01-01");
  expect(await read(world.clerk, "representatives")).toContain("13900000009");
});

/** Ten voters of an election, and one who is on the list of nobody. */
const TEN = Array.from({ length: 10 }, (_, at) => `选民${"甲乙丙丁戊己庚辛壬癸"[at]}`);

it("S3.11 ten voters put somebody forward together: each is named from the voter list, and nine are too few", async () => {
  const meeting = await meetingOn(world, "2026-12-26");
  await stand(world, meeting, NAMES.slice(0, 5));
  const election = await electionUntil(world, meeting, "fixElectors");
  const ids = await add(
    world.clerk,
    "voters",
    TEN.map((name) => ({ election, name: `${name}一`, birth: "1980-01-01" })),
  );
  const away = await addOne(world.clerk, "voters", {
    election,
    name: "外出人",
    birth: "1970-01-01",
    excluded: "elsewhere",
  });
  const body = { meeting, rule: "V2", person: "联一", office: "member", birth: "1980-01-01", nominatedBy: "voters" };
  const sixth = await addOne(world.clerk, "candidates", { ...body, nominators: 10 });
  const close = () => elections.move(world.clerk, election, "nominate", { meeting });
  expect(told(await close())).toEqual([409, "candidates nominators-unnamed"]);
  await edit(world.clerk, "candidates", sixth, { signatories: ids.slice(0, 9) });
  expect(told(await close())).toEqual([409, "candidates too-few-nominators"]);
  await edit(world.clerk, "candidates", sixth, { signatories: [...ids.slice(0, 9), away] });
  expect(told(await close())).toEqual([409, "candidates nominators-not-listed"]);
  await edit(world.clerk, "candidates", sixth, { signatories: ids });
  expect(told(await close())).toEqual([200]);
  // Who signed stays on the list.
  const entry = (await entries()).find(({ id }) => id === ids[0]);
  const gone = await world.clerk("DELETE", `/registers/voters/records/${entry?.id}`, undefined, {
    "if-match": `${entry?.version}`,
  });
  expect(gone.status).toBe(409);
});

it("S3.13 an objection while the candidates are shown stops the list until the leading group has answered in writing", async () => {
  const meeting = await meetingOn(world, "2026-12-26");
  await stand(world, meeting, NAMES);
  const election = await electionUntil(world, meeting, "display");
  const bare = await world.clerk("POST", "/registers/cases/records", {
    values: { type: "objection", cause: "张三不住本社区" },
  });
  expect(told(bare)).toEqual([422, "election required"]);
  const objection = await addOne(world.clerk, "cases", { type: "objection", cause: "张三不住本社区", election });
  const sendUp = () => elections.move(world.clerk, election, "sendUp", { sentUpNo: "7" });
  expect(told(await sendUp())).toEqual([409, "state objections-open"]);
  const answer = { values: { answer: "已查证，居住满三年", upheld: false } };
  const by = (who: Caller, values: object) => who("POST", `/registers/cases/records/${objection}/moves/answer`, values);
  expect(told(await by(world.clerk, answer))[0]).toBe(403);
  expect(told(await by(world.director, { values: { answer: "已查证" } }))).toEqual([422, "upheld required"]);
  expect((await by(world.director, answer)).body.values).toMatchObject({ state: "answered", upheld: false });
  expect(told(await sendUp())).toEqual([200]);
});
