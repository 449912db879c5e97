import { PutCommand } from "@aws-sdk/lib-dynamodb";
import { describe, expect, test } from "vitest";
import type { Deps } from "../../../functions/http/deps.ts";
import { patchRecord } from "../../../functions/records/write.ts";
import { recordKey } from "../../../functions/store/table.ts";
import { cases } from "../../../shared/registers/case.ts";
import { addDays } from "../../../shared/rules/calendar.ts";
import { COMMUNITY } from "../../support/api.ts";
import { openRetentionWorld, type RetentionWorld, tracesIn } from "./world.ts";

const records = "/registers/sign-ups/records";

/** Ids of the sign-ups that are still there, asked by somebody who signs in now. */
async function kept(linli: RetentionWorld): Promise<string[]> {
  const clerk = await linli.now(["clerk"]);
  return (await clerk("GET", `${records}?limit=1000`)).body.records.map(({ id }) => id);
}

const events = (linli: RetentionWorld, id: string, values: Record<string, unknown>) =>
  linli.change("events", id, values);

describe("a sign-up at the end of its time", () => {
  test("is there through the 29th day after the event and gone on the 30th, by the calendar of China", async () => {
    const linli = await openRetentionWorld();
    const { id } = await linli.event({ end: "2026-06-10T23:30" });
    const made = await linli.add(id, "期满甲");
    await linli.newDay("2026-07-09");
    linli.at("2026-07-09T23:59:59");
    await linli.schedule();
    await linli.work();
    expect(await kept(linli)).toEqual([made.id]);
    await linli.newDay("2026-07-10");
    expect(await kept(linli)).toEqual([]);
    const clerk = await linli.now(["clerk"]);
    expect((await clerk("GET", `${records}/${made.id}`)).status).toBe(404);
    await linli.engine.close();
  });

  test("leaves nothing of the person in any table: no name, phone, contact, health note or old value", async () => {
    const linli = await openRetentionWorld();
    const { id, code } = await linli.event({ capacity: 2, perPhoneMax: 3 });
    const corrected = await linli.add(id, "遗痕甲", { age: 71, partySize: 2, phone: "13611110001" });
    await linli.change("sign-ups", corrected.id, { phone: "13611110002", name: "遗痕乙" });
    const waits = await linli.add(id, "遗痕丙");
    await linli.signUp(code, {
      name: "遗痕丁",
      phone: "13611110003",
      age: "70",
      health: "遗痕心脏",
      healthConsent: "1",
    });
    const cancelled = await linli.add(id, "遗痕戊");
    await linli.change("sign-ups", cancelled.id, { state: "cancelled" });
    await linli.change("sign-ups", corrected.id, { state: "cancelled" });
    const director = await linli.now(["director"]);
    const revealed = await director("POST", `${records}/${waits.id}/reveal`, { field: "health", reason: "出行" });
    expect(revealed.body.value).toBe("药-遗痕丙");
    await linli.newDay("2026-07-10");
    expect(await kept(linli)).toEqual([]);
    const items = await linli.everything();
    for (const { pk, sk, text } of items) {
      const all = `${pk} ${sk} ${text}`;
      expect(all).not.toMatch(/遗痕|药-|亲-|136111100|137000000|心脏/);
    }
    expect(tracesIn(items, id)).toEqual([]);
    const ofSignUps = items.filter(({ pk }) => pk.startsWith("R#sign-ups") || pk.startsWith("H#sign-ups"));
    expect(ofSignUps).toHaveLength(8);
    for (const { text } of ofSignUps) expect(text).not.toMatch(/"box"|"mask"|health|emergency|phone/);
    expect(items.filter(({ pk }) => pk.startsWith("E#due"))).toEqual([]);
  });

  test("open sheets learn that it is gone, and its history is one entry that carries on the chain", async () => {
    const linli = await openRetentionWorld();
    const { id } = await linli.event();
    const made = await linli.add(id, "期满甲");
    linli.at("2026-07-09T12:00:00");
    const clerk = await linli.now(["clerk"]);
    const { since } = (await clerk("GET", `${records}?limit=10`)).body;
    await linli.newDay("2026-07-10");
    const { body } = await clerk("GET", `/registers/sign-ups/changes?since=${since}`);
    expect(body.changes).toEqual([{ id: made.id, version: 2, deleted: true }]);
    const history = (await clerk("GET", `${records}/${made.id}/history`)).body;
    expect(history).toMatchObject([{ version: 2, action: "retention", changes: {} }]);
    const items = await linli.everything();
    const entry = items.filter(({ pk }) => pk.startsWith("H#sign-ups"));
    expect(entry).toHaveLength(1);
    expect(entry[0]?.text).toMatch(/"previous".*"hash"/);
  });

  test("an event put off keeps its sign-ups until 30 days after the new day; one brought forward does not wait", async () => {
    const linli = await openRetentionWorld();
    const [late, early] = [await linli.event({ title: "推迟" }), await linli.event({ title: "提前" })];
    const postponed = await linli.add(late.id, "推迟甲");
    const forward = await linli.add(early.id, "提前甲");
    await events(linli, late.id, { gather: "2026-09-10T07:00", end: "2026-09-10T15:00" });
    await events(linli, early.id, { gather: "2026-06-06T07:00", end: "2026-06-06T15:00" });
    await linli.newDay("2026-07-05");
    expect((await kept(linli)).sort()).toEqual([postponed.id, forward.id].sort());
    await linli.newDay("2026-07-06");
    expect(await kept(linli)).toEqual([postponed.id]);
    await linli.newDay("2026-07-10");
    await linli.newDay("2026-10-09");
    expect(await kept(linli)).toEqual([postponed.id]);
    await linli.newDay("2026-10-10");
    expect(await kept(linli)).toEqual([]);
    expect((await linli.everything()).filter(({ pk }) => pk.startsWith("E#due"))).toEqual([]);
  });

  test("of a cancelled event goes on the same day as if it had taken place", async () => {
    const linli = await openRetentionWorld();
    const { id } = await linli.event();
    const made = await linli.add(id, "取消甲");
    await events(linli, id, { status: "cancelled" });
    await linli.newDay("2026-07-09");
    expect(await kept(linli)).toEqual([made.id]);
    await linli.newDay("2026-07-10");
    expect(await kept(linli)).toEqual([]);
    await linli.engine.close();
  });

  test("goes although its event is no longer there; an event whose sign-ups are gone may be deleted", async () => {
    const linli = await openRetentionWorld();
    const [gone, other] = [await linli.event(), await linli.event()];
    await linli.add(gone.id, "无活动甲");
    await linli.add(other.id, "有活动甲");
    // No way of staff leads here; an event lost otherwise must not keep its people for ever.
    const Item = {
      ...recordKey("events", COMMUNITY, gone.id),
      version: 9,
      values: {},
      sealed: {},
      trail: [],
      head: "x",
    };
    await linli.documents.send(new PutCommand({ TableName: "Records", Item: { ...Item, deleted: true } }));
    await linli.newDay("2026-07-10");
    expect(await kept(linli)).toEqual([]);
    const clerk = await linli.now(["clerk"]);
    const deleted = await clerk("DELETE", `/registers/events/records/${other.id}`, undefined, { "if-match": "1" });
    expect(deleted.status).toBe(204);
    await linli.engine.close();
  });

  test("on a machine that was off that day goes when it is on again, and what a run left is done by the next", async () => {
    const linli = await openRetentionWorld();
    const { id } = await linli.event();
    await linli.add(id, "补删甲");
    await linli.newDay("2026-07-01");
    await linli.newDay("2026-08-20");
    expect(await kept(linli)).toEqual([]);
    await linli.engine.close();
  });
});

