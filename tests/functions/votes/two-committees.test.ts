import { beforeAll, describe, expect, it } from "vitest";
import { type Caller, COMMUNITY } from "../../support/api.ts";
import { openTestSurveys, type TestSurveys } from "../surveys/surveys.ts";
import {
  act,
  add,
  arrive,
  codesOf,
  count,
  done,
  figures,
  type Hall,
  type MeetingBody,
  moved,
  OFFICERS,
  planned,
  prepared,
  representatives,
  type VoteBody,
} from "./hall.ts";

let hall: Hall & TestSurveys;
let street: Caller;
beforeAll(async () => {
  const surveys = await openTestSurveys();
  const { as } = surveys;
  hall = {
    ...surveys,
    director: await as(["director"], { name: "Director" }),
    clerk: await as(["clerk"], { name: "Clerk" }),
    second: await as(["deputy"], { name: "Deputy" }),
    secretary: await as(["secretary"], { name: "Secretary" }),
    council: await as(["council"], { name: "Council" }),
  };
  street = await as([], { name: "Street", areas: [{ code: COMMUNITY.slice(0, 9), role: "street" }] });
  for (const [post, person] of [
    ["secretary", "周书记"],
    ["director", "李主任"],
    ["member", "张委员"],
    ["member", "王委员"],
  ] as const) {
    const by = post === "director" ? street : hall.director;
    await done(by("POST", "/posts/grant", { post, person, from: "2026-01-01" }));
  }
});

const step = (caller: Caller, id: string, move: string, values: object = {}) =>
  caller("POST", `/registers/proposals/records/${id}/moves/${move}`, { values });
const seen = async (id: string) => (await hall.clerk("GET", `/registers/proposals/records/${id}`)).body.values;

async function proposed(values: object = {}): Promise<string> {
  const one = { title: "停车位划线", class: "other", text: "小区内划停车位", ...values };
  const [id = ""] = await add(hall.clerk, "proposals", [one]);
  return id;
}

async function passed(values: object = {}): Promise<string> {
  const id = await proposed(values);
  await done(step(hall.secretary, id, "pass", { partyMinutes: "支委会同意" }));
  return id;
}

const CHAIRED = [{ name: "周书记", role: "head" }];
async function meeting(present = 4, officers: readonly object[] = CHAIRED): Promise<string> {
  const id = await planned(hall, { title: "两委会", kind: "two-committees", officers });
  await done(moved(hall.clerk, id, "call"));
  await arrive(hall, id, present);
  return id;
}

async function decided(where: string, rule: string, proposal: string, favour: number, against: number) {
  const { id } = await prepared(hall.clerk, where, { rule, proposal });
  const open = await done<VoteBody>(act(hall.clerk, id, "open"));
  const choice = String(open.ballot[0]?.id);
  const tallies = { [choice]: { for: favour, against, abstain: Number(open.values.present) - favour - against } };
  await done(count(hall.clerk, id, { tallies }));
  return act(hall.clerk, id, "announce");
}

async function put(proposal: string, present = 4): Promise<string> {
  const where = await meeting(present);
  await done(moved(hall.clerk, where, "open"));
  await done(step(hall.director, proposal, "put", { meeting: where }));
  return where;
}

async function askedOf(proposal: string, answers: readonly string[]): Promise<string> {
  const questions = [{ key: "view", text: "您同意吗？", type: "one", options: "同意/不同意/无所谓" }];
  const { id, code } = await hall.survey({ title: "停车位", proposal, questions });
  for (const view of answers) await hall.answer(code, { view });
  await hall.pump.run();
  await done(hall.clerk("POST", `/forms/${code}/close`));
  return id;
}

