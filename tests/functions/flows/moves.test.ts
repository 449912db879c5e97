import { beforeAll, describe, expect, test } from "vitest";
import { passDue } from "../../../functions/flows/pass.ts";
import { type AnswerBody, type Caller, openTestApi, type TestApi } from "../../support/api.ts";

type Step = { move: string; from: string; to: string; by: string; at: string; late?: true };

let linli: TestApi;
let clerk: Caller;
let director: Caller;

beforeAll(async () => {
  linli = await openTestApi();
  clerk = await linli.as(["clerk"], { name: "王文书" });
  director = await linli.as(["director"], { name: "李主任" });
});

const cases = "/registers/cases/records";
const opinion = (more: Record<string, unknown> = {}) => ({
  values: { type: "opinion", cause: "三单元路灯不亮", ...more },
});

async function received(more: Record<string, unknown> = {}): Promise<string> {
  const made = await clerk("POST", cases, opinion(more));
  expect(made.status).toBe(201);
  return made.body.id;
}

function move(who: Caller, id: string, name: string, body: unknown = {}, headers: Record<string, string> = {}) {
  return who("POST", `${cases}/${id}/moves/${name}`, body, headers);
}

async function answered(): Promise<string> {
  const id = await received();
  await move(clerk, id, "classify", { values: { addressee: ["utility"] } });
  const done = await move(clerk, id, "answer", { values: { answer: "已报修，三天内修好。" } });
  expect(done.status).toBe(200);
  return id;
}

const stepsOf = (body: AnswerBody) => (body as unknown as { steps: Step[] }).steps;

