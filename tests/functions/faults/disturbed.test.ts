import { afterEach, describe, expect, test } from "vitest";
import { noFaults, seededFaults } from "../../../infra/local/dynamodb/faults.ts";
import { shapeOf } from "../../support/whole-tables.ts";
import { ACTIONS } from "./actions/all.ts";
import { expectHistories } from "./outcome.ts";
import { openRig, type Rig } from "./rig.ts";

/** One request in ten, of each kind. */
const RATES = {
  throttled: 0.1,
  transactionConflict: 0.1,
  internalServerError: 0.1,
  droppedConnection: 0.1,
  answerLostAfterWrite: 0.1,
  latency: { rate: 0.1, maxMs: 2 },
};
/** `LINLI_SOAK` runs each action so many times, each time with other bad luck. */
const ROUNDS = Number(process.env.LINLI_SOAK ?? 2);
const PATIENCE = 60;

let rig: Rig;
afterEach(() => rig.engine.close());

describe("the database refuses, breaks off and forgets to answer, and the client repeats its request with its key", () => {
  test.each(ACTIONS.map((action, row) => [action.name, action, row] as const))(
    "%s: one outcome",
    async (_, action, row) => {
      rig = await openRig();
      const ready = await action.ready(rig);
      const start = await rig.tables.now();
      const noon = rig.clock.now;
      const key = "the request";
      const done = (await ready.ask(key)).status;
      await ready.goOn?.();
      const once = shapeOf(await rig.tables.since(start));

      for (let round = 1; round <= ROUNDS; round += 1) {
        await rig.tables.putBack(start);
        await ready.forget?.();
        rig.clock.now = noon;
        rig.suffer(seededFaults(RATES, 100_000 * row + round));
        const answers: number[] = [];
        for (let status = 0; status < 200 || status >= 500; answers.push(status)) {
          if (answers.length === PATIENCE) throw new Error(`No answer: ${answers.join(" ")}`);
          status = (await ready.ask(key)).status;
        }
        rig.suffer(noFaults);
        // Until it succeeds it is told to come again: neither a fault of ours nor a refusal.
        expect([round, ...answers.filter((status) => status !== 503)]).toEqual([round, done]);
        await ready.goOn?.();
        await ready.holds?.();
        expect(shapeOf(await rig.tables.since(start)), `round ${round}`).toEqual(once);
        await expectHistories(rig, start);
      }
    },
  );
});
