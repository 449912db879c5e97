import { afterEach, describe, expect, test } from "vitest";
import { asProcess, type Cut } from "../../support/mortal.ts";
import { shapeOf } from "../../support/whole-tables.ts";
import { ACTIONS } from "./actions/all.ts";
import { expectHistories } from "./outcome.ts";
import { openRig, type Rig } from "./rig.ts";

let rig: Rig;

/** What an answer says of what was done; advice is given with the act alone, and work that it woke goes on meanwhile. */
function told(body: unknown): unknown {
  if (typeof body !== "object" || body === null || Array.isArray(body)) return body;
  const { warnings: _, acting: __, state: ___, done: ____, undone: _____, ...rest } = body as Record<string, unknown>;
  return rest;
}
afterEach(() => rig.engine.close());

describe("the process is killed before and after every single write, and the request is sent again with its key", () => {
  test.each(ACTIONS.map((action) => [action.name, action] as const))("%s: one outcome", async (_, action) => {
    rig = await openRig();
    const ready = await action.ready(rig);
    const start = await rig.tables.now();
    const noon = rig.clock.now;
    const key = "the request";
    const goOn = async () => {
      await ready.goOn?.();
      await ready.holds?.();
    };

    // Undisturbed: what one outcome is.
    let status = 0;
    const whole = await asProcess(rig.deps, undefined, async () => {
      const answer = await ready.ask(key);
      status = answer.status;
      expect(status, JSON.stringify(answer.body)).toBeLessThan(400);
    });
    await goOn();
    const once = shapeOf(await rig.tables.since(start));
    expect(whole.writes).toBeGreaterThan(0);
    expect(once.length).toBeGreaterThan(0);

    for (let write = 1; write <= whole.writes; write += 1) {
      for (const when of ["before", "after"] as const) {
        await rig.tables.putBack(start);
        await ready.forget?.();
        rig.clock.now = noon;
        const cut: Cut = { write, when };
        const { killed } = await asProcess(rig.deps, cut, () => ready.ask(key));
        expect(killed).toBe(true);
        if (write === 1 && when === "before") expect(await rig.tables.since(start)).toEqual([]);
        await ready.holds?.();
        const again = await ready.ask(key);
        expect([cut, again.status]).toEqual([cut, status]);
        await goOn();
        expect(shapeOf(await rig.tables.since(start)), JSON.stringify(cut)).toEqual(once);
        await expectHistories(rig, start);
        // And once more: the same answer, and nothing is written.
        const settled = await rig.tables.now();
        const third = await ready.ask(key);
        expect([third.status, told(third.body)]).toEqual([status, told(again.body)]);
        if (!ready.sets) expect(await rig.tables.since(settled)).toEqual([]);
      }
    }
  });
});