describe("a case moves by its moves", () => {
  test("S6.8 S8.7 an opinion is received, classified, sent on and answered, each step with who and when", async () => {
    const id = await received();
    const fresh = await clerk("GET", `${cases}/${id}`);
    expect(fresh.body.values).toMatchObject({
      state: "received",
      channel: "desk",
      received: "2026-06-01",
      due: "2026-06-03",
    });
    const classified = await move(clerk, id, "classify", { values: { addressee: ["utility"] } });
    expect(classified.body.values).toMatchObject({ state: "classified", due: "2026-06-16" });
    const sent = await move(clerk, id, "send", { values: { sentTo: "供电公司" } });
    expect(sent.body.values).toMatchObject({ state: "sent", sent: "2026-06-01" });
    const done = await move(director, id, "answer", { values: { answer: "已修好" } });
    expect(done.body.values).toMatchObject({ state: "answered", answered: "2026-06-01", due: "2026-06-08" });
    expect(stepsOf(done.body).map(({ move, to, by }) => [move, to, by])).toEqual([
      ["create", "received", "王文书"],
      ["classify", "classified", "王文书"],
      ["send", "sent", "王文书"],
      ["answer", "answered", "李主任"],
    ]);
    const history = (await clerk("GET", `${cases}/${id}/history`)).body;
    expect(history[0]).toMatchObject({ action: "move", move: "answer", changes: { state: ["sent", "answered"] } });
  });

  test("evidence that is missing, a column the step does not take and a missing reason are named", async () => {
    const id = await received();
    const bare = await move(clerk, id, "classify");
    expect([bare.status, bare.body.fields]).toMatchObject([422, [{ path: "addressee", code: "required" }]]);
    const strange = await move(clerk, id, "classify", {
      values: { addressee: ["town"], answer: "好", state: "closed" },
    });
    expect(strange.body.fields.map(({ path, code }) => [path, code])).toEqual([
      ["answer", "not-taken"],
      ["state", "not-taken"],
    ]);
    const silent = await move(director, id, "cancel");
    expect(silent.body.fields).toMatchObject([{ path: "reason", code: "required" }]);
    const long = await move(director, id, "cancel", { reason: "长".repeat(501) });
    expect(long.body.fields).toMatchObject([{ path: "reason", code: "too-long" }]);
    expect((await clerk("GET", `${cases}/${id}`)).body).toMatchObject({ version: 1, values: { state: "received" } });
  });

  test("a step that has passed is refused with where the case now stands", async () => {
    const id = await answered();
    const again = await move(clerk, id, "answer", { values: { answer: "又一个答复" } });
    expect(again.status).toBe(409);
    expect(again.body.fields).toMatchObject([{ path: "state", code: "not-in-state" }]);
    expect(again.body.current).toMatchObject({ values: { state: "answered", answer: "已报修，三天内修好。" } });
    const nowhere = await move(clerk, id, "fly");
    expect(nowhere.status).toBe(404);
    const unknown = await move(clerk, "nobody", "answer");
    expect(unknown.status).toBe(404);
  });

  test("a clerk cannot take the director's step, nor anybody the resident's or the clock's", async () => {
    const id = await received();
    expect((await move(clerk, id, "cancel", { reason: "重复" })).status).toBe(403);
    const given = await answered();
    expect((await move(director, given, "rate", { values: { satisfied: "5" } })).status).toBe(403);
    expect((await move(director, given, "neutral")).status).toBe(403);
    const cashier = await linli.as(["cashier"]);
    expect((await move(cashier, id, "classify", { values: { addressee: ["town"] } })).status).toBe(403);
  });

  test("two clerks who take the same step at once: one does, the other is told", async () => {
    const other = await linli.as(["clerk"], { name: "张文书" });
    const id = await received();
    await move(clerk, id, "classify", { values: { addressee: ["property"] } });
    const both = await Promise.all([
      move(clerk, id, "answer", { values: { answer: "甲" } }),
      move(other, id, "answer", { values: { answer: "乙" } }),
    ]);
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
    const won = both.find(({ status }) => status === 200)?.body.values.answer;
    const lost = both.find(({ status }) => status === 409);
    expect(lost?.body.current.values).toMatchObject({ state: "answered", answer: won });
    expect(stepsOf((await clerk("GET", `${cases}/${id}`)).body)).toHaveLength(3);
  });

  test("a step sent twice with one key is taken once and answered alike, also after the case went on", async () => {
    const id = await received();
    const key = { "idempotency-key": "classify-once" };
    const body = { values: { addressee: ["committee"] } };
    const first = await move(clerk, id, "classify", body, key);
    await move(clerk, id, "answer", { values: { answer: "好" } });
    const again = await move(clerk, id, "classify", body, key);
    expect([again.status, again.body]).toEqual([200, first.body]);
    const other = await move(clerk, id, "classify", { values: { addressee: ["town"] } }, key);
    expect([other.status, other.body.code]).toEqual([422, "key-reused"]);
  });

  test("a step on a version that somebody has changed since is refused with the record", async () => {
    const id = await received();
    await clerk("PATCH", `${cases}/${id}`, { values: { place: "3 单元" } }, { "if-match": "1" });
    const stale = await move(clerk, id, "classify", { values: { addressee: ["town"] } }, { "if-match": "1" });
    expect([stale.status, stale.body.current.version]).toEqual([412, 2]);
  });
});

