import { TransactWriteCommand } from "@aws-sdk/lib-dynamodb";
import { describe, expect, test } from "vitest";
import { runChangedJobs } from "../../../functions/jobs/stream.ts";
import { COMMUNITY } from "../../support/api.ts";
import { people, plainRoster } from "../../support/workbooks.ts";
import { type Office, openOffice } from "../imports/office.ts";
import { dyingAt } from "./dying.ts";

const PATH = "/registers/residents/imports";
const PEOPLE = 45;

async function committed(office: Office, count = PEOPLE): Promise<string> {
  const { body } = await office.send(PATH, await plainRoster(people(count)));
  await office.call("POST", `${PATH}/${body.id}/commit`);
  return body.id;
}
const woken = (id: string) => ({
  Records: [{ dynamodb: { Keys: { pk: { S: `J#${COMMUNITY}` }, sk: { S: id } }, SequenceNumber: "1" } }],
});

/** Works at a job as a machine does that is killed again and again, and started anew each time. */
async function killedAt(office: Office, id: string, transactions: readonly number[], when: "before" | "after") {
  for (const transaction of transactions) {
    const worker = dyingAt(office.linli.deps, transaction, when);
    await runChangedJobs(worker, woken(id));
    // The lease of the dead has run out by the time the machine is up again.
    office.linli.clock.now += 60_000;
  }
  for (let turn = 0; turn < 20; turn += 1) await runChangedJobs(office.linli.deps, woken(id));
}

async function expectOnce(office: Office, count = PEOPLE): Promise<void> {
  const residents = await office.records("residents");
  const names = residents.map(({ values }) => `${values.name} ${values.birth} ${values.phone}`).sort();
  expect(names).toEqual(
    people(count)
      .map((one) => `${one.name} ${one.birth} ${one.phone}`)
      .sort(),
  );
  expect(residents.every(({ version }) => version === 1)).toBe(true);
  expect(await office.records("households")).toHaveLength(count / 3);
  expect(await office.records("dwellings")).toHaveLength(count / 3);
  for (const { values } of await office.records("households")) expect(values.head).toBeDefined();
}

describe("an import whose worker is killed", () => {
  test.each([
    ["before", [1]],
    ["after", [1]],
    ["before", [3]],
    ["after", [3]],
    ["after", [1, 1, 1, 1]],
    ["before", [2, 1, 2, 1]],
    ["after", [2, 2, 2, 2]],
  ] as const)("%s its transactions %j still takes every row exactly once", async (when, transactions) => {
    const office = await openOffice();
    const id = await committed(office);
    await killedAt(office, id, transactions, when);
    const { body } = await office.call("GET", `${PATH}/${id}`);
    expect(body).toMatchObject({ state: "done", done: PEOPLE, total: PEOPLE });
    await expectOnce(office);
    await office.call("POST", `${PATH}/${id}/undo`);
    await killedAt(office, id, transactions, when);
    expect((await office.call("GET", `${PATH}/${id}`)).body).toMatchObject({ state: "done", undone: true });
    for (const list of ["residents", "households", "dwellings", "groups"])
      expect(await office.records(list)).toEqual([]);
  });

  test("holds its place for a while: nobody else begins until its lease has run out", async () => {
    const office = await openOffice();
    const id = await committed(office);
    await runChangedJobs(dyingAt(office.linli.deps, 2, "after"), woken(id));
    const clock = office.linli.clock;
    let waited = 0;
    const begun = clock.now;
    const impatient = { ...office.linli.deps, now: () => (waited > 0 ? begun + 20_000 : begun + 14_900) };
    const timer = setInterval(() => (waited += 1), 120);
    await runChangedJobs(impatient, woken(id));
    clearInterval(timer);
    expect(waited).toBeGreaterThan(0);
    expect((await office.call("GET", `${PATH}/${id}`)).body).toMatchObject({ state: "done" });
    await expectOnce(office);
  });
});

