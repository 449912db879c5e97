import { beforeAll, describe, expect, test } from "vitest";
import { createBoard } from "../../../functions/board/app.tsx";
import { passDue } from "../../../functions/flows/pass.ts";
import { type Caller, COMMUNITY } from "../../support/api.ts";
import {
  act,
  arrive,
  count,
  done,
  figures,
  type Hall,
  planned,
  prepared,
  representatives,
  type VoteBody,
} from "../votes/hall.ts";
import { add, addOne, at, type Desk, grant, move, moved, open, openDesk, problems, refused } from "./desk.ts";

/** Open affairs: what a committee makes public, step by step. */
let desk: Desk;
let council: Caller;

async function turnTo(day: string): Promise<void> {
  await at(desk, day);
  council = await desk.as(["council"], { name: "吴议事" });
}

beforeAll(async () => {
  desk = await openDesk();
  // The committee is at work since March.
  await at(desk, "2026-03-20");
  await grant(desk.director, "representative", "郑代表");
  await turnTo("2026-06-22");
});

const LIST = "open-affairs";
const COLLECTED = {
  responsible: "王文书",
  items: "低保、绿化、车棚",
  opinions: "居民希望公布车棚收费",
  explainedBy: "孙保管",
  explanation: "车棚收费每月十元",
};
const COMPILED = { text: "车棚每月收费十元。\n绿化已完成。", evidence: "收费登记簿", checkedBy: "王文书" };
const MINUTES = { minutes: "六月二十二日居委会会议审定" };

const item = (values: object = {}) => addOne(desk.clerk, LIST, { class: "targets", period: "2026-Q2", ...values });
const held = async (id: string, list = LIST) =>
  (await desk.clerk("GET", `/registers/${list}/records/${id}`)).body.values;
const page = async (no: unknown) => (await createBoard(desk.deps).request(`/c/${COMMUNITY}/${no}`)).text();

async function approved(values: object = {}): Promise<string> {
  const id = await item(values);
  await moved(desk.clerk, LIST, id, "collect", COLLECTED);
  await moved(desk.clerk, LIST, id, "compile", COMPILED);
  await moved(desk.director, LIST, id, "fix", MINUTES);
  await moved(council, LIST, id, "approve");
  return id;
}

async function posted(values: object = {}): Promise<string> {
  const id = await approved(values);
  await moved(desk.clerk, LIST, id, "post");
  return id;
}

async function hungUp(id: string): Promise<void> {
  const { publication } = await held(id);
  const postings = [{ place: "wall", on: "2026-06-22", by: "王文书", note: "照片 1" }];
  const body = { values: { postings } };
  const { status } = await desk.clerk("POST", `/publications/${publication}/note`, body);
  if (status !== 200) throw new Error(`Not noted: ${status}`);
}

