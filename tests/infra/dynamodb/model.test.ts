import fc from "fast-check";
import { test } from "vitest";
import { type Pair, run, runQuery } from "./model/run.ts";
import { step } from "./model/steps.ts";
import { openThings } from "./things.ts";

/** Fewer where every request goes over a network. */
const RUNS = process.env.DYNAMODB_ENDPOINT === undefined ? 500 : 60;
/** `npm run soak` tries so many times as many sequences. */
const TIMES = Number(process.env.LINLI_SOAK ?? 1);
const MS_EACH = 20_000;

test(
  "any sequence of writes, transactions, batches, reads and queries is answered as a plain map of things would",
  async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 40 }), async (steps) => {
        const things = await openThings();
        const pair: Pair = { things, model: new Map(), tokens: new Map() };
        for (const one of steps) await run(pair, one);
        await runQuery(pair, { from: "a", to: "𠮷", forward: true, least: -99, limit: 100 });
        await things.engine.close();
      }),
      { numRuns: RUNS * TIMES },
    );
  },
  60_000 + TIMES * MS_EACH,
);
