import { beforeAll, describe, expect, test } from "vitest";
import { createBoard } from "../../../functions/board/app.tsx";
import { passDue } from "../../../functions/flows/pass.ts";
import type { Caller } from "../../support/api.ts";
import { COMMUNITY } from "../../support/api.ts";
import { drafted, stepped } from "../publications/desk.ts";
import { add, addOne, at, type Desk, edit, grant, move, moved, openDesk, problems, refused, today } from "./desk.ts";

/** Document 8: what the civil-affairs line of a committee does for those it serves. */
let desk: Desk;
let household: string;
let applicant: string;
let child: string;
let visitors: string[];

const APPLICATION = { aidClass: "low-income", persons: 2, reason: "患病，无收入", income: 60_000, consent: true };

beforeAll(async () => {
  desk = await openDesk();
  const group = await addOne(desk.clerk, "groups", { no: 3 });
  const dwelling = await addOne(desk.clerk, "dwellings", { building: "2", room: "201", group });
  household = await addOne(desk.clerk, "households", { no: "H-201", dwelling });
  const home = { household, sex: "2", consistency: "same", live: "here" };
  const [one = "", other = ""] = await add(desk.clerk, "residents", [
    { ...home, name: "欧阳小娟", birth: "1960-02-03", relation: "02", idNo: "500100196002030029" },
    { ...home, name: "欧阳童", birth: "2016-02-03", relation: "40" },
  ]);
  [applicant, child] = [one, other];
  visitors = [await grant(desk.director, "clerk", "王文书"), await grant(desk.director, "low-income", "孙低保")];
});

const visit = (values: object) => addOne(desk.clerk, "visits", { household, kind: "other", ...values });

