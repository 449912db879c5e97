import { beforeAll, describe, expect, test } from "vitest";
import { act, codesOf, prepared } from "../votes/hall.ts";
import {
  assembled,
  type Campaign,
  counted,
  elected,
  elections,
  electionUntil,
  LEADING,
  meetingOn,
  mobilised,
  NAMES,
  on,
  openCampaign,
  PLAN,
  planned,
  shown,
  stand,
  stepsOf,
  told,
  withRepresentatives,
} from "./campaign.ts";
import { addOne, check, gaps, grant, moved, open, refused, today } from "./desk.ts";

const { move: step, moved: stepped } = elections;

describe("an election from the first step to the last", () => {
  let world: Campaign;
  let id: string;
  let party: string;
  let meeting: string;
  beforeAll(async () => {
    world = await openCampaign();
  });

  test("S3.1 committee and Party are elected side by side in one campaign, each once; its days stand in order", async () => {
    id = await planned(world);
    party = await planned(world, { kind: "party", title: "第二届党支部换届选举" });
    const again = { ...PLAN, title: "再来一次", kind: "committee" };
    expect(await refused(world.clerk, "elections", again)).toEqual(["campaign not-unique", "kind not-unique"]);
    const wrong = { ...again, campaign: "另一批次", day: "2026-10-31", until: "2026-10-30" };
    expect(await refused(world.clerk, "elections", wrong)).toEqual(["day before-start", "until before-election-day"]);
    const hidden = await world.other("GET", `/api/communities/500100001001/registers/elections/records/${id}`);
    expect(hidden.status).toBe(404);
  });

  test("S3.6 the street names a leading group of representatives of the groups, with one head, by a signed list", async () => {
    const list = { leading: LEADING, leadingList: "街办〔2026〕31 号" };
    expect(told(await step(world.clerk, id, "form", list))).toEqual([403]);
    expect(told(await step(world.street, id, "form", { leading: LEADING }))).toEqual([422, "leadingList required"]);
    const headless = LEADING.map((one) => ({ ...one, role: "member" }));
    expect(told(await step(world.street, id, "form", { ...list, leading: headless }))).toEqual([
      422,
      "leading one-head",
    ]);
    const twice = [...LEADING, { name: "成员乙", role: "deputy" }];
    expect(told(await step(world.street, id, "form", { ...list, leading: twice }))).toEqual([
      422,
      "leading leading-twice",
    ]);
    expect(await stepped(world.street, id, "form", list)).toMatchObject({ state: "formed", due: "2026-11-30" });
    expect(told(await step(world.street, id, "form", list))).toEqual([409, "state not-in-state"]);
    expect((await world.clerk("GET", "/today")).status).toBe(200);
    expect((await today(world.clerk)).filter(({ register }) => register === "elections")).toHaveLength(1);
  });

  test("S3.7 it is not publicised before its staff is trained and a notice hangs, with seats and the outgoing report", async () => {
    const values = { seats: 5, outgoingReport: "三年工作报告：……" };
    expect(told(await step(world.clerk, id, "publicise", values))).toEqual([
      409,
      "state training-missing",
      "state not-published",
    ]);
    await mobilised(world, "2026-11-02");
    expect(told(await step(world.clerk, id, "publicise", { seats: 5 }))).toEqual([422, "outgoingReport required"]);
    expect(told(await step(world.clerk, id, "publicise", { ...values, seats: 6 }))).toEqual([422, "seats body-even"]);
    expect(await stepped(world.clerk, id, "publicise", values)).toMatchObject({
      state: "publicised",
      due: "2026-12-06",
    });
  });

  test("S3.5 no step is left out, taken twice or dated before the one before it; one outside its window is late", async () => {
    expect(told(await step(world.clerk, id, "sendUp", { sentUpNo: "1" }))).toEqual([409, "state not-in-state"]);
    expect(told(await step(world.clerk, id, "publicise", {}))).toEqual([409, "state not-in-state"]);
    expect(told(await step(world.clerk, id, "register", { voters: 2400, stepOn: "2026-11-02" }))).toEqual([
      422,
      "stepOn before-step",
    ]);
    await on(world, "2026-12-01");
    await stepped(world.street, party, "form", { leading: LEADING, leadingList: "街办〔2026〕32 号" });
    // Mobilising ended on 30 November.
    expect(await stepsOf(world, party)).toMatchObject([{ move: "create" }, { move: "form", late: true }]);
    expect((await stepsOf(world, id)).some(({ late }) => late)).toBe(false);
    const item = (await today(world.director)).find(
      ({ register, title }) => register === "elections" && /党/.test(title),
    );
    expect(item).toMatchObject({ due: "2026-11-30", daysLate: 1 });
  });

  test("S3.10 representatives are fixed by the groups' minutes, and not before there are any", async () => {
    await stepped(world.clerk, id, "register", { voters: 2400 });
    expect(told(await step(world.clerk, id, "publishList"))).toEqual([409, "state not-published"]);
    await shown(world, id, "voters");
    await stepped(world.clerk, id, "publishList");
    const minutes = { groupMinutes: "各小组推选记录存档" };
    expect(told(await step(world.clerk, id, "fixElectors", minutes))).toEqual([409, "representatives roll-empty"]);
    await withRepresentatives(world);
    const fixed = await stepped(world.clerk, id, "fixElectors", minutes);
    expect(fixed).toMatchObject({ state: "electorsFixed", representatives: 55 });
  });

  test("S3.6 S3.12 who stands cannot stay in the leading group and is named; six stand for five seats", async () => {
    meeting = await meetingOn(world, "2026-12-26");
    const early = await meetingOn(world, "2026-12-25");
    const assembly = await meetingOn(world, "2026-12-26", { kind: "committee" });
    await stand(world, meeting, [...NAMES.slice(0, 4), "成员乙"]);
    expect(told(await step(world.clerk, id, "nominate", { meeting: early }))).toEqual([
      422,
      "meeting meeting-on-other-day",
    ]);
    expect(told(await step(world.clerk, id, "nominate", { meeting: assembly }))).toEqual([
      422,
      "meeting meeting-of-other-kind",
    ]);
    const serving = await step(world.clerk, id, "nominate", { meeting });
    expect(told(serving)).toEqual([409, "candidates candidates-too-few", "candidates candidate-serves"]);
    expect(serving.body.fields[1]?.message).toMatch(/^成员乙 /);
    await stand(world, meeting, NAMES.slice(4));
    const without = { leading: [LEADING[0], { name: "成员丙", role: "member", chosenBy: "第二居民小组" }] };
    expect(told(await step(world.clerk, id, "regroup", without))).toEqual([422, "reason required"]);
    const regrouped = await stepped(world.clerk, id, "regroup", without, "成员乙被提名");
    expect(regrouped.state).toBe("electorsFixed");
    expect(await stepped(world.clerk, id, "nominate", { meeting })).toMatchObject({
      state: "nominated",
      candidates: 7,
    });
    // Nor can one come back in later: the next step that looks refuses it.
    await stepped(world.clerk, id, "regroup", { leading: LEADING }, "改回");
    await shown(world, id, "candidates");
    expect(told(await step(world.clerk, id, "display"))).toEqual([409, "candidates candidate-serves"]);
    await stepped(world.clerk, id, "regroup", without, "候选人退出");
    await stepped(world.clerk, id, "display");
  });

  test("S3.13 an objection stops the list until it is answered; it reaches the street by 6 December or is late", async () => {
    const objection = { type: "opinion", cause: "候选人张三不住本社区", election: id };
    const open = await addOne(world.clerk, "cases", objection);
    const send = () => step(world.clerk, id, "sendUp", { sentUpNo: "居〔2026〕7 号" });
    expect(told(await send())).toEqual([409, "state objections-open"]);
    await moved(world.clerk, "cases", open, "classify", { addressee: ["committee"] });
    expect(told(await send())).toEqual([409, "state objections-open"]);
    await moved(world.clerk, "cases", open, "answer", { answer: "已查证，户籍和居住均在本社区" });
    await on(world, "2026-12-07");
    expect(told(await step(world.clerk, id, "sendUp"))).toEqual([422, "sentUpNo required"]);
    expect((await send()).status).toBe(200);
    expect((await stepsOf(world, id)).at(-1)).toMatchObject({ move: "sendUp", late: true });
    expect(told(await step(world.director, id, "approve", { approvalNo: "1" }))).toEqual([403]);
    const waiting = await world.street("GET", "/api/areas/500100001/today");
    expect(JSON.stringify(waiting.body)).toContain("第二届居民委员会换届选举");
    expect(await stepped(world.street, id, "approve", { approvalNo: "街党工委〔2026〕9 号" })).toMatchObject({
      state: "approved",
      due: "2026-12-21",
    });
  });

  test("S3.5 S3.16 the meeting does not vote before every step before it is taken, with scrutineers and tellers", async () => {
    await on(world, "2026-12-20");
    await shown(world, id, "formal-candidates");
    await stepped(world.clerk, id, "publishFormal");
    const vote = await prepared(world.clerk, meeting, { rule: "V2", seats: 5 });
    expect(codesOf(await act(world.clerk, vote.id, "open"))).toContain("meeting meeting-not-open");
    const look = (await world.clerk("GET", `/meetings/${meeting}`)).body as unknown as {
      votes: { findings: { code: string; message: string }[] }[];
    };
    expect(look.votes[0]?.findings.find(({ code }) => code === "election-not-prepared")?.message).toContain("第二届");
    await act(world.clerk, vote.id, "void", { reason: "另行准备" });
    const ready = { meeting, ballots: 60, boxes: 2, hall: "会场、投票处、监票台" };
    expect(told(await step(world.clerk, id, "prepare", { meeting }))).toEqual([
      422,
      "ballots required",
      "boxes required",
      "hall required",
    ]);
    const bare = await meetingOn(world, "2026-12-26", { officers: [], title: "无监票人" });
    expect(told(await step(world.clerk, id, "prepare", { ...ready, meeting: bare }))).toEqual([
      409,
      "meeting officers-missing",
    ]);
    expect(await stepped(world.clerk, id, "prepare", ready)).toMatchObject({ state: "prepared", due: "2026-12-26" });
  });

  test("S3.18 S3.20 the vote that fills the last seat moves the election on; it is announced with its signed count sheet", async () => {
    await on(world, "2026-12-26");
    expect(told(await step(world.clerk, id, "vote"))).toEqual([403]);
    expect(told(await step(world.director, id, "vacant", {}, "无人当选"))).toEqual([409, "elected no-vote-announced"]);
    await elected(world, meeting);
    const voted = (await world.clerk("GET", `/registers/elections/records/${id}`)).body.values;
    expect(voted).toMatchObject({ state: "voted", votedOn: "2026-12-26", elected: 5, due: "2026-12-26" });
    expect(told(await step(world.clerk, id, "announce"))).toEqual([422, "countSheet required"]);
    expect(await stepped(world.clerk, id, "announce", { countSheet: "计票单 1 份，领导小组组长签字" })).toMatchObject({
      state: "announced",
      due: "2026-12-29",
    });
  });

  test("S3.21 everybody elected has a certificate of their own, written into the post with the day of filing", async () => {
    const filing = { filingNo: "区民政备〔2026〕12 号", filedOn: "2026-12-26" };
    const all = NAMES.slice(0, 5).map((name, index) => ({ name, certNo: `选证${index + 1}` }));
    const certify = (who: Campaign["street"], certificates: readonly object[]) =>
      step(who, id, "certify", { ...filing, certificates });
    expect(told(await certify(world.clerk, all))).toEqual([403]);
    const wrong = await certify(world.street, [...all.slice(0, 3), { name: "张六", certNo: "选证1" }]);
    expect(wrong.body.fields.map(({ code, message }) => `${code} ${message}`)).toEqual([
      expect.stringMatching(/^not-elected 张六/),
      expect.stringMatching(/^certificate-twice/),
      expect.stringMatching(/^certificate-missing 张四/),
      expect.stringMatching(/^certificate-missing 张五/),
    ]);
    const homeless = await certify(world.street, all);
    expect(told(homeless)).toEqual([422, ...Array(5).fill("certificates post-not-granted")]);
    const post = await grant(world.street, "director", "张一", { from: "2026-12-26", until: "2029-12-26" });
    for (const person of NAMES.slice(1, 5)) await grant(world.director, "member", person, { from: "2026-12-26" });
    expect(await certify(world.street, all).then(({ body }) => body.values)).toMatchObject({
      state: "certified",
      // Three years by the documents.
      termEnds: "2029-12-26",
    });
    const { values } = (await world.director("GET", `/registers/posts/records/${post}`)).body;
    expect(values).toMatchObject({ certNo: "选证1", filed: "2026-12-26" });
    const { body: entries } = await world.director("GET", `/registers/posts/records/${post}/history`);
    expect(entries.at(-1)?.by ?? entries[0]?.by).toBeDefined();
  });

  test("S3.22 it is handed over when the committee's handover is closed, not before", async () => {
    expect(told(await step(world.clerk, id, "handOver"))).toEqual([409, "state handover-open"]);
    const { records } = (await world.director("GET", "/registers/handovers/records")).body;
    const handover = records[0]?.id ?? "";
    const list = {
      seals: "公章",
      books: "账簿",
      cashFen: 0,
      assets: "无",
      files: "12 盒",
      openCases: "无",
      accounts: "1",
    };
    await moved(world.director, "handovers", handover, "list", { ...list, taker: "张一" });
    await moved(world.street, "handovers", handover, "audit", { auditor: "财政所", auditReport: "审 1" });
    await moved(world.street, "handovers", handover, "giveFor", {}, "纸面签字");
    await moved(world.street, "handovers", handover, "takeFor", {}, "纸面签字");
    expect(told(await step(world.clerk, id, "handOver"))).toEqual([409, "state handover-open"]);
    await moved(world.street, "handovers", handover, "close");
    expect(await stepped(world.clerk, id, "handOver")).toMatchObject({ state: "handedOver", due: "2026-12-31" });
  });

  test("S3.23 the street inspects when every report of a breach is answered, and the new committee sends its report", async () => {
    const report = await addOne(world.clerk, "cases", { type: "report", cause: "有人拉票", election: id });
    expect(told(await step(world.street, id, "inspect", { inspection: "程序合法" }))).toEqual([
      409,
      "state objections-open",
    ]);
    await moved(world.clerk, "cases", report, "classify", { addressee: ["town"] });
    await moved(world.clerk, "cases", report, "answer", { answer: "街道已查，不属实" });
    expect(told(await step(world.director, id, "inspect", { inspection: "自查" }))).toEqual([403]);
    expect(await stepped(world.street, id, "inspect", { inspection: "程序合法" })).toMatchObject({
      state: "inspected",
    });
  });

  test("S3.24 the report waits until the committee has met and divided its work", async () => {
    const send = () => step(world.clerk, id, "report", { reportNo: "居〔2026〕12 号" });
    expect(told(await send())).toEqual([409, "state work-not-divided"]);
    await on(world, "2026-12-30");
    const first = await meetingOn(world, "2026-12-30", { kind: "committee", title: "新一届第一次会议" });
    const act = (name: string, values: object = {}) => world.clerk("POST", `/meetings/${first}/${name}`, { values });
    expect((await act("call")).status).toBe(200);
    const { roll } = (await world.clerk("GET", `/meetings/${first}`)).body as unknown as { roll: { id: string }[] };
    for (const { id: person } of roll) {
      await world.clerk("POST", `/meetings/${first}/attendance`, { person, present: true });
    }
    expect((await act("open")).status).toBe(200);
    expect((await act("close", { minutes: "分工", study: "组织法" })).status).toBe(200);
    const done = await send();
    expect([done.status, done.body.values.state]).toEqual([200, "reported"]);
    expect((await stepsOf(world, id)).map(({ move }) => move)).toEqual([
      ...["create", "form", "publicise", "register", "publishList", "fixElectors", "regroup", "nominate", "regroup"],
      ...["regroup", "display", "sendUp", "approve", "publishFormal", "prepare", "vote", "announce", "certify"],
      ...["handOver", "inspect", "report"],
    ]);
  });
});

