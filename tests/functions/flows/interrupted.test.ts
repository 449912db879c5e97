import { afterAll, beforeAll, expect, test } from "vitest";
import { residentRights } from "../../../functions/flows/move.ts";
import { moveRecord } from "../../../functions/flows/move-record.ts";
import { readWork } from "../../../functions/flows/work-items.ts";
import type { Deps } from "../../../functions/http/deps.ts";
import { sendOpinion } from "../../../functions/opinions/send-opinion.ts";
import { onceOf } from "../../../functions/records/once.ts";
import { createRecord } from "../../../functions/records/write.ts";
import { receiptOf, receiptTarget } from "../../../functions/sign-ups/receipts.ts";
import { getRecord } from "../../../functions/store/records.ts";
import { cases } from "../../../shared/registers/case.ts";
import { COMMUNITY, openTestApi, type TestApi } from "../../support/api.ts";
import { dyingAtWrite } from "../jobs/dying.ts";

let linli: TestApi;
const actor = { account: "a", name: "A" };
const staff = { posts: ["clerk"], roles: [], can: () => true, sees: () => true };
const moments = [1, 2, 3].flatMap((write) => (["before", "after"] as const).map((when) => ({ write, when })));

beforeAll(async () => {
  linli = await openTestApi();
});
afterAll(() => linli.engine.close());

async function waits(id: string): Promise<string | undefined> {
  for await (const work of readWork(linli.deps, COMMUNITY)) if (work.id === id) return work.state;
  return undefined;
}

test("killed at any write while a step is taken, and sent again: the step is taken once, and Today agrees with it", async () => {
  for (const { write, when } of moments) {
    const values = { type: "opinion", cause: `at ${write} ${when}` };
    const made = await createRecord(linli.deps, cases, COMMUNITY, values, { actor, action: "create" });
    const once = onceOf("a", `key ${write} ${when}`, "body");
    const classify = (deps: Deps) =>
      moveRecord(
        deps,
        cases,
        { community: COMMUNITY, id: made.id, move: "classify", given: { addressee: ["town"] }, rights: staff },
        { actor, action: "move", ...(once && { once }) },
      );
    await classify(dyingAtWrite(linli.deps, write, when)).catch(() => undefined);
    const between = await getRecord(linli.deps, cases.name, COMMUNITY, made.id);
    expect(await waits(made.id)).toBe(between?.values.state);
    const moved = await classify(linli.deps);
    expect(moved.steps?.map(({ move }) => move)).toEqual(["create", "classify"]);
    expect(moved.version).toBe(2);
    expect(await waits(made.id)).toBe("classified");
  }
});

test("killed at any write while an opinion is sent, and sent again: one case, and its receipt leads to it", async () => {
  for (const { write, when } of moments) {
    const opinion = {
      community: COMMUNITY,
      form: "abcd2345",
      nonce: linli.deps.newId(),
      ticket: "0123456789abcdef",
      given: { type: "opinion", cause: `sent at ${write} ${when}` },
      consent: { version: "1" },
    };
    await sendOpinion(dyingAtWrite(linli.deps, write, when), opinion).catch(() => undefined);
    const id = await sendOpinion(linli.deps, opinion);
    expect(await receiptTarget(linli.deps, await receiptOf(linli.deps, COMMUNITY, id))).toMatchObject({
      kind: "opinion",
      id,
    });
    expect(await getRecord(linli.deps, cases.name, COMMUNITY, id)).toMatchObject({ version: 1 });
    expect(await waits(id)).toBe("received");
  }
});

test("an answered opinion is rated once, whatever dies in between", async () => {
  const values = { type: "opinion", cause: "rated" };
  for (const { write, when } of moments) {
    const { id } = await createRecord(linli.deps, cases, COMMUNITY, values, { actor, action: "create" });
    const move = (deps: Deps, name: string, given: object, rights: typeof staff | typeof residentRights = staff) =>
      moveRecord(
        deps,
        cases,
        { community: COMMUNITY, id, move: name, given: { ...given }, rights },
        { actor, action: "move" },
      );
    await move(linli.deps, "classify", { addressee: ["town"] });
    await move(linli.deps, "answer", { answer: "done" });
    await move(dyingAtWrite(linli.deps, write, when), "rate", { satisfied: "4" }, residentRights).catch(
      () => undefined,
    );
    await move(linli.deps, "rate", { satisfied: "4" }, residentRights).catch(() => undefined);
    const record = await getRecord(linli.deps, cases.name, COMMUNITY, id);
    expect(record?.steps?.filter(({ move: name }) => name === "rate")).toHaveLength(1);
    expect(record?.values).toMatchObject({ state: "rated", satisfied: "4" });
  }
});