describe("the state never changes by any other way", () => {
  const patch = (id: string, values: object, version: number) =>
    clerk("PATCH", `${cases}/${id}`, { values }, { "if-match": String(version) });

  test("typed or pasted, alone or among other columns, into a new row or an old one: refused, and nothing of it is written", async () => {
    const id = await received();
    const typed = await patch(id, { state: "closed", place: "1 单元" }, 1);
    expect(typed.body.fields).toMatchObject([{ path: "state", code: "by-action-only" }]);
    for (const column of ["due", "answer", "satisfied", "closed"]) {
      expect((await patch(id, { [column]: "2026-06-01" }, 1)).status).toBe(422);
    }
    const rows = await clerk("POST", "/registers/cases/patches", {
      patches: [
        { values: { ...opinion().values, state: "closed" } },
        { id, version: 1, values: { state: "answered" } },
      ],
    });
    expect(rows.body.map((row) => row.code)).toEqual(["invalid-fields", "invalid-fields"]);
    expect((await clerk("GET", `${cases}/${id}`)).body).toMatchObject({ version: 1, values: { state: "received" } });
  });

  test("a closed case is locked: no column changes and nobody deletes it", async () => {
    const id = await received();
    await move(director, id, "cancel", { reason: "重复登记" });
    const edited = await patch(id, { cause: "改动" }, 2);
    expect(edited.body.fields).toMatchObject([{ path: "cause", code: "locked" }]);
    const deleted = await clerk("DELETE", `${cases}/${id}`, undefined, { "if-match": "2" });
    expect([deleted.status, deleted.body.fields]).toMatchObject([409, [{ code: "locked" }]]);
    expect((await clerk("GET", `${cases}/${id}`)).body).toMatchObject({ version: 2, values: { state: "cancelled" } });
  });

  test("the type of a case may change before anybody has taken a step, and not after", async () => {
    const id = await received();
    const changed = await patch(id, { type: "mediation" }, 1);
    expect([changed.status, changed.body.values.state]).toEqual([200, "received"]);
    const people = [{ name: "张三" }, { name: "李四" }];
    expect((await move(clerk, id, "accept", { values: { parties: people } })).status).toBe(200);
    const late = await patch(id, { type: "opinion" }, 3);
    expect(late.body.fields).toMatchObject([{ path: "type", code: "under-way" }]);
  });
});

describe("mediation", () => {
  test("S5.1 S8.9 a dispute is accepted with both sides, talked about, agreed, looked at a month later and closed", async () => {
    const made = await clerk("POST", cases, {
      values: { type: "mediation", cause: "门口通道堆放垃圾", place: "2 号楼 301" },
    });
    const { id } = made.body;
    const alone = await move(clerk, id, "accept", { values: { parties: [{ name: "张三", role: "complainant" }] } });
    expect(alone.body.fields).toMatchObject([{ path: "parties", code: "too-few-rows" }]);
    const parties = [
      { name: "张三", role: "complainant" },
      { name: "李四", role: "respondent" },
    ];
    const accepted = await move(clerk, id, "accept", { values: { parties } });
    expect(accepted.body.values).toMatchObject({ state: "accepted", accepted: "2026-06-01", due: "2026-07-01" });
    for (const said of ["双方各执一词", "同意清理"]) {
      const talked = await move(clerk, id, "talk", { values: { said } });
      // However often they talk, the month runs from acceptance.
      expect(talked.body.values).toMatchObject({ state: "talked", said, due: "2026-07-01" });
    }
    const bare = await move(clerk, id, "agree", { values: { advice: "邻居敲门提醒" } });
    expect(bare.body.fields).toMatchObject([{ path: "agreement", code: "required" }]);
    const agreed = await move(clerk, id, "agree", { values: { advice: "当天带下楼", agreement: "oral" } });
    expect(agreed.body.values).toMatchObject({ state: "agreed", outcome: "agreed", due: "2026-07-01" });
    await move(clerk, id, "check", { values: { visit: "通道已清" } });
    const closed = await move(clerk, id, "close");
    expect(closed.body.values).toMatchObject({ state: "closed", closed: "2026-06-01", outcome: "agreed" });
    expect(closed.body.values.due).toBeUndefined();
  });
});

describe("what happens by itself", () => {
  test("S8.7 an answer that nobody rates within a week is closed as neutral, once; a rated one is not", async () => {
    const id = await answered();
    linli.clock.now = Date.parse("2026-06-08T23:00:00+08:00");
    await passDue(linli.deps);
    const someone = await linli.as(["clerk"]);
    expect((await someone("GET", `${cases}/${id}`)).body.values.state).toBe("answered");
    linli.clock.now = Date.parse("2026-06-09T00:05:00+08:00");
    await Promise.all([passDue(linli.deps), passDue(linli.deps)]);
    const { body } = await someone("GET", `${cases}/${id}`);
    expect(body).toMatchObject({ version: 4, values: { state: "closed", satisfied: "3", closed: "2026-06-09" } });
    expect(stepsOf(body).at(-1)).toMatchObject({ move: "neutral", by: "到期自动" });
  });
});