describe("beside the straight way", () => {
  let world: Campaign;
  beforeAll(async () => {
    world = await openCampaign();
  });
  const list = { leading: LEADING, leadingList: "街办 1" };

  test("S3.1 D15 tells when the term ends: three years after the last election by the documents, five by the law", async () => {
    await on(world, "2026-10-02");
    const id = await planned(world, {
      campaign: "2024 年换届",
      from: "2023-10-01",
      day: "2023-12-26",
      until: "2023-12-31",
    });
    expect(await open(world.director, "D15")).toEqual([]);
    expect(told(await step(world.clerk, id, "earlier"))).toEqual([403]);
    const future = await planned(world, { campaign: "将来" });
    expect(told(await step(world.director, future, "earlier"))).toEqual([422, "day in-the-future"]);
    await stepped(world.director, future, "cancel", {}, "登记错误");
    await stepped(world.director, id, "earlier");
    expect(await open(world.director, "D15")).toEqual(["2026-12-26"]);
    expect(await open(world.clerk, "D15")).toEqual([]);
    // A day earlier it was not yet shown; by the law the term runs on to 2028.
    await on(world, "2026-09-26");
    expect(await open(world.director, "D15")).toEqual([]);
    const law = { value: "law2026", from: "2026-09-26", decision: "Law", decidedOn: "2026-09-26" };
    expect((await world.director("POST", "/rules/preset", law)).status).toBe(201);
    await on(world, "2028-12-01");
    expect((await today(world.director)).find(({ duty }) => duty?.name === "D15")?.due).toBe("2028-12-26");
    await on(world, "2029-01-05");
    const late = (await today(world.director)).find(({ duty }) => duty?.name === "D15");
    expect(late).toMatchObject({ title: "2028-12-26", daysLate: 10 });
    const above = JSON.stringify((await world.street("GET", "/api/areas/500100001/today")).body);
    expect(above).toContain("居委会任期届满");
  });

  test("S3.1 S3.9 the Party elects by all its members, or by delegates above 300 of them and with an approval", async () => {
    world = await openCampaign();
    const id = await planned(world, { kind: "party", title: "党支部换届", seats: 5, partyBody: "branch" });
    expect((await check(world.clerk, "campaigns")).gaps.map(({ why }) => why.zh)).toEqual(["没有居委会换届"]);
    await stepped(world.street, id, "form", list);
    await mobilised(world, "2026-11-02");
    const values = { seats: 9, outgoingReport: "三年工作报告" };
    expect(told(await step(world.clerk, id, "publicise", values))).toEqual([422, "seats body-too-large"]);
    await stepped(world.clerk, id, "publicise", { ...values, seats: 5 });
    // It has no list of voters.
    expect(told(await step(world.clerk, id, "register", { voters: 2400 }))[0]).toBe(404);
    const fix = (members: number, delegates: number, more: object = {}) =>
      step(world.clerk, id, "fixElectors", { members, delegates, ...more }).then(told);
    expect(await fix(300, 100)).toEqual([422, "delegates delegates-not-allowed"]);
    expect(await fix(301, 99)).toEqual([422, "delegates delegates-too-few"]);
    expect(await fix(301, 100)).toEqual([422, "delegatesNo approval-needed"]);
    expect(await fix(301, 100, { delegatesNo: "区委组〔2026〕3 号" })).toEqual([200]);
    await planned(world);
    expect(await check(world.clerk, "campaigns")).toMatchObject({ total: 1, covered: 1 });
  });

  test("S3.23 the street postpones with an approval, and fixes a new day on which it begins anew", async () => {
    world = await openCampaign();
    const id = await planned(world);
    await stepped(world.street, id, "form", list);
    const approval = { postponeNo: "区委组〔2026〕5 号" };
    expect(told(await step(world.director, id, "postpone", approval, "条件不成熟"))).toEqual([403]);
    expect(told(await step(world.street, id, "postpone", {}, "条件不成熟"))).toEqual([422, "postponeNo required"]);
    expect(told(await step(world.street, id, "postpone", approval))).toEqual([422, "reason required"]);
    await stepped(world.street, id, "postpone", approval, "条件不成熟");
    expect(told(await step(world.clerk, id, "publicise", {}))).toEqual([409, "state not-in-state"]);
    const again = { from: "2027-03-01", day: "2027-04-25", until: "2027-03-30" };
    expect(told(await step(world.street, id, "resume", again))).toEqual([422, "until before-election-day"]);
    expect(await stepped(world.street, id, "resume", { ...again, until: "2027-04-30" })).toMatchObject({
      state: "planned",
      due: "2027-03-30",
    });
  });

  test("S3.5 while it is under way nothing of it is typed, pasted or deleted, nor its kind changed", async () => {
    const id = await planned(world, { campaign: "第二批" });
    await stepped(world.street, id, "form", list);
    const { version } = (await world.clerk("GET", `/registers/elections/records/${id}`)).body;
    const patch = (values: object) =>
      world
        .clerk("PATCH", `/registers/elections/records/${id}`, { values }, { "if-match": String(version) })
        .then(told);
    expect(await patch({ day: "2027-01-10", until: "2027-01-11" })).toEqual([
      422,
      "due locked",
      "day locked",
      "until locked",
    ]);
    expect(await patch({ kind: "party" })).toEqual([422, "kind under-way"]);
    expect(await patch({ state: "reported" })).toEqual([422, "state by-action-only"]);
    const gone = await world.clerk("DELETE", `/registers/elections/records/${id}`, undefined, {
      "if-match": String(version),
    });
    expect(gone.status).toBe(409);
  });

  test("S3.18 too few came: the election is invalid, the street fixes another day, and another meeting holds it", async () => {
    world = await openCampaign();
    const meeting = await meetingOn(world, "2026-12-26");
    await stand(world, meeting, NAMES);
    const id = await electionUntil(world, meeting, "sendUp");
    // Sent back, it is nominated anew.
    await stepped(world.street, id, "return", {}, "候选人年龄结构");
    await stepped(world.clerk, id, "nominate", { meeting });
    await stepped(world.clerk, id, "display");
    await stepped(world.clerk, id, "sendUp", { sentUpNo: "2" });
    await stepped(world.street, id, "approve", { approvalNo: "9" });
    await shown(world, id, "formal-candidates");
    await stepped(world.clerk, id, "publishFormal");
    const ready = { ballots: 60, boxes: 2, hall: "会场" };
    await stepped(world.clerk, id, "prepare", { ...ready, meeting });
    await on(world, "2026-12-26");
    const act = (name: string, body: object = {}) => world.clerk("POST", `/meetings/${meeting}/${name}`, body);
    await act("call");
    expect(told(await act("open"))).toEqual([409, "present quorum-not-met"]);
    expect((await act("fail", { reason: "到会不足半数" })).status).toBe(200);
    const state = async () => (await world.clerk("GET", `/registers/elections/records/${id}`)).body.values.state;
    expect(await state()).toBe("invalid");
    const other = await meetingOn(world, "2026-12-31");
    expect(told(await step(world.clerk, id, "prepare", { ...ready, meeting: other }))).toEqual([
      422,
      "meeting meeting-on-other-day",
    ]);
    expect(told(await step(world.clerk, id, "redate", { day: "2026-12-31" }, "改期"))).toEqual([403]);
    await stepped(world.street, id, "redate", { day: "2026-12-31" }, "到会不足");
    expect(told(await step(world.clerk, id, "publishFormal", { meeting: other }))).toEqual([
      409,
      "candidates candidates-too-few",
    ]);
    await stand(world, other, NAMES);
    // The list that hangs names the day on which nobody was elected.
    await shown(world, id, "formal-candidates");
    expect((await stepped(world.clerk, id, "publishFormal", { meeting: other })).state).toBe("formal");
    await stepped(world.clerk, id, "prepare", { ...ready, meeting: other });
    await on(world, "2026-12-31");
    await elected(world, other);
    expect(await state()).toBe("voted");
    // What a new committee sets in order is named until it is there.
    const set = await check(world.clerk, "after-election");
    expect([set.total, set.covered]).toEqual([7, 0]);
    expect(gaps(set)).toContain("任期目标: 2026-12-31 换届后没有");
    const rules = { title: "财务制度", kind: "rule", body: "……" };
    const document = await addOne(world.clerk, "documents", rules);
    await moved(world.director, "documents", document, "issue", { validFrom: "2026-12-31" });
    expect(gaps(await check(world.clerk, "after-election"))).toHaveLength(6);
  });

  test("S3.19 offices voted on one by one: two results announced at the same moment still fill the last seat", async () => {
    world = await openCampaign();
    const meeting = await meetingOn(world, "2026-12-26");
    await stand(world, meeting, NAMES);
    await stand(world, meeting, ["李一", "李二"], "director");
    const id = await electionUntil(world, meeting, "prepare");
    await on(world, "2026-12-26");
    const votes = await Promise.all([
      prepared(world.clerk, meeting, { rule: "V2", seats: 1, office: "director" }),
      prepared(world.clerk, meeting, { rule: "V2", seats: 4, office: "member" }),
    ]);
    await assembled(world, meeting);
    for (const vote of votes) await counted(world, vote);
    const announced = await Promise.all(votes.map((vote) => act(world.director, vote.id, "announce")));
    expect(announced.map(({ status }) => status)).toEqual([200, 200]);
    const { values } = (await world.clerk("GET", `/registers/elections/records/${id}`)).body;
    expect([values.state, values.elected]).toEqual(["voted", 5]);
  });

  test("S3.1 S3.17 S3.21 the Party's election goes its own way: by its members' vote, with the secretary's appointment filed", async () => {
    world = await openCampaign();
    const members = NAMES.concat(Array.from({ length: 34 }, (_, index) => `党员${index}`));
    const meeting = await meetingOn(world, "2026-12-26", { kind: "party", named: members.join("\n") });
    await stand(world, meeting, NAMES, "party-committee", "V1");
    const id = await planned(world, { kind: "party", title: "党支部换届", partyBody: "branch" });
    await stepped(world.street, id, "form", list);
    await mobilised(world, "2026-11-02");
    await stepped(world.clerk, id, "publicise", { seats: 5, partyBody: "branch", outgoingReport: "三年工作报告" });
    await stepped(world.clerk, id, "fixElectors", { members: 40 });
    await stepped(world.clerk, id, "nominate", { meeting });
    await stepped(world.clerk, id, "display");
    await stepped(world.clerk, id, "sendUp", { sentUpNo: "1" });
    await stepped(world.street, id, "approve", { approvalNo: "9" });
    await stepped(world.clerk, id, "prepare", { meeting, ballots: 40, boxes: 1, hall: "会议室" });
    await on(world, "2026-12-26");
    const vote = await prepared(world.clerk, meeting, { rule: "V1", seats: 5 });
    await assembled(world, meeting, 33);
    await counted(world, vote, 33);
    expect((await act(world.director, vote.id, "announce")).status).toBe(200);
    await stepped(world.clerk, id, "announce", { countSheet: "计票单" });
    await grant(world.street, "secretary", "张一", { from: "2026-12-26" });
    const certificates = NAMES.slice(0, 5).map((name, index) => ({ name, certNo: `街任${index + 1}` }));
    const filing = { filingNo: "区委组备 1", filedOn: "2026-12-26", certificates };
    expect((await stepped(world.street, id, "certify", filing)).state).toBe("certified");
    const { records } = (await world.director("GET", "/registers/posts/records")).body;
    expect(records.map(({ values }) => [values.post, values.person, values.certNo])).toEqual([
      ["secretary", "张一", "街任1"],
    ]);
    expect(told(await step(world.clerk, id, "handOver"))).toEqual([422, "handoverNote required"]);
    expect((await stepped(world.clerk, id, "handOver", { handoverNote: "党务档案、印章" })).state).toBe("handedOver");
    // Nothing of it ends the committee's own term.
    expect(await open(world.director, "D15")).toEqual([]);
  });

  test("whatever is sent along with a step is refused by its columns, and never breaks", async () => {
    world = await openCampaign();
    const meeting = await meetingOn(world, "2026-12-26");
    await stand(world, meeting, NAMES);
    const id = await electionUntil(world, meeting, "prepare");
    await on(world, "2026-12-26");
    await elected(world, meeting);
    await stepped(world.clerk, id, "announce", { countSheet: "1" });
    const odd: readonly unknown[] = [
      null,
      7,
      -1,
      "",
      "x".repeat(5000),
      true,
      [],
      {},
      [{}],
      [null],
      [[]],
      "2026-02-30",
      "\u0000",
    ];
    const answers: string[] = [];
    for (const value of odd) {
      for (const column of ["certificates", "filingNo", "filedOn", "stepOn", "state", "leading"]) {
        const given = { certificates: [], filingNo: "1", filedOn: "2026-12-26", [column]: value };
        const { status, body } = await step(world.street, id, "certify", given);
        if (status !== 422)
          answers.push(`${column} ${JSON.stringify(value).slice(0, 20)} ${status} ${JSON.stringify(body)}`);
      }
    }
    expect(answers).toEqual([]);
    const early = await planned(world, {
      campaign: "另一批",
      from: "2026-12-26",
      day: "2027-02-01",
      until: "2027-02-10",
    });
    await stepped(world.street, early, "form", list);
    for (const value of odd) {
      for (const column of ["seats", "outgoingReport", "partyBody", "stepOn"]) {
        const given = { seats: 5, outgoingReport: "报告", [column]: value };
        const { status } = await step(world.clerk, early, "publicise", given);
        if (![409, 422].includes(status)) answers.push(`${column} ${JSON.stringify(value).slice(0, 20)} ${status}`);
      }
    }
    expect(answers).toEqual([]);
  });
});