describe("S8.14 the six steps of open affairs", () => {
  test("S8.14 no step is skipped, taken by another than whose it is, or taken without its evidence", async () => {
    const id = await item();
    for (const [who, step] of [
      [desk.clerk, "compile"],
      [desk.director, "fix"],
      [council, "approve"],
      [desk.clerk, "post"],
      [desk.clerk, "archive"],
    ] as const) {
      expect(problems(await move(who, LIST, id, step))).toEqual(["state not-in-state"]);
    }
    expect(problems(await move(desk.clerk, LIST, id, "collect"))).toEqual(
      Object.keys(COLLECTED).map((path) => `${path} required`),
    );
    expect(await moved(desk.clerk, LIST, id, "collect", COLLECTED)).toMatchObject({ due: "2026-06-29" });
    expect(problems(await move(desk.clerk, LIST, id, "compile"))).toEqual(
      Object.keys(COMPILED).map((path) => `${path} required`),
    );
    // The director compiles this one, and so is not the one who fixes it.
    await moved(desk.director, LIST, id, "compile", COMPILED);
    expect(problems(await move(desk.director, LIST, id, "fix", MINUTES))).toEqual(["state second-person"]);
    expect((await move(desk.clerk, LIST, id, "fix", MINUTES)).status).toBe(403);
    const deputy = await desk.as(["deputy"], { name: "陈副" });
    expect(problems(await move(deputy, LIST, id, "fix"))).toEqual(["minutes required"]);
    expect(await moved(deputy, LIST, id, "fix", MINUTES)).toMatchObject({ state: "fixed", fixedBy: "陈副" });
    expect((await move(desk.director, LIST, id, "approve")).status).toBe(403);
    for (const step of ["ask", "expire"]) expect((await move(desk.director, LIST, id, step)).status).toBe(409);
    const { version } = (await desk.clerk("GET", `/registers/${LIST}/records/${id}`)).body;
    const typed = { values: { text: "别的内容" } };
    const edit = await desk.clerk("PATCH", `/registers/${LIST}/records/${id}`, typed, { "if-match": `"${version}"` });
    expect(problems(edit)).toEqual(["text locked"]);
    expect(await moved(council, LIST, id, "approve")).toMatchObject({ approvedBy: "议事监督机构：吴议事" });
  });

  test("S8.14 S7.5 is public the moment it is posted, as it was approved, with who answers for it", async () => {
    const id = await approved({ class: "birth", period: "2026-Q1" });
    const { publication: none } = await held(id);
    expect(none).toBeUndefined();
    await moved(desk.clerk, LIST, id, "post");
    const { publication, postedBy, title } = await held(id);
    expect([title, postedBy]).toEqual(["2026年第1季度生育服务公开", "王文书"]);
    const shown = await held(String(publication), "publications");
    expect(shown).toMatchObject({ state: "posted", kind: "affairs", affairs: "birth", source: `open-affairs#${id}` });
    const html = await page(shown.no);
    for (const part of ["车棚每月收费十元。", "生育服务", "2026年第1季度", "议事监督机构：吴议事", "王文书"]) {
      expect(html).toContain(part);
    }
    // What was collected stays inside.
    expect(html).not.toContain("居民希望公布车棚收费");
    const board = await (await createBoard(desk.deps).request(`/c/${COMMUNITY}`)).text();
    expect(board).toContain("2026年第1季度生育服务公开");
    const check = (await desk.clerk("GET", "/publications/chain")).body as unknown as { holds: boolean };
    expect(check.holds).toBe(true);
  });

  test("S8.14 the representatives' meeting may approve instead, by a proposal that they themselves adopted", async () => {
    const id = await item({ class: "decided" });
    await moved(desk.clerk, LIST, id, "collect", COLLECTED);
    await moved(desk.clerk, LIST, id, "compile", COMPILED);
    await moved(desk.director, LIST, id, "fix", MINUTES);
    const draft = { title: "公开事项", class: "other", text: "公开车棚收费" };
    const proposal = await addOne(desk.clerk, "proposals", draft);
    await moved(desk.secretary, "proposals", proposal, "pass", { partyMinutes: "同意" });
    // The committee alone decided it, which is no approval by the representatives.
    await moved(desk.director, "proposals", proposal, "decide");
    expect(problems(await move(desk.director, LIST, id, "adopt", { proposal }))).toEqual(["proposal not-adopted"]);
    expect(problems(await move(desk.director, LIST, id, "adopt"))).toEqual(["proposal required"]);
    const hall: Hall = { ...desk, second: desk.other, council };
    await representatives(hall, 6, 1);
    const meeting = await planned(hall, { at: "2026-06-22T09:00" });
    await done(desk.clerk("POST", `/meetings/${meeting}/call`, {}));
    await arrive(hall, meeting, 6);
    await done(desk.clerk("POST", `/meetings/${meeting}/open`, {}));
    await moved(desk.director, "proposals", proposal, "askResidents", { meeting });
    const vote = await prepared(desk.clerk, meeting, { rule: "V5", proposal });
    const opened = await done<VoteBody>(act(desk.clerk, vote.id, "open"));
    await done(count(desk.clerk, vote.id, { tallies: figures(opened, [5], 6).tallies }));
    await done(act(desk.clerk, vote.id, "announce"));
    expect(await moved(desk.director, LIST, id, "adopt", { proposal })).toMatchObject({ approvedBy: "居民代表会议" });
  });

  test("S8.14 a question opens it again; it is answered, and archived once it is noted where it hung", async () => {
    const id = await posted({ title: "低保" });
    const early = await item({ title: "尚未公布" });
    const question = { type: "opinion", cause: "车棚收费依据是什么？" };
    const asked = await addOne(desk.clerk, "cases", question);
    const classify = (affairs: string) =>
      move(desk.clerk, "cases", asked, "classify", { addressee: ["town"], affairs });
    expect(problems(await classify(early))).toEqual(["affairs affairs-not-posted"]);
    expect((await classify(id)).status).toBe(200);
    expect(await held(id)).toMatchObject({ state: "questioned" });
    expect(problems(await move(desk.clerk, LIST, id, "answer", { answer: "见登记簿" }))).toEqual([
      "state questions-open",
    ]);
    // Nor does it go unanswered because the question is deleted.
    const { version } = (await desk.clerk("GET", `/registers/cases/records/${asked}`)).body;
    const gone = await desk.clerk("DELETE", `/registers/cases/records/${asked}`, undefined, {
      "if-match": `${version}`,
    });
    expect(gone.status).toBe(409);
    // A second question finds it questioned already.
    const second = await addOne(desk.clerk, "cases", { ...question, cause: "绿化花了多少？" });
    await moved(desk.clerk, "cases", second, "classify", { addressee: ["town"], affairs: id });
    for (const one of [asked, second]) await moved(desk.clerk, "cases", one, "answer", { answer: "已答复" });
    expect((await move(desk.clerk, LIST, id, "archive")).status).toBe(409);
    await moved(desk.clerk, LIST, id, "answer", { answer: "收费依据见登记簿第三页" });
    expect(problems(await move(desk.clerk, LIST, id, "archive"))).toEqual(["publication posting-not-noted"]);
    await hungUp(id);
    expect(await moved(desk.clerk, LIST, id, "archive")).toMatchObject({ state: "archived", archivedOn: "2026-06-22" });
    const late = await addOne(desk.clerk, "cases", question);
    expect(problems(await move(desk.clerk, "cases", late, "classify", { addressee: ["town"], affairs: id }))).toEqual([
      "affairs affairs-not-posted",
    ]);
  });

  test("S8.14 what was wrong is corrected in its place: the board says which version stands", async () => {
    const id = await posted({ title: "车棚收费" });
    const before = await held(String((await held(id)).publication), "publications");
    const asked = await addOne(desk.clerk, "cases", { type: "opinion", cause: "收费写错了" });
    await moved(desk.clerk, "cases", asked, "classify", { addressee: ["town"], affairs: id });
    await moved(desk.clerk, "cases", asked, "answer", { answer: "确实写错，已更正" });
    const correction = "应为十二元";
    const wrong = move(desk.director, LIST, id, "correct", { text: COMPILED.text, correction });
    expect(problems(await wrong)).toEqual(["text nothing-corrected"]);
    expect((await move(desk.clerk, LIST, id, "correct", { text: "每月十二元。", correction })).status).toBe(403);
    await moved(desk.director, LIST, id, "correct", { text: "车棚每月收费十二元。", correction });
    const after = await held(String((await held(id)).publication), "publications");
    expect(after).toMatchObject({ state: "posted", correction, affairs: "targets" });
    const html = await page(after.no);
    expect(html).toContain("车棚每月收费十二元。");
    expect(html).toContain(correction);
    const gone = await page(before.no);
    expect(gone).not.toContain("车棚每月收费十元");
    expect(gone).toContain(`/${after.no}`);
    const check = (await desk.clerk("GET", "/publications/chain")).body as unknown as { holds: boolean };
    expect(check.holds).toBe(true);
  });

  test("S8.14 of two who post at the same moment one does, and other publications do not get in the way", async () => {
    const ids = await Promise.all([approved({ title: "一" }), approved({ title: "二" })]);
    const [one = "", two = ""] = ids;
    const all = await Promise.all([
      move(desk.clerk, LIST, one, "post"),
      move(desk.other, LIST, one, "post"),
      move(desk.clerk, LIST, two, "post"),
    ]);
    expect(all.map(({ status }) => status).sort()).toEqual([200, 200, 409]);
  });
});

