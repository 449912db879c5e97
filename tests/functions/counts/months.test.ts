import { DeleteCommand, PutCommand } from "@aws-sdk/lib-dynamodb";
import { expect, test } from "vitest";
import type { Values } from "../../../shared/schema/field.ts";
import { retentionActor } from "../../../shared/words/retention.ts";
import { COMMUNITY, OTHER_COMMUNITY } from "../../support/api.ts";
import { TEST_TABLES } from "../../support/tables.ts";
import { at, monthOf, openWorld, recount, totalsOf } from "./world.ts";

const person = (values: Values = {}): Values => ({ live: "here", sex: "2", birth: "1980-05-05", ...values });

test("on a sixty-fifth birthday, and on 1 March for a leap day, the daily run moves a person to the next band", async () => {
  const { put, pump, deps, clock } = await openWorld("2027-02-27T09:00");
  await put(COMMUNITY, "residents", "a", person({ birth: "1962-02-28" }));
  await put(COMMUNITY, "residents", "b", person({ birth: "2012-02-29" }));
  await pump.run();
  expect(await totalsOf(deps, COMMUNITY)).toMatchObject({ "T02.residents.2.60-64": 1, "T02.residents.2.0-14": 1 });
  clock.now = at("2027-02-28T00:05");
  await pump.handler({});
  expect(await totalsOf(deps, COMMUNITY)).toMatchObject({ "T02.residents.2.65+": 1, "T02.residents.2.0-14": 1 });
  clock.now = at("2027-03-01T00:05");
  await pump.handler({});
  expect(await totalsOf(deps, COMMUNITY)).toEqual({
    "T01.residents": 2,
    "T02.residents.2.65+": 1,
    "T02.residents.2.15-59": 1,
  });
});

test("somebody who will arrive counts from that day", async () => {
  const { put, pump, deps, clock } = await openWorld("2026-10-20T09:00");
  await put(COMMUNITY, "residents", "a", person({ arrived: "2026-10-22" }));
  await pump.run();
  expect(await totalsOf(deps, COMMUNITY)).toEqual({});
  clock.now = at("2026-10-22T00:05");
  await pump.handler({});
  expect((await totalsOf(deps, COMMUNITY))["T01.residents"]).toBe(1);
});

test("a month is closed as it stood on its last day, and never changes afterwards", async () => {
  const { put, pump, deps, clock } = await openWorld("2026-10-20T09:00");
  for (const id of ["a", "b", "c"]) await put(COMMUNITY, "residents", id, person());
  await put(COMMUNITY, "residents", "d", person({ arrived: "2026-10-31" }));
  await put(COMMUNITY, "residents", "e", person({ arrived: "2026-11-01" }));
  await pump.run();
  clock.now = at("2026-11-01T00:05");
  await pump.handler({});
  const closed = { "T01.residents": 4 };
  expect(await monthOf(deps, COMMUNITY, "T01", "2026-10")).toMatchObject({
    cells: closed,
    origin: "counted",
    version: 1,
  });
  expect((await totalsOf(deps, COMMUNITY))["T01.residents"]).toBe(5);
  await put(COMMUNITY, "residents", "a", person({ live: "dead" }));
  await pump.run();
  await pump.handler({});
  expect((await monthOf(deps, COMMUNITY, "T01", "2026-10"))?.cells).toEqual(closed);
  expect((await totalsOf(deps, COMMUNITY))["T01.residents"]).toBe(4);
});

test("an edit of the new month that comes before the daily run does not slip into the old month", async () => {
  const { put, pump, deps, clock } = await openWorld("2026-10-31T23:59");
  await put(COMMUNITY, "residents", "a", person());
  await put(COMMUNITY, "residents", "b", person());
  // Written before midnight, told after it; then one that was written after it.
  const before = await pump.take();
  clock.now = at("2026-11-01T00:01");
  await put(COMMUNITY, "residents", "c", person());
  await pump.handler({ Records: [...before, ...(await pump.take())] });
  expect((await monthOf(deps, COMMUNITY, "T01", "2026-10"))?.cells).toEqual({ "T01.residents": 2 });
  expect((await totalsOf(deps, COMMUNITY))["T01.residents"]).toBe(3);
});

test("a machine that was off over several month ends closes each of them as it stood", async () => {
  const { put, pump, deps, clock } = await openWorld("2026-07-20T09:00");
  await put(COMMUNITY, "residents", "a", person({ birth: "1966-08-15" }));
  await put(COMMUNITY, "residents", "b", person({ arrived: "2026-09-10" }));
  await pump.run();
  clock.now = at("2026-10-09T08:30");
  await pump.handler({});
  const months = await Promise.all(["07", "08", "09", "10"].map((m) => monthOf(deps, COMMUNITY, "T02", `2026-${m}`)));
  expect(months.map((month) => month?.cells)).toEqual([
    { "T02.residents.2.15-59": 1 },
    { "T02.residents.2.60-64": 1 },
    { "T02.residents.2.60-64": 1, "T02.residents.2.15-59": 1 },
    undefined,
  ]);
  expect(await totalsOf(deps, COMMUNITY)).toEqual(await recount(deps, COMMUNITY, "2026-10-09"));
});

test("a community without people here closes no month, so that it can report by hand", async () => {
  const { pump, deps, clock } = await openWorld("2026-10-20T09:00");
  await pump.run();
  clock.now = at("2026-11-01T00:05");
  await pump.handler({});
  expect(await monthOf(deps, OTHER_COMMUNITY, "T01", "2026-10")).toBeUndefined();
});

test("a sign-up deleted at the end of its time stays counted for its twelve months, and then no longer", async () => {
  const { put, pump, deps, clock } = await openWorld("2026-10-20T09:00");
  const signUp = { channel: "qr", state: "came", at: "2026-10-01T10:00", partySize: 2 };
  await put(COMMUNITY, "sign-ups", "a", signUp);
  await put(COMMUNITY, "sign-ups", "b", signUp);
  await pump.run();
  const ended = { pk: `R#sign-ups#${COMMUNITY}`, sk: "a", version: 2, deleted: true, updatedBy: retentionActor };
  await deps.documents.send(new PutCommand({ TableName: TEST_TABLES.records, Item: ended }));
  // Somebody takes the other one back: that is no end of its time.
  await put(COMMUNITY, "sign-ups", "b", undefined);
  await pump.run();
  expect(await totalsOf(deps, COMMUNITY)).toMatchObject({ "T12.signUps.all": 2, "T12.signUps.outcome.came": 2 });
  // Nothing is left of it some weeks later.
  const { pk, sk } = ended;
  await deps.documents.send(new DeleteCommand({ TableName: TEST_TABLES.records, Key: { pk, sk } }));
  await pump.run();
  expect((await totalsOf(deps, COMMUNITY))["T12.signUps.all"]).toBe(2);
  clock.now = at("2027-10-01T00:05");
  await pump.handler({});
  await pump.handler({});
  expect(await totalsOf(deps, COMMUNITY)).toEqual({});
});
