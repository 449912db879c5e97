import fc from "fast-check";
import { expect, test } from "vitest";
import { dayOf } from "../../../shared/rules/calendar.ts";
import type { Values } from "../../../shared/schema/field.ts";
import { COMMUNITY } from "../../support/api.ts";
import { at, openWorld, recount, totalsOf } from "./world.ts";

const clerk: Values = { person: "王一", post: "clerk", from: "2026-01-01", sex: "2", birth: "1990-11-20" };

test("a second post adds nobody, and ending the first one takes nobody away", async () => {
  const { put, pump, deps } = await openWorld();
  await put(COMMUNITY, "posts", "a", clerk);
  await put(COMMUNITY, "posts", "b", { ...clerk, post: "secretary", sex: null });
  await pump.run();
  expect(await totalsOf(deps, COMMUNITY)).toMatchObject({
    "T05.staff.all": 1,
    "T05.staff.post.secretary": 1,
    "T05.staff.sex.2": 1,
  });
  await put(COMMUNITY, "posts", "b", { ...clerk, post: "secretary", until: "2026-10-01", endReason: "resign" });
  await pump.run();
  const now = await totalsOf(deps, COMMUNITY);
  expect(now).toMatchObject({ "T05.staff.all": 1, "T05.staff.post.clerk": 1 });
  expect(now["T05.left.all"]).toBeUndefined();
  // A name put right moves the post to whom it belongs.
  await put(COMMUNITY, "posts", "a", { ...clerk, person: "王二" });
  await pump.run();
  expect(await totalsOf(deps, COMMUNITY)).toMatchObject({ "T05.staff.all": 1, "T05.left.all": 1 });
  await put(COMMUNITY, "posts", "a", undefined);
  await put(COMMUNITY, "posts", "b", undefined);
  await pump.run();
  expect(await totalsOf(deps, COMMUNITY)).toEqual({});
});

test("a birthday, the end of a term and a year after it count on their day, without any edit", async () => {
  const { put, pump, deps, clock } = await openWorld("2026-11-19T09:00");
  await put(COMMUNITY, "posts", "a", { ...clerk, until: "2026-12-01", endReason: "pay" });
  await pump.run();
  expect(await totalsOf(deps, COMMUNITY)).toMatchObject({ "T05.ages": 35, "T05.staff.age.35-": 1 });
  clock.now = at("2026-11-20T00:05");
  await pump.handler({});
  expect(await totalsOf(deps, COMMUNITY)).toMatchObject({ "T05.ages": 36, "T05.staff.age.36-55": 1 });
  clock.now = at("2026-12-01T00:05");
  await pump.handler({});
  expect(await totalsOf(deps, COMMUNITY)).toEqual({ "T05.left.all": 1, "T05.left.reason.pay": 1 });
  clock.now = at("2027-01-02T00:05");
  await pump.handler({});
  expect((await totalsOf(deps, COMMUNITY))["T05.staffBefore"]).toBe(1);
  clock.now = at("2027-12-02T00:05");
  await pump.handler({});
  expect(await totalsOf(deps, COMMUNITY)).toEqual({});
});

const value = fc.record({
  person: fc.constantFrom("王一", "李二"),
  post: fc.constantFrom("clerk", "secretary", "council"),
  from: fc.constantFrom("2024-02-29", "2025-10-24", "2026-10-22"),
  until: fc.constantFrom(null, "2025-10-25", "2026-10-23"),
  endReason: fc.constantFrom("pay", "term"),
  birth: fc.constantFrom(null, "1990-10-21", "1971-10-25"),
  origin: fc.constantFrom(null, "retired"),
});
const meeting = fc.record({
  kind: fc.constantFrom("committee", "group-leaders", "group"),
  state: fc.constantFrom("closed", "planned"),
  at: fc.constantFrom("2025-10-24T09:00", "2026-09-01T09:00", "2026-09-30T09:00"),
  due: fc.constant(9),
  present: fc.constant(7),
});
const edit = fc.oneof(
  fc.record({ register: fc.constant("posts"), id: fc.constantFrom("a", "b", "c"), values: fc.option<Values>(value) }),
  fc.record({ register: fc.constant("meetings"), id: fc.constantFrom("m", "n"), values: fc.option<Values>(meeting) }),
);

test("told again, late or in another order, what counts together counts exactly once: the same as a recount", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(edit, { maxLength: 24 }),
      fc.infiniteStream(fc.nat()),
      fc.integer({ min: 0, max: 9 }),
      async (edits, chance, days) => {
        const { put, pump, deps, clock } = await openWorld();
        const next = () => chance.next().value ?? 0;
        for (const { register, id, values } of edits) await put(COMMUNITY, register, id, values ?? undefined);
        const told = await pump.take();
        const deliveries = [...told, ...told.filter(() => next() % 2 === 0)]
          .map((record) => ({ record, order: next() }))
          .sort((a, b) => a.order - b.order)
          .map(({ record }) => record);
        while (deliveries.length > 0) {
          const batch = deliveries.splice(0, 1 + (next() % 9));
          const answers = await Promise.all([pump.handler({ Records: batch }), pump.handler({ Records: batch })]);
          expect(answers.flatMap(({ batchItemFailures }) => batchItemFailures)).toEqual([]);
          clock.now += (next() % 3) * 86_400_000;
        }
        clock.now += days * 86_400_000;
        await pump.handler({});
        expect(await totalsOf(deps, COMMUNITY)).toEqual(await recount(deps, COMMUNITY, dayOf(clock.now)));
      },
    ),
    { numRuns: 25 },
  );
}, 180_000);