describe("an import on a busy day", () => {
  test("is taken once although the stream repeats itself and transactions conflict", async () => {
    const office = await openOffice({ conflicts: { rate: 0.2 } });
    const id = await committed(office);
    for (let turn = 0; turn < 5; turn += 1) {
      const { Records } = woken(id);
      await runChangedJobs(office.linli.deps, { Records: [...Records, ...Records] });
    }
    expect((await office.call("GET", `${PATH}/${id}`)).body.state).toBe("done");
    await expectOnce(office);
  });

  test("two imports of the same people at once leave each of them once", async () => {
    const office = await openOffice();
    const first = await committed(office);
    const second = await committed(office);
    await Promise.all([
      runChangedJobs(office.linli.deps, woken(first)),
      runChangedJobs(office.linli.deps, woken(second)),
    ]);
    await office.pump.run();
    for (const id of [first, second]) {
      expect((await office.call("GET", `${PATH}/${id}`)).body).toMatchObject({ state: "done", done: PEOPLE });
    }
    const residents = await office.records("residents");
    expect(residents.map(({ values }) => values.phone).sort()).toEqual(
      people(PEOPLE)
        .map(({ phone }) => phone)
        .sort(),
    );
  });

  test("a clerk who edits while it works keeps what they typed in cells the file does not name", async () => {
    const office = await openOffice();
    await office.take(await plainRoster(people(PEOPLE).map((one) => ({ ...one, phone: "13800000000" }))));
    const id = await committed(office);
    const [one] = await office.records("residents");
    const edit = { values: { job: "retired" } };
    const match = { "if-match": `"${one?.version}"` };
    const [, edited] = await Promise.all([
      runChangedJobs(office.linli.deps, woken(id)),
      office.clerk("PATCH", `/registers/residents/records/${one?.id}`, edit, match),
    ]);
    await office.pump.run();
    expect((await office.call("GET", `${PATH}/${id}`)).body).toMatchObject({ state: "done", done: PEOPLE });
    const after = (await office.clerk("GET", `/registers/residents/records/${one?.id}`)).body;
    expect(after.values.phone).not.toBe("13800000000");
    if (edited.status === 200) expect(after.values.job).toBe("retired");
  });
});

describe("an undo that a clerk comes between", () => {
  test.each(["quietly", "and the worker is killed while it puts things back"])(
    "puts everything back in place %s: an import is taken back as a whole or not at all",
    async (how) => {
      const office = await openOffice();
      const id = await committed(office);
      await office.pump.run();
      const before = await office.records("residents");
      await office.call("POST", `${PATH}/${id}/undo`);
      await runChangedJobs(hasty(office), woken(id));
      const left = await office.records("residents");
      expect(left.length).toBeGreaterThan(0);
      expect(left.length).toBeLessThan(before.length);
      const first = left.find(({ values }) => values.phone === people(1)[0]?.phone);
      const edit = { values: { job: "retired" } };
      await office.clerk("PATCH", `/registers/residents/records/${first?.id}`, edit, { "if-match": '"1"' });
      await killedAt(office, id, how === "quietly" ? [] : [9, 1, 1], "after");
      const { body } = await office.call("GET", `${PATH}/${id}`);
      expect(body).toMatchObject({ state: "failed", undone: false, changedRows: [2] });
      const after = await office.records("residents");
      const valuesOf = (records: typeof after) =>
        new Map(records.map(({ id: one, values }) => [one, one === first?.id ? { ...values, job: null } : values]));
      expect(valuesOf(after)).toEqual(valuesOf(before));
      expect(after.find((one) => one.id === first?.id)?.values.job).toBe("retired");
      expect(await office.records("households")).toHaveLength(PEOPLE / 3);
      const again = await office.call("POST", `${PATH}/${id}/undo`);
      expect([again.status, again.body.rows]).toEqual([409, [2]]);
    },
  );
});

/** A worker whose turn is over after every batch. */
function hasty({ linli }: Office): typeof linli.deps {
  const { deps, clock } = linli;
  const documents = new Proxy(deps.documents, {
    get(target, key) {
      if (key !== "send") return Reflect.get(target, key);
      return async (command: Parameters<typeof target.send>[0]) => {
        const answer = await target.send(command);
        if (command instanceof TransactWriteCommand) clock.now += 11_000;
        return answer;
      };
    },
  });
  return { ...deps, documents };
}
