import type { DynamoDBRecord } from "aws-lambda";
import fc from "fast-check";
import { expect, test } from "vitest";
import { dayOf } from "../../../shared/rules/calendar.ts";
import type { Values } from "../../../shared/schema/field.ts";
import { COMMUNITY, OTHER_COMMUNITY } from "../../support/api.ts";
import { openWorld, recount, totalsOf } from "./world.ts";

/** `npm run soak -- statistics` makes it long. */
const ROUNDS = 8 * Number(process.env.LINLI_SOAK ?? 1);

const DAYS = ["2024-02-29", "2025-10-24", "2025-11-01", "2026-10-19", "2026-10-22", "2026-11-01"] as const;
const day = fc.constantFrom(...DAYS);
const maybeDay = fc.option(day);
/** What each list holds that some figure depends on. */
const LISTS: Readonly<Record<string, fc.Arbitrary<Values>>> = {
  residents: fc.record({
    live: fc.constantFrom("here", "away", "moved", "dead"),
    sex: fc.constantFrom("1", "2", null),
    birth: fc.constantFrom("1961-10-21", "1966-10-23", "2011-10-20", "1990-01-01"),
    arrived: maybeDay,
  }),
  households: fc.record({
    arrived: maybeDay,
    left: maybeDay,
    relocation: fc.constantFrom(null, "mountain", "geohazard"),
    settle: fc.constantFrom("concentrated", "dispersed"),
    relocPersons: fc.nat(6),
  }),
  posts: fc.record({
    person: fc.constantFrom("王一", "李二"),
    post: fc.constantFrom("clerk", "secretary", "council"),
    from: day,
    until: maybeDay,
    endReason: fc.constantFrom("pay", "term"),
    birth: fc.constantFrom(null, "1990-10-21", "1971-10-25"),
  }),
  meetings: fc.record({
    kind: fc.constantFrom("committee", "group-leaders"),
    state: fc.constantFrom("closed", "planned"),
    at: day.map((on) => `${on}T09:00`),
    due: fc.constant(9),
    present: fc.nat(9),
  }),
  volunteers: fc.record({ joined: day, left: maybeDay, hours: fc.nat(90) }),
  "left-cadres": fc.record({
    grade: fc.constantFrom("lower", "upper", "none"),
    since: day.map((on) => on.slice(0, 7)),
    last: fc.option(day.map((on) => on.slice(0, 7))),
    amount: fc.constantFrom(7000, 10_000),
  }),
  cases: fc.record({
    type: fc.constantFrom("mediation", "help"),
    state: fc.constantFrom("open", "cancelled", "closed"),
    received: day,
    due: maybeDay,
    closed: maybeDay,
    satisfied: fc.constantFrom(null, "2", "5"),
  }),
};
/** An entry written, put right or deleted; of several registers and two communities. */
const edit = fc.constantFrom(...Object.keys(LISTS)).chain((register) =>
  fc.record({
    community: fc.constantFrom(COMMUNITY, OTHER_COMMUNITY),
    register: fc.constant(register),
    id: fc.constantFrom("a", "b", "c"),
    values: fc.option(LISTS[register] ?? fc.constant({}), { nil: undefined, freq: 4 }),
  }),
);
/** Some edits, days that pass after them, and how badly they are told. */
const stage = fc.record({
  edits: fc.array(edit, { maxLength: 10 }),
  days: fc.constantFrom(0, 0, 1, 3),
  batch: fc.integer({ min: 1, max: 12 }),
  isLate: fc.boolean(),
  diesAfter: fc.option(fc.nat(30), { freq: 2 }),
});

test("whatever is edited, and however often, late or out of order it is told to a counter that fails and dies, the figures are those of a recount", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(stage, { minLength: 2, maxLength: 5 }),
      fc.infiniteStream(fc.nat(99)),
      async (stages, chance) => {
        const { put, pump, deps, clock } = await openWorld("2026-10-20T09:00", { conflicts: { rate: 0.1 } });
        const next = () => chance.next().value ?? 0;
        let writesLeft = Number.POSITIVE_INFINITY;
        deps.documents.middlewareStack.add(
          (send) => async (args) => {
            const isWrite = ["TransactItems", "Item", "UpdateExpression"].some((field) => field in args.input);
            if (isWrite && writesLeft-- <= 0) throw new Error("The counter has died.");
            return send(args);
          },
          { step: "initialize" },
        );
        const kept: DynamoDBRecord[] = [];
        for (const { edits, days, batch, isLate, diesAfter } of stages) {
          for (const { community, register, id, values } of edits)
            await put(community, register, id, values && { ...values });
          const told = [...kept.splice(0), ...(await pump.take())];
          // Parallel batches of a shard and their repeats overtake one another; what is told late comes with the next.
          const deliveries = [...told, ...told.filter(() => next() % 3 === 0)]
            .map((record) => ({ record, order: next() }))
            .sort((a, b) => a.order - b.order)
            .map(({ record }) => record);
          if (isLate) kept.push(...deliveries.splice(0, deliveries.length / 2));
          writesLeft = diesAfter ?? Number.POSITIVE_INFINITY;
          while (deliveries.length > 0) {
            const some = deliveries.splice(0, batch);
            const { batchItemFailures } = await pump.handler({ Records: some });
            writesLeft = Number.POSITIVE_INFINITY;
            const failed = some.findIndex(
              ({ dynamodb }) => dynamodb?.SequenceNumber === batchItemFailures[0]?.itemIdentifier,
            );
            if (failed >= 0) deliveries.unshift(...some.slice(failed));
          }
          writesLeft = Number.POSITIVE_INFINITY;
          clock.now += days * 86_400_000;
          if (days > 0) await pump.handler({});
        }
        while (kept.length > 0) await pump.handler({ Records: kept.splice(0, 20) });
        await pump.handler({});
        for (const community of [COMMUNITY, OTHER_COMMUNITY]) {
          expect(await totalsOf(deps, community)).toEqual(await recount(deps, community, dayOf(clock.now)));
        }
      },
    ),
    { numRuns: ROUNDS },
  );
}, 1_800_000);
