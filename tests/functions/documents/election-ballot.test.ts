import { afterEach, beforeEach, expect, it } from "vitest";
import { act, done, type MeetingBody, moved as moveMeeting, prepared } from "../votes/hall.ts";
import {
  assembled,
  type Campaign,
  counted,
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
import { addOne, edit } from "./desk.ts";

let world: Campaign;
beforeEach(async () => {
  world = await openCampaign();
});
afterEach(() => world.engine.close());

const READY = { ballots: 60, boxes: 2, hall: "会场" };

it("S3.13 S3.14 only who was displayed, approved and published stands: nobody joins or takes a name's place later", async () => {
  const meeting = await meetingOn(world, "2026-12-26");
  const [first = ""] = await stand(world, meeting, NAMES);
  const election = await electionUntil(world, meeting, "display");
  const step = (name: string, values: object = {}) => elections.move(world.clerk, election, name, values).then(told);
  const [late = ""] = await stand(world, meeting, ["后来人"]);
  expect(await step("sendUp", { sentUpNo: "1" })).toEqual([409, "candidates candidate-not-shown"]);
  await edit(world.clerk, "candidates", late, { withdrawn: true });
  expect(await step("sendUp", { sentUpNo: "1" })).toEqual([200]);
  await elections.moved(world.street, election, "approve", { approvalNo: "9" });
  await edit(world.clerk, "candidates", late, { withdrawn: false });
  const draft = await world.clerk("POST", "/publications", { kind: "formal-candidates", election });
  expect(told(draft)).toEqual([409, "election candidate-not-shown"]);
  await edit(world.clerk, "candidates", late, { withdrawn: true });
  await shown(world, election, "formal-candidates");
  expect(await step("publishFormal")).toEqual([200]);
  expect(await step("prepare", { meeting, ...READY })).toEqual([200]);
  await edit(world.clerk, "candidates", first, { person: "另一人" });
  const vote = await prepared(world.clerk, meeting, { rule: "V2", seats: 5 });
  await on(world, "2026-12-26");
  await assembled(world, meeting);
  const refused = await act(world.clerk, vote.id, "open");
  expect(told(refused)).toEqual([409, "candidates candidate-not-shown"]);
  expect(refused.body.fields[0]?.message).toContain("另一人");
  await edit(world.clerk, "candidates", first, { person: "张一" });
  expect((await act(world.clerk, vote.id, "open")).status).toBe(200);
});

it("S3.14 after another election day is fixed, the formal list that names the earlier day no longer counts", async () => {
  const meeting = await meetingOn(world, "2026-12-26");
  await stand(world, meeting, NAMES);
  const election = await electionUntil(world, meeting, "publishFormal");
  await elections.moved(world.street, election, "redate", { day: "2026-12-28" }, "会场占用");
  const other = await meetingOn(world, "2026-12-28");
  await stand(world, other, NAMES);
  const publish = () => elections.move(world.clerk, election, "publishFormal", { meeting: other }).then(told);
  expect(await publish()).toEqual([409, "state not-published"]);
  await shown(world, election, "formal-candidates");
  expect(await publish()).toEqual([200]);
});

it("S3.13 sent back by the street, those put forward are displayed anew", async () => {
  const meeting = await meetingOn(world, "2026-12-26");
  await stand(world, meeting, NAMES);
  const election = await electionUntil(world, meeting, "sendUp");
  await elections.moved(world.street, election, "return", {}, "结构");
  await stand(world, meeting, ["后来人"]);
  await elections.moved(world.clerk, election, "nominate", { meeting });
  expect(told(await elections.move(world.clerk, election, "display"))).toEqual([409, "candidates candidate-not-shown"]);
  await shown(world, election, "candidates");
  expect(told(await elections.move(world.clerk, election, "display"))).toEqual([200]);
});

it("S3.18 the committee is elected on election day, by those who elect, and for no more than its seats", async () => {
  const meeting = await meetingOn(world, "2026-12-26");
  await stand(world, meeting, [...NAMES, "张七", "张八"]);
  await electionUntil(world, meeting, "prepare");
  const vote = await prepared(world.clerk, meeting, { rule: "V2", seats: 6 });
  await edit(world.clerk, "meetings", meeting, { at: "2026-12-24T14:00" });
  await on(world, "2026-12-24");
  const other = await meetingOn(world, "2026-12-24", { title: "另一会议" });
  await stand(world, other, NAMES);
  const beside = await prepared(world.clerk, other, { rule: "V2", seats: 5 });
  await assembled(world, other);
  expect(told(await act(world.clerk, beside.id, "open"))).toEqual([409, "meeting election-at-other-meeting"]);
  await assembled(world, meeting);
  expect(told(await act(world.clerk, vote.id, "open"))).toEqual([
    409,
    "meeting meeting-on-other-day",
    "seats seats-beyond-election",
  ]);
});

it("S3.19 seats are left to a by-election only when no vote of the meeting is still going on", async () => {
  const meeting = await meetingOn(world, "2026-12-26");
  await stand(world, meeting, NAMES);
  await stand(world, meeting, ["李一", "李二"], "director");
  const election = await electionUntil(world, meeting, "prepare");
  await on(world, "2026-12-26");
  const director = await prepared(world.clerk, meeting, { rule: "V2", seats: 1, office: "director" });
  const members = await prepared(world.clerk, meeting, { rule: "V2", seats: 4, office: "member" });
  await assembled(world, meeting);
  await counted(world, director);
  await act(world.director, director.id, "announce");
  const vacant = () => elections.move(world.director, election, "vacant", {}, "另行补选").then(told);
  expect(await vacant()).toEqual([409, "elected votes-not-over"]);
  expect(await act(world.clerk, members.id, "void", { reason: "另行补选" })).toMatchObject({ status: 200 });
  expect(await vacant()).toEqual([200]);
});

it("S3.18 two votes opened at the same moment still elect no more than the seats", async () => {
  const meeting = await meetingOn(world, "2026-12-26");
  await stand(world, meeting, NAMES);
  await stand(world, meeting, ["李一", "李二"], "director");
  await stand(world, meeting, ["赵一", "赵二"], "deputy");
  await electionUntil(world, meeting, "prepare");
  await on(world, "2026-12-26");
  const director = await prepared(world.clerk, meeting, { rule: "V2", seats: 1, office: "director" });
  const deputy = await prepared(world.clerk, meeting, { rule: "V2", seats: 1, office: "deputy" });
  const members = await prepared(world.clerk, meeting, { rule: "V2", seats: 4, office: "member" });
  await assembled(world, meeting);
  // The door is closed already.
  await done(act(world.clerk, director.id, "open"));
  const opened = await Promise.all([deputy, members].map(({ id }) => act(world.clerk, id, "open")));
  expect(opened.map(({ status }) => status).sort()).toEqual([200, 409]);
  expect(opened.flatMap((answer) => told(answer).slice(1))).toEqual(["seats seats-beyond-election"]);
});

it("S3.13 an objection that was received is answered or withdrawn, and neither changed nor deleted", async () => {
  const meeting = await meetingOn(world, "2026-12-26");
  await stand(world, meeting, NAMES);
  const election = await electionUntil(world, meeting, "display");
  const other = await addOne(world.clerk, "elections", {
    title: "往届",
    campaign: "往届",
    kind: "committee",
    term: 1,
    from: "2023-11-01",
    day: "2023-12-26",
    until: "2023-12-31",
  });
  const objection = await addOne(world.clerk, "cases", { type: "objection", cause: "张三不住本社区", election });
  expect(told(await edit(world.clerk, "cases", objection, { election: other }))[0]).toBe(422);
  const { version } = (await world.clerk("GET", `/registers/cases/records/${objection}`)).body;
  const gone = await world.clerk("DELETE", `/registers/cases/records/${objection}`, undefined, {
    "if-match": String(version),
  });
  expect(gone.status).toBe(409);
});

it("S3.8 where all voters elect, the roll of the meeting is the voter list: nobody deprived is entitled", async () => {
  const group = await addOne(world.clerk, "groups", { no: 1, name: "第一居民小组" });
  const dwelling = await addOne(world.clerk, "dwellings", { building: "1栋", room: "101", use: "self", group });
  const household = await addOne(world.clerk, "households", { no: "1", dwelling, kind: "family" });
  const person = { sex: "1", birth: "1970-01-01", household, relation: "unverified", live: "here" };
  const barred = await addOne(world.director, "residents", { ...person, name: "王丙", voting: "deprived" });
  const voter = await addOne(world.director, "residents", { ...person, name: "李乙" });
  const [early, meeting] = [
    await meetingOn(world, "2026-12-26", { kind: "residents", title: "先召集" }),
    await meetingOn(world, "2026-12-26", { kind: "residents" }),
  ];
  await stand(world, meeting, NAMES);
  await stand(world, early, NAMES);
  const election = await planned(world, { electorate: "residents" });
  await mobilised(world, "2026-11-02");
  await elections.moved(world.street, election, "form", { leading: LEADING, leadingList: "街办 1" });
  await elections.moved(world.clerk, election, "publicise", { seats: 5, outgoingReport: "三年" });
  await elections.moved(world.clerk, election, "register", { voters: 2 });
  await addOne(world.clerk, "voters", { election, name: "李乙", birth: "1970-01-01", resident: voter });
  await shown(world, election, "voters");
  await elections.moved(world.clerk, election, "publishList");
  // Entered by hand after the list was published.
  await addOne(world.clerk, "voters", { election, name: "王丙", birth: "1970-01-01", resident: barred });
  await elections.moved(world.clerk, election, "fixElectors", { groupMinutes: "存档" });
  await done(moveMeeting(world.clerk, early, "call"));
  expect(told(await elections.move(world.clerk, election, "nominate", { meeting: early }))).toEqual([
    409,
    "meeting meeting-called-before",
  ]);
  await elections.moved(world.clerk, election, "nominate", { meeting });
  await done(moveMeeting(world.clerk, meeting, "call"));
  const { roll } = await done<MeetingBody>(world.clerk("GET", `/meetings/${meeting}`));
  expect(roll.map(({ name }) => name)).toEqual(["李乙", "选民甲"]);
});