describe("S7.3 the meeting of the Party branch and the committee", () => {
  it("S7.3 opens under the secretary in office and under nobody else", async () => {
    const wrong = await meeting(4, [{ name: "李主任", role: "head" }]);
    const refused = await moved(hall.clerk, wrong, "open");
    expect([refused.status, codesOf(refused)]).toEqual([409, ["officers chair-holds-no-post"]]);
    expect(refused.body.fields[0]?.message).toContain("须由书记主持");
    const nobody = await meeting(4, []);
    expect(codesOf(await moved(hall.clerk, nobody, "open"))).toEqual(["officers chair-holds-no-post"]);
    // How many must be there no text says, so that too few are told and not refused.
    const few = await done<MeetingBody>(moved(hall.clerk, await meeting(2), "open"));
    expect(few.warnings).toMatchObject([{ code: "quorum-not-met", level: "warns" }]);
    expect((await moved(hall.clerk, await meeting(3), "open")).status).toBe(200);
  });

  it("S7.3 decides by a majority of those present, and no major matter", async () => {
    const adopted = await passed();
    expect((await decided(await put(adopted), "V6", adopted, 3, 1)).status).toBe(200);
    expect(await seen(adopted)).toMatchObject({ state: "adopted", decidedBy: "V6", votesFor: 3, present: 4 });
    const rejected = await passed();
    await decided(await put(rejected), "V6", rejected, 1, 3);
    expect(await seen(rejected)).toMatchObject({ state: "rejected", votesAgainst: 3 });
    const major = await passed({ class: "budget" });
    const where = await put(major);
    const refused = await hall.clerk("POST", `/meetings/${where}/votes`, { rule: "V6", proposal: major });
    expect([refused.status, codesOf(refused)]).toEqual([422, ["proposal class-of-other-vote"]]);
  });

  it("S7.3 with two against two there is no decision: the street is asked, answers, and the two decide again", async () => {
    const id = await passed();
    await decided(await put(id), "V6", id, 2, 2);
    expect(await seen(id)).toMatchObject({ state: "undecided", due: "2026-06-08" });
    expect((await seen(id)).decidedBy).toBeUndefined();
    expect((await step(hall.director, id, "refer", { disagreement: "一半反对" })).status).toBe(403);
    expect(codesOf(await step(hall.secretary, id, "refer"))).toEqual(["disagreement required"]);
    await done(step(hall.secretary, id, "refer", { disagreement: "支部赞成，居委会两人反对" }));
    type Area = { communities: { code: string; items: { id?: string; waits?: true; title?: string }[] }[] };
    const area = await done<Area>(street("GET", `/api/areas/${COMMUNITY.slice(0, 9)}/today`));
    const items = area.communities.find(({ code }) => code === COMMUNITY)?.items ?? [];
    expect(items.find((item) => item.id === id)).toMatchObject({ title: "停车位划线", waits: true });
    for (const caller of [hall.director, hall.secretary, hall.clerk]) {
      expect((await step(caller, id, "answer", { streetAnswer: "同意" })).status).toBe(403);
    }
    expect(codesOf(await step(street, id, "answer"))).toEqual(["streetAnswer required"]);
    await done(step(street, id, "answer", { streetAnswer: "先征求居民意见，再议" }));
    expect(await seen(id)).toMatchObject({ state: "passed", streetAnswer: "先征求居民意见，再议" });
    await decided(await put(id), "V6", id, 3, 1);
    expect((await seen(id)).state).toBe("adopted");
  });

  it("S7.3 a matter of the share cooperative comes with the date and minutes of its own meeting first", async () => {
    const id = await proposed({ cooperative: true });
    const pass = (values = {}) => step(hall.secretary, id, "pass", { partyMinutes: "同意", ...values });
    const missing = ["cooperativeBody required", "cooperativeMet required", "cooperativeMinutes required"];
    expect(codesOf(await pass())).toEqual(missing);
    const { version } = (await hall.clerk("GET", `/registers/proposals/records/${id}`)).body;
    const values = { cooperativeBody: "board", cooperativeMet: "2026-05-30", cooperativeMinutes: "董事会五人同意" };
    const headers = { "if-match": `"${version}"` };
    expect((await hall.clerk("PATCH", `/registers/proposals/records/${id}`, { values }, headers)).status).toBe(200);
    expect(codesOf(await pass({ passedOn: "2026-05-29" }))).toEqual(["cooperativeMet cooperative-first"]);
    expect((await pass({ passedOn: "2026-05-31" })).status).toBe(200);
  });
});