describe("an application for aid", () => {
  let id: string;

  test("S8.13 is entered with the household's consent to be checked, and visited by two of the staff after it applied", async () => {
    const asked = { ...APPLICATION, household, applicant };
    expect(await refused(desk.clerk, "aid-applications", { ...asked, consent: false })).toEqual([
      "consent without-consent",
    ]);
    id = await addOne(desk.clerk, "aid-applications", asked);
    const visited = async (...visits: string[]) =>
      problems(await move(desk.clerk, "aid-applications", id, "visit", { visits }));
    const early = await visit({ on: "2026-05-20", visitors });
    expect(await visited(early)).toEqual(["visits before-application"]);
    const alone = await visit({ on: "2026-06-01", visitors: visitors.slice(0, 1) });
    expect(await visited(alone)).toEqual(["visits too-few-visitors"]);
    // The same person in another post is no second pair of eyes, nor is the applicant, nor a neighbour who leads a group.
    const twoHats = await grant(desk.director, "health", "王文书");
    const self = await grant(desk.director, "group-leader", "欧阳小娟", { resident: applicant });
    const leader = await grant(desk.director, "group-leader", "唐组长");
    const again = await visit({ on: "2026-06-01", kind: "campaign", visitors: [twoHats, self, leader] });
    expect(await visited(alone, again)).toEqual(["visits too-few-visitors"]);
    expect(await visited("nothing")).toEqual(["visits too-few-visitors"]);
    const next = await addOne(desk.clerk, "households", {
      no: "H-202",
      dwelling: (await desk.clerk("GET", `/registers/households/records/${household}`)).body.values.dwelling,
    });
    const elsewhere = await addOne(desk.clerk, "visits", {
      household: next,
      kind: "other",
      on: "2026-06-01",
      visitors,
    });
    expect(await visited(elsewhere)).toEqual(["visits other-household"]);
    const both = await visit({ on: "2026-06-01", visitors, kind: "five", services: ["allowance"] });
    expect(await moved(desk.clerk, "aid-applications", id, "visit", { visits: [alone, both] })).toMatchObject({
      state: "visited",
      due: "2026-07-01",
    });
  });

  test("S8.13 what the neighbours say and the papers go up before it is displayed; what was sent up stays as it is", async () => {
    expect((await move(desk.clerk, "aid-applications", id, "send", {})).status).toBe(409);
    expect(problems(await move(desk.clerk, "aid-applications", id, "hear"))).toEqual(["neighbours required"]);
    await moved(desk.clerk, "aid-applications", id, "hear", { neighbours: "情况属实" });
    const early = await desk.clerk("POST", "/publications", { kind: "aid", applications: [id] });
    expect(problems(early)).toEqual(["applications aid-not-sent"]);
    const sent = { papers: "申请书、收入证明", sentNo: "桂社报〔2026〕5号" };
    expect(problems(await move(desk.clerk, "aid-applications", id, "send", sent))).toEqual(["amount required"]);
    await moved(desk.clerk, "aid-applications", id, "send", { ...sent, amount: 63_600 });
    expect(problems(await edit(desk.clerk, "aid-applications", id, { persons: 3 }))).toEqual(["persons locked"]);
    expect(problems(await move(desk.clerk, "aid-applications", id, "display"))).toEqual(["state aid-not-displayed"]);
  });

  test("S8.13 the display shows the head with a hidden middle, group, persons, class and amount, and nothing else of them", async () => {
    const typed = await desk.clerk("POST", "/publications", { kind: "aid", applications: [id], title: "欧阳小娟" });
    expect(problems(typed)).toEqual(["title not-taken"]);
    for (const applications of [[], "x", [id, 7], undefined]) {
      expect(problems(await desk.clerk("POST", "/publications", { kind: "aid", applications }))).toEqual([
        "applications required",
      ]);
    }
    // What no list could hold is refused before anything is looked up.
    const many = Array.from({ length: 1000 }, (_, n) => `none${n}`);
    expect(problems(await desk.clerk("POST", "/publications", { kind: "aid", applications: many }))).toEqual([
      "applications too-many-rows",
    ]);
    expect(problems(await desk.clerk("POST", "/publications", { kind: "aid", applications: ["none"] }))).toEqual([
      "applications aid-not-sent",
    ]);
    const draft = await drafted(desk.clerk, { kind: "aid", applications: [id] });
    // What somebody types into the draft becomes public no more than the rest.
    const renamed = await edit(desk.clerk, "publications", draft.id, { title: "欧阳小娟", addressee: "患病" });
    expect(renamed.status).toBe(200);
    await stepped(desk.clerk, draft.id, "submit");
    await stepped(desk.director, draft.id, "approve");
    const { values } = await stepped(desk.clerk, draft.id, "post");
    expect(values).toMatchObject({ from: "2026-06-01", to: "2026-06-07" });
    const html = await pageOf(Number(values.no));
    for (const shown of ["欧**娟", "第3居民小组", "最低生活保障", "636.00"]) expect(html).toContain(shown);
    for (const kept of ["欧阳", "童", "1960", "500100196002030029", "患病", "600.00", "H-201"]) {
      expect(html).not.toContain(kept);
    }
    expect(problems(await move(desk.clerk, "aid-applications", id, "display"))).toEqual(["state aid-not-displayed"]);
    const postings = [{ place: "board", on: "2026-06-01", by: "王文书", note: "照片 1" }];
    await stepped(desk.clerk, draft.id, "note", { values: { postings } });
    await moved(desk.clerk, "aid-applications", id, "display");
  });

  test("S8.13 it is decided when the display is over and every objection answered; the display is gone after its last day", async () => {
    const decision = { decisionNo: "民救〔2026〕77号", fileNo: "DB-2026-01" };
    const grantIt = () => move(desk.clerk, "aid-applications", id, "grant", decision);
    expect(problems(await grantIt())).toEqual(["state aid-still-displayed"]);
    const objection = await addOne(desk.clerk, "cases", { type: "opinion", cause: "家有汽车", application: id });
    await at(desk, "2026-06-08");
    await passDue(desk.deps);
    expect(await pageOf(1)).not.toContain("欧");
    expect(problems(await grantIt())).toEqual(["state aid-objection-open"]);
    await moved(desk.clerk, "cases", objection, "classify", { addressee: ["committee"] });
    await moved(desk.clerk, "cases", objection, "answer", { answer: "车已于去年出售" });
    expect((await grantIt()).body.values).toMatchObject({ state: "granted", due: "2027-06-08" });
    const { records } = (await desk.clerk("GET", "/registers/service-targets/records")).body;
    expect(records.map((target) => target.values)).toMatchObject([
      { resident: applicant, kind: "low-income", from: "2026-06-08" },
    ]);
  });

  test("S8.13 a year later the review is due; where the aid ends, so does the service target", async () => {
    await at(desk, "2027-06-09");
    const waiting = (await today(desk.director)).find(({ register }) => register === "aid-applications");
    expect(waiting).toMatchObject({ due: "2027-06-08", daysLate: 1 });
    const finding = { finding: "仍无收入", amount: 70_000 };
    expect(await moved(desk.clerk, "aid-applications", id, "review", finding)).toMatchObject({ due: "2028-06-08" });
    expect(problems(await move(desk.clerk, "aid-applications", id, "end"))).toEqual(["reason required"]);
    await moved(desk.clerk, "aid-applications", id, "end", {}, "已就业");
    const { records } = (await desk.clerk("GET", "/registers/service-targets/records")).body;
    expect(records.map((target) => target.values)).toMatchObject([{ kind: "low-income", until: "2027-06-09" }]);
    await at(desk, "2026-06-01");
  });

  test("S8.13 a child is named by no display, and who may not see why people are served sees no reason, class or amount", async () => {
    const asked = await addOne(desk.clerk, "aid-applications", { ...APPLICATION, household, applicant: child });
    const seen = await visit({ on: "2026-06-01", visitors, kind: "care", resident: child });
    await moved(desk.clerk, "aid-applications", asked, "visit", { visits: [seen] });
    await moved(desk.clerk, "aid-applications", asked, "hear", { neighbours: "属实" });
    await moved(desk.clerk, "aid-applications", asked, "send", { papers: "申请书", sentNo: "6号", amount: 100 });
    const draft = await desk.clerk("POST", "/publications", { kind: "aid", applications: [asked] });
    expect(problems(draft)).toEqual(["applications child-not-named"]);
    const accountant = await desk.as(["accountant"]);
    expect((await accountant("GET", "/registers/aid-applications/records")).status).toBe(403);
    const street = await desk.as([], { areas: [{ code: COMMUNITY.slice(0, 9), role: "street" }] });
    expect((await street("GET", "/registers/aid-applications/records")).status).toBe(403);
  });
});

