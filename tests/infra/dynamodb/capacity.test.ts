import { expect, test } from "vitest";
import { CALM, type Item, key, openThings, type Things, text, thing } from "./things.ts";

const TOTAL = { ReturnConsumedCapacity: "TOTAL" };
const kilobytes = (count: number): Item => ({ x: text("x".repeat(count * 1024 - 20)) });
const units = (answer: { ConsumedCapacity?: unknown }) =>
  (answer.ConsumedCapacity as { CapacityUnits: number }).CapacityUnits;
const put = async ({ send }: Things, item: Item) => units(await send("PutItem", { Item: item, ...TOTAL }));

test("a write costs a unit for each kilobyte of the larger of old and new, and one for each index it touches", async () => {
  const things = await openThings();
  expect(await put(things, thing("1"))).toBe(1);
  expect(await put(things, thing("2", kilobytes(3)))).toBe(3);
  expect(await put(things, thing("2"))).toBe(3);
  const area = (name: string) => ({ area: text(name), born: text("1950") });
  expect(await put(things, thing("3", area("north")))).toBe(3);
  expect(await put(things, thing("3", area("north")))).toBe(1);
  expect(await put(things, thing("3", { ...area("north"), more: text("x") }))).toBe(2);
  expect(await put(things, thing("3", { ...area("south"), more: text("x") }))).toBe(5);
  expect(units(await things.send("DeleteItem", { Key: key("3"), ...TOTAL }))).toBe(3);
});

test("units are told apart by index if asked", async () => {
  const things = await openThings();
  const item = thing("1", { area: text("north"), born: text("1950") });
  const answer = await things.send("PutItem", { Item: item, ReturnConsumedCapacity: "INDEXES" });
  expect(answer.ConsumedCapacity).toEqual({
    TableName: "Things",
    CapacityUnits: 3,
    Table: { CapacityUnits: 1 },
    GlobalSecondaryIndexes: { byArea: { CapacityUnits: 1 }, keysByArea: { CapacityUnits: 1 } },
  });
});

test("a read costs a unit for each four kilobytes, half of it when it need not be consistent", async () => {
  const things = await openThings();
  for (const sk of ["a", "b"]) await put(things, thing(sk, kilobytes(5)));
  const get = async (sk: string, ConsistentRead: boolean) =>
    units(await things.send("GetItem", { Key: key(sk), ConsistentRead, ...TOTAL }));
  expect([await get("a", true), await get("a", false)]).toEqual([2, 1]);
  expect([await get("none", true), await get("none", false)]).toEqual([1, 0.5]);
  const query = { KeyConditionExpression: "pk = :p", ExpressionAttributeValues: { ":p": text("p") }, ...TOTAL };
  expect(units(await things.send("Query", query))).toBe(1.5);
  expect(units(await things.send("Query", { ...query, ConsistentRead: true }))).toBe(3);
});

test("transactions cost double, table by table", async () => {
  const things = await openThings(CALM);
  const items = Array.from({ length: 100 }, (_, at) => ({
    Put: { TableName: "Things", Item: thing(`s${at}`, { area: text("north") }) },
  }));
  const request = { TableName: undefined, TransactItems: items, ClientRequestToken: "once", ...TOTAL };
  const written = await things.send("TransactWriteItems", request);
  expect(written.ConsumedCapacity).toEqual([{ TableName: "Things", CapacityUnits: 400, WriteCapacityUnits: 400 }]);
  const replayed = await things.send("TransactWriteItems", request);
  expect(replayed.ConsumedCapacity).toEqual([{ TableName: "Things", CapacityUnits: 200, ReadCapacityUnits: 200 }]);
  const gets = [{ Get: { TableName: "Things", Key: key("s1") } }];
  const read = await things.send("TransactGetItems", { TableName: undefined, TransactItems: gets, ...TOTAL });
  expect(read.ConsumedCapacity).toEqual([{ TableName: "Things", CapacityUnits: 2, ReadCapacityUnits: 2 }]);
});

test("in a batch every item is rounded up for itself", async () => {
  const things = await openThings(CALM);
  await put(things, thing("a", kilobytes(5)));
  const request = { RequestItems: { Things: { Keys: [key("a"), key("none")], ConsistentRead: true } } };
  const answer = await things.send("BatchGetItem", { TableName: undefined, ...request, ...TOTAL });
  expect(answer.ConsumedCapacity).toEqual([{ TableName: "Things", CapacityUnits: 3, ReadCapacityUnits: 3 }]);
});