describe("S7.3 the residents' opinion prevails", () => {
  it("S7.3 a decision that most of those asked are against is not carried out, and is set aside", async () => {
    const id = await passed();
    await decided(await put(id), "V6", id, 4, 0);
    expect(codesOf(await step(hall.director, id, "yield"))).toEqual(["state residents-do-not-oppose"]);
    await askedOf(id, ["不同意", "不同意", "同意", "无所谓"]);
    const refused = await step(hall.clerk, id, "publish");
    expect([refused.status, codesOf(refused)]).toEqual([409, ["state residents-oppose"]]);
    expect(refused.body.fields[0]?.message).toContain("同意 1，不同意 2");
    await done(step(hall.secretary, id, "yield"));
    expect(await seen(id)).toMatchObject({ state: "overruled", residentsFor: 1, residentsAgainst: 2 });
    expect((await step(hall.clerk, id, "publish")).status).toBe(409);
  });

  it("S7.3 what most were against before is decided neither by the two committees nor by the director", async () => {
    const id = await passed();
    await askedOf(id, ["不同意"]);
    expect(codesOf(await step(hall.director, id, "decide"))).toEqual(["state residents-oppose"]);
    const where = await put(id);
    const refused = await hall.clerk("POST", `/meetings/${where}/votes`, { rule: "V6", proposal: id });
    expect([refused.status, codesOf(refused)]).toEqual([409, ["proposal residents-oppose"]]);
    const split = await passed();
    await askedOf(split, ["不同意", "同意"]);
    expect((await step(hall.director, split, "decide")).status).toBe(200);
  });

  it("S7.3 an answer that comes in while the committees vote still prevails", async () => {
    const id = await passed();
    const where = await put(id);
    const vote = await prepared(hall.clerk, where, { rule: "V6", proposal: id });
    const open = await done<VoteBody>(act(hall.clerk, vote.id, "open"));
    await done(count(hall.clerk, vote.id, { tallies: figures(open, [4], 4).tallies }));
    await askedOf(id, ["不同意"]);
    const refused = await act(hall.clerk, vote.id, "announce");
    expect([refused.status, codesOf(refused)]).toEqual([409, ["proposal residents-oppose"]]);
    expect((await seen(id)).state).toBe("put");
  });

  it("S7.3 what the representatives reject is over, and what they adopt the two committees cannot undo", async () => {
    await representatives(hall, 6, 1);
    const assembly = await planned(hall, { title: "代表会议", officers: OFFICERS });
    await done(moved(hall.clerk, assembly, "call"));
    await arrive(hall, assembly, 6);
    await done(moved(hall.clerk, assembly, "open"));
    const [over, upheld] = [await passed(), await passed()];
    for (const id of [over, upheld]) {
      await decided(await put(id), "V6", id, 4, 0);
      await done(step(hall.director, id, "askResidents", { meeting: assembly }));
    }
    await decided(assembly, "V5", over, 2, 4);
    expect(await seen(over)).toMatchObject({ state: "rejected", decidedBy: "V5" });
    expect((await step(hall.clerk, over, "publish")).status).toBe(409);
    await decided(assembly, "V5", upheld, 4, 2);
    await askedOf(upheld, ["不同意"]);
    const again = await meeting();
    await done(moved(hall.clerk, again, "open"));
    await done(step(hall.director, upheld, "askResidents", { meeting: again }));
    const refused = await hall.clerk("POST", `/meetings/${again}/votes`, { rule: "V6", proposal: upheld });
    expect([refused.status, codesOf(refused)]).toEqual([409, ["proposal residents-decided"]]);
  });

  it("a survey on a proposal asks for or against", async () => {
    const questions = [{ key: "q", text: "您几岁？", type: "number" }];
    const values = { title: "问卷", proposal: await passed(), questions };
    expect(codesOf(await hall.clerk("POST", "/registers/surveys/records", { values }))).toEqual([
      "questions no-opinion-question",
    ]);
  });
});
