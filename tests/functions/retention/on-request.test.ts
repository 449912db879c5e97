import { describe, expect, test } from "vitest";
import type { Deps } from "../../../functions/http/deps.ts";
import { deleteRecord } from "../../../functions/records/write.ts";
import { receiptOf } from "../../../functions/sign-ups/receipts.ts";
import { signUps } from "../../../shared/registers/sign-up.ts";
import { COMMUNITY } from "../../support/api.ts";
import { asGivenOutEarlier } from "../form/earlier-receipts.ts";
import { dyingAtWrite } from "../jobs/dying.ts";
import { openRetentionWorld, tracesIn } from "./world.ts";

const records = "/registers/sign-ups/records";

describe("a resident asks for their sign-up to be deleted (个人信息保护法第四十七条)", () => {
  test("it is cancelled first, so that the place goes to who waits, and then deleted with all it ever held", async () => {
    const linli = await openRetentionWorld();
    const { id } = await linli.event({ capacity: 1 });
    const made = await linli.add(id, "请求甲", { phone: "13622220001" });
    await asGivenOutEarlier(linli.deps, `/r/${await receiptOf(linli.deps, COMMUNITY, made.id)}`);
    const waits = await linli.add(id, "候补乙");
    await linli.change("sign-ups", made.id, { phone: "13622220002" });
    const remove = (version: number, key?: string) =>
      linli.clerk("DELETE", `${records}/${made.id}`, undefined, {
        "if-match": String(version),
        ...(key !== undefined && { "idempotency-key": key }),
      });
    const early = await remove(2);
    expect([early.status, early.body.fields[0]?.path, early.body.fields[0]?.code]).toEqual([
      409,
      "state",
      "cancel-first",
    ]);
    expect((await linli.change("sign-ups", made.id, { state: "cancelled" })).version).toBe(3);
    expect((await remove(2)).status).toBe(412);
    expect((await remove(3, "k1")).status).toBe(204);
    // Sent again because the answer was lost, it is the same deletion; anybody else learns that it is gone.
    expect((await remove(3, "k1")).status).toBe(204);
    expect((await remove(3)).status).toBe(404);
    const left = (await linli.clerk("GET", records)).body.records;
    expect(left.map(({ values }) => [values.name, values.state])).toEqual([["候补乙", "ok"]]);
    const history = (await linli.clerk("GET", `${records}/${made.id}/history`)).body;
    expect(history).toMatchObject([{ version: 4, action: "delete", by: "Test clerk", changes: {} }]);
    const again = await linli.add(id, "请求甲又", { phone: "13622220002" });
    expect(again.values.state).toBe("waiting");
    const items = await linli.everything();
    expect(items.filter(({ text }) => /请求甲"|13622220001|药-请求甲"/.test(text))).toEqual([]);
    expect(items.filter(({ pk, text, sk }) => /^(Q#|U#|B#)/.test(pk) && `${sk}${text}`.includes(made.id))).toEqual([]);
    expect(items.filter(({ sk }) => sk.includes("#sign-ups#"))).not.toContainEqual(
      expect.objectContaining({ sk: expect.stringContaining(`${made.id}#sign-ups`) }),
    );
    expect(waits.id).not.toBe(made.id);
  });

  test("who may not write sign-ups may not delete one", async () => {
    const linli = await openRetentionWorld();
    const { id } = await linli.event();
    const made = await linli.add(id, "请求甲");
    await linli.change("sign-ups", made.id, { state: "cancelled" });
    for (const post of ["cashier", "secretary", "council"]) {
      const caller = await linli.now([post]);
      const { status } = await caller("DELETE", `${records}/${made.id}`, undefined, { "if-match": "2" });
      expect(status).toBe(403);
    }
    await linli.engine.close();
  });

  test.each(["before", "after"] as const)(
    "interrupted %s any one of its writes, it is finished in the night or was never begun",
    async (when) => {
      const linli = await openRetentionWorld();
      const { id } = await linli.event();
      const actor = { account: "a", name: "Clerk" };
      const remove = (deps: Deps, one: { id: string; version: number }) =>
        deleteRecord(deps, signUps, { community: COMMUNITY, ...one }, { actor, action: "delete" });
      let begun = 0;
      const CASES = 4;
      for (let write = 1; write <= CASES; write += 1) {
        const made = await linli.add(id, `打断${write}号`);
        const { version } = await linli.change("sign-ups", made.id, { state: "cancelled" });
        const target = { id: made.id, version };
        const died = await remove(dyingAtWrite(linli.deps, write, when), target).then(
          () => false,
          () => true,
        );
        const isGone = (await linli.clerk("GET", `${records}/${made.id}`)).status === 404;
        if (isGone) begun += 1;
        else await remove(linli.deps, target);
        if (write === CASES) expect(died).toBe(false);
      }
      expect(begun).toBe(when === "before" ? CASES - 1 : CASES);
      await linli.newDay("2026-06-04");
      const items = await linli.everything();
      expect(items.filter(({ text }) => text.includes("打断"))).toEqual([]);
      const ofPeople = tracesIn(items, id).filter((trace) => !/^N#[^/]+\/\d{4}$/.test(trace));
      expect(ofPeople).toEqual([]);
      expect(items.filter(({ sk }) => sk.endsWith("#sign-ups")).map(({ pk }) => pk)).toEqual(["E#due#2026-07-10"]);
    },
  );
});
