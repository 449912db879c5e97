import { expect, test } from "vitest";
import {
  CALM,
  type Item,
  key,
  now,
  number,
  openThings,
  refused,
  type Things,
  testOfOurs,
  text,
  thing,
} from "./things.ts";

const many = (count: number, from = 0) => Array.from({ length: count }, (_, at) => `s${at + from}`);
const puts = (sorts: string[], more: Item = {}) => ({
  RequestItems: { Things: sorts.map((sk) => ({ PutRequest: { Item: thing(sk, more) } })) },
});
const gets = (sorts: string[], more: object = {}) => ({
  RequestItems: { Things: { Keys: sorts.map((sk) => key(sk)), ConsistentRead: true, ...more } },
});
const batch = (things: Things, operation: string, request: object) =>
  things.send(operation, { TableName: undefined, ...request });
const found = (answer: { Responses?: unknown }) => (answer.Responses as { Things: Item[] }).Things;

test("a batch writes and deletes, a batch reads what is there", async () => {
  const things = await openThings();
  await batch(things, "BatchWriteItem", puts(many(25)));
  const deletion = {
    RequestItems: { Things: [{ DeleteRequest: { Key: key("s3") } }, { PutRequest: { Item: thing("new") } }] },
  };
  expect((await batch(things, "BatchWriteItem", deletion)).UnprocessedItems).toEqual({});
  const items = found(await batch(things, "BatchGetItem", gets([...many(25), "new", "never"])));
  const wanted = [...many(25).filter((sk) => sk !== "s3"), "new"].map((sk) => thing(sk));
  expect(items).toHaveLength(25);
  expect(items).toEqual(expect.arrayContaining(wanted));
});

testOfOurs("the order of the answer is not that of the keys", async () => {
  const things = await openThings();
  await batch(things, "BatchWriteItem", puts(many(20)));
  const items = found(await batch(things, "BatchGetItem", gets(many(20))));
  expect(items).not.toEqual(many(20).map((sk) => thing(sk)));
});

testOfOurs("by default a batch sometimes leaves a part for later, and asking again gets everything", async () => {
  const things = await openThings({ seed: 7, lag: { everyNth: 1, ms: 0 } });
  let [lateWrites, lateReads] = [0, 0];
  for (let round = 0; round < 40; round++) {
    let request: object = puts(many(5, round * 5));
    for (;;) {
      const { UnprocessedItems = {} } = await batch(things, "BatchWriteItem", request);
      if (Object.keys(UnprocessedItems).length === 0) break;
      request = { RequestItems: UnprocessedItems };
      lateWrites++;
    }
  }
  let wanted: object = gets(many(100));
  const seen: Item[] = [];
  for (let asked = 0; asked < 100; asked++) {
    const answer = await batch(things, "BatchGetItem", wanted);
    seen.push(...found(answer));
    if (Object.keys(answer.UnprocessedKeys ?? {}).length === 0) break;
    wanted = { RequestItems: answer.UnprocessedKeys };
    lateReads++;
  }
  for (let round = 0; round < 40 && lateReads === 0; round++) {
    const { UnprocessedKeys = {} } = await batch(things, "BatchGetItem", gets(many(10)));
    lateReads += Object.keys(UnprocessedKeys).length;
  }
  expect(seen).toHaveLength(100);
  expect(lateWrites).toBeGreaterThan(0);
  expect(lateReads).toBeGreaterThan(0);
});

test("a batch gives at most 16 MB and names the keys it left", async () => {
  const things = await openThings();
  const big = { x: text("x".repeat(390_000)) };
  for (const sk of many(50)) await things.send("PutItem", { Item: thing(sk, big) });
  const first = await batch(things, "BatchGetItem", gets(many(50), { ProjectionExpression: "sk" }));
  expect(found(first)).toHaveLength(43);
  const rest = first.UnprocessedKeys ?? {};
  expect(rest.Things?.Keys).toHaveLength(7);
  const second = await batch(things, "BatchGetItem", { RequestItems: rest });
  expect(found(second)).toHaveLength(7);
});

test.each<[string, string, object, RegExp]>([
  ["101 keys", "BatchGetItem", gets(many(101)), /less than or equal to 100/],
  ["26 writes", "BatchWriteItem", puts(many(26)), /less than or equal to 25/],
  ["one key twice", "BatchGetItem", gets(["a", "a"]), /duplicates/],
  ["one item twice", "BatchWriteItem", puts(["a", "a"]), /duplicates/],
  ["nothing", "BatchGetItem", { RequestItems: {} }, /greater than or equal to 1/],
  ["an unknown table", "BatchGetItem", { RequestItems: { Nowhere: { Keys: [key("1")] } } }, /not found/],
  ["an empty request", "BatchWriteItem", { RequestItems: { Things: [{}] } }, /exactly one of PutRequest/],
])("a batch of %s is refused as a whole", async (_what, operation, request, words) => {
  const things = await openThings(CALM);
  expect((await refused(batch(things, operation, request))).message).toMatch(words);
  expect(await now(things, "a")).toBeUndefined();
});

test("a wrong item in a batch refuses the batch", async () => {
  const things = await openThings();
  const request = puts(["a", "b"]);
  request.RequestItems.Things.push({ PutRequest: { Item: { pk: number(1) } } });
  expect((await refused(batch(things, "BatchWriteItem", request))).name).toBe("ValidationException");
  expect(await now(things, "a")).toBeUndefined();
});

testOfOurs("an item that a transaction holds at that moment comes back unprocessed", async () => {
  const things = await openThings();
  const Put = { TableName: "Things", Item: thing("a", { by: text("transaction") }) };
  const [, answer] = await Promise.all([
    batch(things, "TransactWriteItems", { TransactItems: [{ Put }] }),
    batch(things, "BatchWriteItem", puts(["a", "b"])),
  ]);
  expect(answer.UnprocessedItems).toEqual({ Things: [{ PutRequest: { Item: thing("a") } }] });
  expect(await now(things, "a")).toEqual(Put.Item);
  expect(await now(things, "b")).toEqual(thing("b"));
});
