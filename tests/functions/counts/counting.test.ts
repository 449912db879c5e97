import fc from "fast-check";
import { expect, test } from "vitest";
import { dayOf } from "../../../shared/rules/calendar.ts";
import type { Values } from "../../../shared/schema/field.ts";
import { COMMUNITY, OTHER_COMMUNITY } from "../../support/api.ts";
import { openWorld, recount, totalsOf } from "./world.ts";

const person = (values: Values = {}): Values => ({ live: "here", sex: "1", birth: "1980-05-05", ...values });

test("S2.1 every record counts for its own committee, as soon as it is written", async () => {
  const { put, pump, deps } = await openWorld();
  await put(COMMUNITY, "residents", "a", person());
  await put(COMMUNITY, "residents", "b", person({ sex: "2", birth: "2020-01-01" }));
  await put(OTHER_COMMUNITY, "residents", "c", person({ live: "away" }));
  await put(COMMUNITY, "groups", "g", { no: 1 });
  await pump.run();
  expect(await totalsOf(deps, COMMUNITY)).toEqual({
    "T01.groups": 1,
    "T01.residents": 2,
    "T02.residents.1.15-59": 1,
    "T02.residents.2.0-14": 1,
  });
  expect(await totalsOf(deps, OTHER_COMMUNITY)).toEqual({ "T01.residents": 1, "T02.residents.1.15-59": 1 });
});

test("somebody who moves out, dies or is deleted no longer counts; a phone number changes nothing", async () => {
  const { put, pump, deps } = await openWorld();
  for (const id of ["a", "b", "c", "d"]) await put(COMMUNITY, "residents", id, person());
  await pump.run();
  await put(COMMUNITY, "residents", "a", person({ live: "moved" }));
  await put(COMMUNITY, "residents", "b", person({ live: "dead" }));
  await put(COMMUNITY, "residents", "c", undefined);
  await put(COMMUNITY, "residents", "d", person({ phone: "13800138000" }));
  await pump.run();
  expect(await totalsOf(deps, COMMUNITY)).toEqual({ "T01.residents": 1, "T02.residents.1.15-59": 1 });
});

test("an import of 500 people is counted whole", async () => {
  const { put, pump, deps } = await openWorld();
  for (let n = 0; n < 500; n += 1) await put(COMMUNITY, "residents", `r${n}`, person({ sex: n % 3 ? "1" : "2" }));
  await pump.run();
  expect((await totalsOf(deps, COMMUNITY))["T01.residents"]).toBe(500);
});

const value = fc.record({
  live: fc.constantFrom("here", "away", "moved", "dead"),
  sex: fc.constantFrom("1", "2", "0"),
  birth: fc.constantFrom("1961-10-21", "1966-03-03", "2011-10-20", "2011-10-25", "1990-01-01"),
  arrived: fc.constantFrom("2020-01-01", "2026-10-25", null),
});
const edit = fc.record({
  community: fc.constantFrom(COMMUNITY, OTHER_COMMUNITY),
  id: fc.constantFrom("a", "b", "c", "d", "e"),
  values: fc.option(value, { nil: undefined, freq: 5 }),
});

test("told again, late or in another order, every change counts exactly once: the same as a recount", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(edit, { maxLength: 30 }),
      fc.infiniteStream(fc.nat()),
      fc.integer({ min: 0, max: 9 }),
      async (edits, chance, days) => {
        const { put, pump, deps, clock } = await openWorld();
        const next = () => chance.next().value ?? 0;
        for (const { community, id, values } of edits) await put(community, "residents", id, values && { ...values });
        const told = await pump.take();
        // Each told once or twice, in any order, in batches of any size, with days passing in between.
        const deliveries = [...told, ...told.filter(() => next() % 2 === 0)]
          .map((record) => ({ record, order: next() }))
          .sort((a, b) => a.order - b.order)
          .map(({ record }) => record);
        while (deliveries.length > 0) {
          const answer = await pump.handler({ Records: deliveries.splice(0, 1 + (next() % 20)) });
          expect(answer.batchItemFailures).toEqual([]);
          if (next() % 4 === 0) await pump.handler({});
        }
        clock.now += days * 86_400_000;
        await pump.handler({});
        for (const community of [COMMUNITY, OTHER_COMMUNITY]) {
          expect(await totalsOf(deps, community)).toEqual(await recount(deps, community, dayOf(clock.now)));
        }
      },
    ),
    { numRuns: 30 },
  );
}, 180_000);

test("two deliveries of the same changes at the same moment count once", async () => {
  const { put, pump, deps } = await openWorld();
  for (let n = 0; n < 30; n += 1) await put(COMMUNITY, "residents", `r${n}`, person());
  const told = await pump.take();
  await Promise.all([
    pump.handler({ Records: told }),
    pump.handler({ Records: told }),
    pump.handler({ Records: told }),
  ]);
  await pump.handler({ Records: told });
  expect((await totalsOf(deps, COMMUNITY))["T01.residents"]).toBe(30);
});

test("with transactions that keep meeting others, the figures still equal a recount", async () => {
  const { put, pump, deps } = await openWorld("2026-10-20T09:00", { conflicts: { rate: 0.2 } });
  for (let n = 0; n < 120; n += 1) await put(COMMUNITY, "residents", `r${n % 60}`, person({ sex: n % 2 ? "1" : "2" }));
  let records = await pump.take();
  while (records.length > 0) {
    const { batchItemFailures } = await pump.handler({ Records: records.slice(0, 50) });
    const failed = records.findIndex(
      ({ dynamodb }) => dynamodb?.SequenceNumber === batchItemFailures[0]?.itemIdentifier,
    );
    records = failed < 0 ? records.slice(50) : records.slice(failed);
  }
  expect(await totalsOf(deps, COMMUNITY)).toEqual(await recount(deps, COMMUNITY, "2026-10-20"));
});

test("a record that cannot be read is told again and holds back no other community", async () => {
  const { put, pump, deps } = await openWorld();
  await put(COMMUNITY, "residents", "a", person());
  await put(OTHER_COMMUNITY, "residents", "b", person());
  const told = await pump.take();
  const broken = structuredClone(told.filter(({ dynamodb }) => dynamodb?.Keys?.sk?.S === "b"));
  for (const { dynamodb } of broken) if (dynamodb) dynamodb.NewImage = { version: { S: "what" } };
  const good = told.filter(({ dynamodb }) => dynamodb?.Keys?.sk?.S === "a");
  const answer = await pump.handler({ Records: [...good, ...broken] });
  expect(answer.batchItemFailures).toEqual([{ itemIdentifier: broken[0]?.dynamodb?.SequenceNumber }]);
  expect((await totalsOf(deps, COMMUNITY))["T01.residents"]).toBe(1);
});