describe("a list whose time counts from a column of its own", () => {
  const byAction = { actor: { account: "a", name: "Clerk" }, action: "edit", byAction: true } as const;
  const addCase = async (linli: RetentionWorld, cause: string) =>
    (await linli.clerk("POST", "/registers/cases/records", { values: { type: "opinion", cause } })).body;
  const close = (linli: RetentionWorld, { id, version }: { id: string; version: number }, closed: string | null) =>
    patchRecord(linli.deps, cases, { community: COMMUNITY, id, version }, { closed }, byAction);

  test("loses a record so many days after it was closed, and none that is open or was opened again", async () => {
    const linli = await openRetentionWorld();
    const days = cases.retention?.days ?? 0;
    const [first, open, again] = [
      await addCase(linli, "结案事由"),
      await addCase(linli, "未结事由"),
      await addCase(linli, "重开事由"),
    ];
    await close(linli, first, "2026-06-03");
    await close(linli, await close(linli, again, "2026-06-03"), null);
    const left = async () => {
      const clerk = await linli.now(["clerk"]);
      return (await clerk("GET", "/registers/cases/records")).body.records.map(({ id }) => id).sort();
    };
    await linli.newDay(addDays("2026-06-03", days - 1));
    expect(await left()).toHaveLength(3);
    await linli.newDay(addDays("2026-06-03", days));
    expect(await left()).toEqual([open.id, again.id].sort());
    const items = await linli.everything();
    expect(items.filter(({ text }) => text.includes("结案事由"))).toEqual([]);
    expect(items.filter(({ pk }) => pk.startsWith("E#due"))).toEqual([]);
  });

  test("and a record that staff delete before is not on the list of what waits any more", async () => {
    const linli = await openRetentionWorld();
    const made = await addCase(linli, "早删事由");
    const match = { "if-match": String(made.version) };
    const { status } = await linli.clerk("DELETE", `/registers/cases/records/${made.id}`, undefined, match);
    expect(status).toBe(204);
    expect((await linli.everything()).filter(({ text }) => text.includes("早删事由"))).toEqual([]);
  });
});

