import { describe, expect, test } from "vitest";
import type { Deps } from "../../../functions/http/deps.ts";
import { readJob } from "../../../functions/jobs/job.ts";
import { reveal } from "../../../functions/records/reveal.ts";
import { retentionSlice } from "../../../functions/retention/slice.ts";
import { signUps } from "../../../shared/registers/sign-up.ts";
import { addDays } from "../../../shared/rules/calendar.ts";
import { COMMUNITY } from "../../support/api.ts";
import { dyingAtWrite } from "../jobs/dying.ts";
import { openRetentionWorld, type RetentionWorld, tracesIn } from "./world.ts";

/** An event that ends on a day, with some sign-ups. */
async function eventWith(linli: RetentionWorld, day: string, names: readonly string[]): Promise<string> {
  const { id } = await linli.event({ gather: `${day}T07:00`, end: `${day}T15:00`, capacity: 2, perPhoneMax: 2 });
  for (const name of names) await linli.add(id, name);
  return id;
}

const deletedIn = async (linli: RetentionWorld): Promise<number> => {
  const director = await linli.now(["director"]);
  const { runs } = (await director("GET", "/retention")).body as unknown as { runs: { deleted: number }[] };
  return runs.reduce((sum, { deleted }) => sum + deleted, 0);
};

describe("a run that is killed", () => {
  test.each(["before", "after"] as const)(
    "%s any one of its writes is finished by the next, and everybody is counted once",
    async (when) => {
      const linli = await openRetentionWorld();
      const CASES = 15;
      const days = Array.from({ length: CASES }, (_, index) => addDays("2026-06-20", index));
      const events: string[] = [];
      for (const day of days) events.push(await eventWith(linli, day, ["中断甲", "中断乙"]));
      const survived: number[] = [];
      for (const [index, day] of days.entries()) {
        linli.at(`${addDays(day, 30)}T00:05:00`);
        const worker = dyingAtWrite(linli.deps, index + 1, when);
        const died = await linli.schedule(worker).then(
          () => linli.work(worker).then((job) => job?.state !== "done"),
          () => true,
        );
        if (!died) survived.push(index + 1);
        linli.clock.now += 60_000;
        await linli.schedule();
        await linli.work();
      }
      linli.at(`${addDays(days.at(-1) ?? "", 31)}T00:05:00`);
      await linli.schedule();
      await linli.work();
      expect(await deletedIn(linli)).toBe(2 * CASES);
      // The last workers were to be killed at a write that never came: every write has been tried.
      expect(survived).toContain(CASES);
      expect(survived.length).toBeLessThan(CASES / 2);
      const items = await linli.everything();
      expect(items.filter(({ text }) => /中断|药-|亲-|"box"/.test(text))).toEqual([]);
      for (const event of events) expect(tracesIn(items, event)).toEqual([]);
      expect(items.filter(({ pk }) => pk.startsWith("E#due"))).toEqual([]);
      expect(items.filter(({ pk }) => pk.startsWith("H#sign-ups"))).toHaveLength(2 * CASES);
    },
  );

  test("in the middle of a history too long for one transaction forgets all of it in the end", async () => {
    const linli = await openRetentionWorld();
    const event = await eventWith(linli, "2026-06-10", []);
    const { id } = await linli.add(event, "长史甲");
    const request = { ids: [id], field: "health", reason: "核对" };
    const actor = { account: "a", name: "Clerk" };
    // More entries than a record's trail holds, and than two transactions delete.
    for (let time = 0; time < 220; time += 1) await reveal(linli.deps, signUps, COMMUNITY, request, actor);
    linli.at("2026-07-10T00:05:00");
    await linli.schedule();
    for (const write of [3, 3, 3]) {
      await linli.work(dyingAtWrite(linli.deps, write, "after"));
      linli.clock.now += 60_000;
    }
    expect(await linli.work()).toMatchObject({ state: "done" });
    const items = await linli.everything();
    expect(items.filter(({ text }) => /长史|核对|"box"/.test(text))).toEqual([]);
    expect(items.filter(({ pk }) => pk.startsWith("H#sign-ups"))).toHaveLength(1);
    expect(tracesIn(items, event)).toEqual([]);
  });

  test("is tried again when one record cannot be deleted, which holds up no other", async () => {
    const linli = await openRetentionWorld();
    const event = await eventWith(linli, "2026-06-10", ["难删甲", "难删乙", "难删丙"]);
    const clerk = await linli.now(["clerk"]);
    const { records } = (await clerk("GET", "/registers/sign-ups/records")).body;
    const [stuck] = records.filter(({ values }) => values.name === "难删乙");
    await linli.newDay("2026-07-10", failingFor(linli.deps, String(stuck?.id)));
    const left = (await (await linli.now(["clerk"]))("GET", "/registers/sign-ups/records")).body.records;
    expect(left.map(({ values }) => values.name)).toEqual(["难删乙"]);
    await linli.newDay("2026-07-11");
    expect(await deletedIn(linli)).toBe(3);
    const items = await linli.everything();
    expect(items.filter(({ text }) => text.includes("难删"))).toEqual([]);
    expect(tracesIn(items, event)).toEqual([]);
  });
});