describe("a display that is cut short", () => {
  let seen: string;
  beforeAll(async () => {
    seen = await visit({ on: "2026-06-01", visitors, kind: "care", resident: applicant });
  });
  const sentUp = async () => {
    const id = await addOne(desk.clerk, "aid-applications", { ...APPLICATION, household, applicant });
    await moved(desk.clerk, "aid-applications", id, "visit", { visits: [seen] });
    await moved(desk.clerk, "aid-applications", id, "hear", { neighbours: "属实" });
    await moved(desk.clerk, "aid-applications", id, "send", { papers: "申请书", sentNo: "7号", amount: 100 });
    return id;
  };
  const hung = async (applications: string[]) => {
    const draft = await drafted(desk.clerk, { kind: "aid", applications });
    await stepped(desk.clerk, draft.id, "submit");
    await stepped(desk.director, draft.id, "approve");
    return draft.id;
  };
  const postings = [{ place: "board", on: "2026-06-01", by: "王文书" }];
  const decision = { decisionNo: "民救〔2026〕78号", fileNo: "DB-2026-02" };

  test("S8.13 a display is up for all its days, however late it is posted", async () => {
    const id = await sentUp();
    const short = await drafted(desk.clerk, { kind: "aid", applications: [id], to: "2026-06-03" });
    expect(problems(await desk.clerk("POST", `/publications/${short.id}/submit`))).toEqual(["to shown-too-short"]);
    const late = await hung([id]);
    await at(desk, "2026-06-05");
    expect((await stepped(desk.clerk, late, "post")).values).toMatchObject({ from: "2026-06-05", to: "2026-06-11" });
    await at(desk, "2026-06-01");
  });

  test("S8.13 nothing is decided on a display that was taken down before its last day; another one has to run", async () => {
    const id = await sentUp();
    const first = await hung([id]);
    await stepped(desk.clerk, first, "post");
    await stepped(desk.clerk, first, "note", { values: { postings } });
    await moved(desk.clerk, "aid-applications", id, "display");
    await stepped(desk.director, first, "withdraw", { reason: "金额写错" });
    const granted = () => move(desk.clerk, "aid-applications", id, "grant", decision);
    expect(problems(await granted())).toEqual(["state aid-not-displayed"]);
    const second = await hung([id]);
    await stepped(desk.clerk, second, "post");
    await stepped(desk.clerk, second, "note", { values: { postings: [{ ...postings[0], on: "2026-06-01" }] } });
    await at(desk, "2026-06-08");
    await passDue(desk.deps);
    expect((await granted()).body.values).toMatchObject({ state: "granted" });
    await at(desk, "2026-06-01");
  });

  test("S8.13 who applied, and when, stays as it was when two visited", async () => {
    const id = await addOne(desk.clerk, "aid-applications", { ...APPLICATION, household, applicant });
    await moved(desk.clerk, "aid-applications", id, "visit", { visits: [seen] });
    for (const values of [{ applicant: child }, { applied: "2026-05-01" }, { aidClass: "temporary" }]) {
      const against = problems(await edit(desk.clerk, "aid-applications", id, values));
      expect(against).toContain(`${Object.keys(values)[0]} locked`);
    }
  });
});