describe("a clerk at the same moment", () => {
  /** A worker before whose first deletion something else happens. */
  const meeting = (linli: RetentionWorld, meanwhile: () => Promise<unknown>): Deps => {
    let met = false;
    const documents = new Proxy(linli.deps.documents, {
      get(target, key) {
        if (key !== "send") return Reflect.get(target, key);
        return async (command: Parameters<typeof target.send>[0]) => {
          if (!met && "TransactItems" in command.input) {
            met = true;
            await meanwhile();
          }
          return target.send(command);
        };
      },
    });
    return { ...linli.deps, documents };
  };

  test("who edits a sign-up just before has edited it, and afterwards it is gone for everybody", async () => {
    const linli = await openRetentionWorld();
    const { id } = await linli.event();
    const made = await linli.add(id, "同时甲");
    let edited = 0;
    const edit = async () => {
      edited = (await linli.change("sign-ups", made.id, { seat: "7" })).version;
    };
    await linli.newDay("2026-07-10", meeting(linli, edit));
    expect(edited).toBe(2);
    const clerk = await linli.now(["clerk"]);
    const late = await clerk("PATCH", `${records}/${made.id}`, { values: { seat: "8" } }, { "if-match": "2" });
    expect(late.status).toBe(404);
    expect((await linli.everything()).filter(({ text }) => text.includes("同时甲"))).toEqual([]);
  });

  test("who puts the event off just before keeps all of its sign-ups", async () => {
    const linli = await openRetentionWorld();
    const { id } = await linli.event();
    const made = [await linli.add(id, "保留甲"), await linli.add(id, "保留乙")];
    const putOff = () => events(linli, id, { gather: "2026-08-10T07:00", end: "2026-08-10T15:00" });
    await linli.newDay("2026-07-10", meeting(linli, putOff));
    expect((await kept(linli)).sort()).toEqual(made.map((one) => one.id).sort());
    await linli.newDay("2026-07-11");
    expect(await kept(linli)).toHaveLength(2);
    await linli.newDay("2026-09-09");
    expect(await kept(linli)).toEqual([]);
    await linli.engine.close();
  });
});

describe("what staff see of it", () => {
  test("how many records of which list were deleted and when, and nobody's name; the director and not a clerk", async () => {
    const linli = await openRetentionWorld();
    const [first, second] = [
      await linli.event(),
      await linli.event({ gather: "2026-06-12T07:00", end: "2026-06-12T15:00" }),
    ];
    for (const name of ["报告甲", "报告乙", "报告丙"]) await linli.add(first.id, name);
    await linli.add(second.id, "报告丁");
    await linli.newDay("2026-07-10");
    await linli.newDay("2026-07-12");
    const director = await linli.now(["director"]);
    const { body } = await director("GET", "/retention");
    expect(body).toEqual({
      rules: expect.arrayContaining([
        {
          register: "sign-ups",
          label: { zh: "报名", en: "Sign-ups" },
          from: { zh: "活动结束时间", en: "Event: End" },
          days: 30,
        },
      ]),
      runs: [
        { day: "2026-07-12", register: "sign-ups", deleted: 1, at: expect.stringMatching(/^2026-07-11T16:05/) },
        { day: "2026-07-10", register: "sign-ups", deleted: 3, at: expect.stringMatching(/^2026-07-09T16:05/) },
      ],
    });
    expect((await (await linli.now(["clerk"]))("GET", "/retention")).status).toBe(403);
    expect((await (await linli.now(["cashier"]))("GET", "/retention")).status).toBe(403);
    await linli.engine.close();
  });
});