describe("S7.5 five classes, each in its time", () => {
  test("S7.5 finance is made public by the month and along with the reviewed table, all else by the quarter", async () => {
    expect(await refused(desk.clerk, LIST, { class: "finance", period: "2026-Q2" })).toEqual(["period not-a-month"]);
    expect(await refused(desk.clerk, LIST, { class: "funds", period: "2026-06" })).toEqual(["period not-a-quarter"]);
    expect(await refused(desk.clerk, LIST, { class: "quota", period: "2026-Q2" })).toEqual(["class not-in-list"]);
    const id = await approved({ class: "finance", period: "2026-05" });
    expect(problems(await move(desk.clerk, LIST, id, "post"))).toEqual(["period finance-not-posted"]);
  });

  test("S7.5 D06 asks for each class until it is posted for that period; questions are over with their days", async () => {
    const names = ["D06", "D06-finance", "D06-funds", "D06-birth", "D06-decided"];
    const waiting = async () =>
      Object.fromEntries(await Promise.all(names.map(async (name) => [name, await open(desk.director, name)])));
    await add(desk.clerk, LIST, [{ class: "funds", period: "2026-Q2" }]);
    await turnTo("2026-07-05");
    const before = await waiting();
    // What has only been begun is not public; what the representatives never decided on nobody is asked for.
    expect(before).toMatchObject({ "D06-funds": ["2026-Q2"], "D06-decided": [] });
    expect(before.D06).toEqual([]);
    const id = await posted({ class: "funds", period: "2026-Q2", title: "集资" });
    expect((await waiting())["D06-funds"]).toEqual([]);
    await passDue(desk.deps);
    expect((await held(id)).state).toBe("posted");
    // Ten days after the quarter's end is the last of them.
    expect((await held(id)).inTime).toBe(true);
    const late = await approved({ class: "birth", period: "2026-Q1", title: "补公布" });
    expect(await moved(desk.clerk, LIST, late, "post")).toMatchObject({ inTime: false });
    await turnTo("2026-07-16");
    await passDue(desk.deps);
    expect((await held(id)).state).toBe("answered");
  });
});
