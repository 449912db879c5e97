import { expect, test } from "vitest";
import { type Item, key, number, openThings, type Things, text, thing } from "./things.ts";

const NORTH = { ":a": text("north") };
const byArea = { IndexName: "byArea", KeyConditionExpression: "area = :a", ExpressionAttributeValues: NORTH };
const partition = { KeyConditionExpression: "pk = :p", ExpressionAttributeValues: { ":p": text("p") } };
const person = (sk: string, n: number, area = "north"): Item =>
  thing(sk, { n: number(n), area: text(area), born: text(sk) });

const get = async ({ send }: Things, sk: string, more: object = {}) =>
  (await send("GetItem", { Key: key(sk), ...more })).Item;
const ask = async ({ send }: Things, query: object) => (await send("Query", query)).Items;

/** A clock that stands, and readers that always meet the replica behind. */
async function behind() {
  const time = { now: 1_000_000 };
  const things = await openThings({ now: () => time.now, lag: { everyNth: 1, ms: 1000 } });
  return { things, time };
}

test("a read that need not be consistent may miss the last write; a consistent one never does", async () => {
  const { things, time } = await behind();
  await things.send("PutItem", { Item: person("1", 1) });
  expect(await get(things, "1")).toBeUndefined();
  expect(await get(things, "1", { ConsistentRead: true })).toEqual(person("1", 1));
  time.now += 1000;
  expect(await get(things, "1")).toEqual(person("1", 1));
  await things.send("PutItem", { Item: person("1", 2) });
  expect(await get(things, "1")).toEqual(person("1", 1));
  await things.send("DeleteItem", { Key: key("1") });
  expect(await get(things, "1")).toEqual(person("1", 1));
  time.now += 1000;
  expect(await get(things, "1")).toBeUndefined();
});

test("a query that lags shows the partition as it was, in order, page by page", async () => {
  const { things, time } = await behind();
  for (const sk of ["b", "d", "f"]) await things.send("PutItem", { Item: person(sk, 1) });
  time.now += 1000;
  await things.send("PutItem", { Item: person("a", 2) });
  await things.send("DeleteItem", { Key: key("b") });
  await things.send("DeleteItem", { Key: key("f") });
  await things.send("PutItem", { Item: person("d", 2) });
  const before = ["b", "d", "f"].map((sk) => person(sk, 1));
  expect(await ask(things, partition)).toEqual(before);
  expect(await ask(things, { ...partition, ScanIndexForward: false })).toEqual(before.toReversed());
  const first = await things.send("Query", { ...partition, Limit: 2 });
  expect(first.Items).toEqual(before.slice(0, 2));
  expect(await ask(things, { ...partition, ExclusiveStartKey: first.LastEvaluatedKey })).toEqual(before.slice(2));
  expect(await ask(things, { ...partition, ConsistentRead: true })).toEqual([person("a", 2), person("d", 2)]);
});

test("an index lags: it shows an item where it was", async () => {
  const { things, time } = await behind();
  await things.send("PutItem", { Item: person("1", 1) });
  await things.send("PutItem", { Item: person("2", 1, "south") });
  time.now += 1000;
  await things.send("PutItem", { Item: person("1", 2, "south") });
  await things.send("PutItem", { Item: person("2", 2) });
  expect(await ask(things, byArea)).toEqual([person("1", 1)]);
  time.now += 1000;
  expect(await ask(things, byArea)).toEqual([person("2", 2)]);
});

test("by default about every second such read is behind, for up to a second", async () => {
  const time = { now: 1_000_000 };
  const things = await openThings({ now: () => time.now });
  await things.send("PutItem", { Item: person("1", 1) });
  let missed = 0;
  for (let n = 0; n < 200; n++) if ((await get(things, "1")) === undefined) missed++;
  expect(missed).toBeGreaterThan(60);
  expect(missed).toBeLessThan(140);
  time.now += 1000;
  for (let n = 0; n < 20; n++) expect(await get(things, "1")).toEqual(person("1", 1));
});

test("what was refused was never there, for a lagging reader neither", async () => {
  const { things, time } = await behind();
  await things.send("PutItem", { Item: person("1", 1) });
  time.now += 1000;
  const never = { ConditionExpression: "attribute_not_exists(pk)" };
  await things.send("PutItem", { Item: person("1", 2), ...never }).catch(() => undefined);
  expect(await get(things, "1")).toEqual(person("1", 1));
});