async function pageOf(no: number): Promise<string> {
  return (await createBoard(desk.deps).request(`/c/${COMMUNITY}/${no}`)).text();
}

describe("a certificate", () => {
  const ask = (who: Caller, values: object = {}) =>
    addOne(who, "certificates", { resident: applicant, kind: "residence", purpose: "办理公交卡", ...values });

  test("S8.13 is held against the register by a clerk and issued by the director alone, each under the next number of its year", async () => {
    const [first, second, third] = [await ask(desk.clerk), await ask(desk.clerk), await ask(desk.clerk)];
    const found = { matches: true, statement: "兹证明欧阳小娟住我社区。" };
    expect(problems(await move(desk.clerk, "certificates", first, "check", { matches: true }))).toEqual([
      "statement required",
    ]);
    const checked = await moved(desk.clerk, "certificates", first, "check", found);
    expect(checked.registered).toBe(
      "欧阳小娟，女，1960-02-03 出生，户号 H-201，住 2栋 201，与户主关系：户主，居住状态：在住",
    );
    const copy = { copy: "档案柜 2" };
    expect((await move(desk.clerk, "certificates", first, "issue", copy)).status).toBe(403);
    expect(problems(await move(desk.director, "certificates", first, "issue"))).toEqual(["copy required"]);
    await moved(desk.other, "certificates", second, "check", found);
    await moved(desk.director, "certificates", third, "check", found);
    expect(problems(await move(desk.director, "certificates", third, "issue", copy))).toEqual(["state second-person"]);
    const issued = await Promise.all(
      [first, second].map((one) => moved(desk.director, "certificates", one, "issue", copy)),
    );
    expect(issued.map(({ no }) => no).sort()).toEqual(["居证〔2026〕1号", "居证〔2026〕2号"]);
    expect(issued[0]).toMatchObject({ issuedBy: "李主任", issuedOn: "2026-06-01" });
    expect(problems(await edit(desk.clerk, "certificates", first, { purpose: "其他" }))).toEqual(["purpose locked"]);
  });

  test("S8.13 is not issued against the register, and is refused with the reason and where to go instead", async () => {
    const moved_ = await addOne(desk.clerk, "residents", {
      name: "钱迁",
      birth: "1980-01-01",
      household,
      sex: "1",
      relation: "99",
      consistency: "same",
      live: "moved",
    });
    const id = await ask(desk.clerk, { resident: moved_ });
    const found = { matches: true, statement: "兹证明" };
    expect(problems(await move(desk.clerk, "certificates", id, "check", found))).toEqual(["matches register-differs"]);
    await moved(desk.clerk, "certificates", id, "check", { matches: false });
    const issue = await move(desk.director, "certificates", id, "issue", { copy: "柜" });
    expect(problems(issue)).toEqual(["matches register-differs"]);
    const bare = await move(desk.clerk, "certificates", id, "refuse", { ground: "other-office" }, "已迁出");
    expect(problems(bare)).toEqual(["referTo required"]);
    const where = { ground: "other-office", referTo: "清溪派出所户籍窗口" };
    expect(problems(await move(desk.clerk, "certificates", id, "refuse", where))).toEqual(["reason required"]);
    expect(await moved(desk.clerk, "certificates", id, "refuse", where, "已迁出")).toMatchObject({ state: "refused" });
  });
});