describe("a busy day", () => {
  test("300 sign-ups of one event go in several slices, and those of another event stay", async () => {
    const linli = await openRetentionWorld();
    const { id } = await linli.event({ capacity: 250 });
    const names = Array.from({ length: 300 }, (_, number) => `三百${number}`);
    while (names.length > 0) await Promise.all(names.splice(0, 30).map((name) => linli.add(id, name)));
    const other = await eventWith(linli, "2026-06-11", ["留下"]);
    linli.at("2026-07-10T00:05:00");
    await linli.schedule();
    const job = await linli.work(slow(linli, 60));
    expect(job).toMatchObject({ state: "done", done: 300 });
    // 601 transactions of 60 ms, and a slice takes ten seconds.
    const lease = await linli.engine.send("GetItem", {
      TableName: "Records",
      Key: { pk: { S: `P#retention-${COMMUNITY}-2026-07-10` }, sk: { S: "LEASE" } },
      ConsistentRead: true,
    });
    expect(Number((lease as { Item: { slices: { N: string } } }).Item.slices.N)).toBeGreaterThan(2);
    expect(await deletedIn(linli)).toBe(300);
    const items = await linli.everything();
    expect(items.filter(({ text }) => text.includes("三百"))).toEqual([]);
    expect(tracesIn(items, id)).toEqual([]);
    expect(items.filter(({ pk, text }) => pk.startsWith("R#sign-ups") && text.includes("留下"))).toHaveLength(1);
    expect(tracesIn(items, other).length).toBeGreaterThan(0);
  });

  test("two runs at once, and transactions that conflict, do no harm and count nobody twice", async () => {
    const linli = await openRetentionWorld({ conflicts: { rate: 0.15 } });
    const id = await eventWith(
      linli,
      "2026-06-10",
      Array.from({ length: 12 }, (_, index) => `两次${index}`),
    );
    linli.at("2026-07-10T00:05:00");
    await Promise.all([linli.schedule(), linli.schedule()]);
    const job = await readJob(linli.deps, COMMUNITY, `retention-${COMMUNITY}-2026-07-10`);
    if (!job) throw new Error("The schedule started no job.");
    const turn = { isOver: () => false, renew: async () => undefined };
    await Promise.allSettled([1, 2, 3].map(() => retentionSlice(linli.deps, job, turn)));
    await linli.work();
    expect(await deletedIn(linli)).toBe(12);
    const items = await linli.everything();
    expect(items.filter(({ text }) => text.includes("两次"))).toEqual([]);
    expect(tracesIn(items, id)).toEqual([]);
  });

  test("a day without anything due costs the same, however much is due on other days", async () => {
    const linli = await openRetentionWorld();
    await linli.newDay("2026-06-03");
    const asked = async (day: string) => {
      let count = 0;
      linli.at(`${day}T00:05:00`);
      await linli.schedule(counting(linli.deps, () => (count += 1)));
      return count;
    };
    const empty = await asked("2026-06-04");
    for (let day = 10; day < 30; day += 1) await eventWith(linli, `2026-06-${day}`, ["远期"]);
    expect(await asked("2026-06-05")).toBe(empty);
    await linli.engine.close();
  });
});

type Send = Deps["documents"]["send"];
type Command = Parameters<Send>[0];

function sending(deps: Deps, before: (command: Command) => void): Deps {
  const documents = new Proxy(deps.documents, {
    get(target, key) {
      if (key !== "send") return Reflect.get(target, key);
      return async (command: Command) => {
        before(command);
        return target.send(command);
      };
    },
  });
  return { ...deps, documents };
}

const counting = (deps: Deps, count: () => void) => sending(deps, count);

/** A table on which every transaction takes its time. */
const slow = ({ deps, clock }: RetentionWorld, ms: number) =>
  sending(deps, ({ input }) => {
    if ("TransactItems" in input) clock.now += ms;
  });

/** A table that cannot write one record. */
const failingFor = (deps: Deps, id: string) =>
  sending(deps, ({ input }) => {
    if ("TransactItems" in input && JSON.stringify(input.TransactItems).includes(id)) throw new Error("cannot");
  });
