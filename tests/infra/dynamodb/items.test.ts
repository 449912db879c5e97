import fc from "fast-check";
import { expect, test } from "vitest";
import {
  type AttributeValue,
  type Item,
  key,
  now,
  number,
  openThings,
  refused,
  testOfOurs,
  text,
  thing,
} from "./things.ts";

const value: fc.Arbitrary<AttributeValue> = fc.letrec<{ value: AttributeValue }>((tie) => ({
  value: fc.oneof(
    { depthSize: "small", withCrossShrink: true },
    fc.string({ unit: "binary" }).map((S) => ({ S })),
    fc.integer().map((n) => ({ N: String(n) })),
    fc.uint8Array().map((bytes) => ({ B: Buffer.from(bytes).toString("base64") })),
    fc.boolean().map((BOOL) => ({ BOOL })),
    fc.constant<AttributeValue>({ NULL: true }),
    fc.uniqueArray(fc.string(), { minLength: 1 }).map((SS) => ({ SS })),
    fc.array(tie("value"), { maxLength: 4 }).map((L) => ({ L })),
    fc.dictionary(fc.string({ minLength: 1 }), tie("value"), { maxKeys: 4 }).map((M) => ({ M })),
  ),
})).value;

test("whatever is written is read back the same", async () => {
  const things = await openThings();
  const attributes = fc.dictionary(fc.string({ minLength: 1 }), value, { maxKeys: 5, noNullPrototype: true });
  await fc.assert(
    fc.asyncProperty(attributes, async (given) => {
      const { pk, sk, area, born, ...rest } = given;
      const item = thing("1", rest);
      await things.send("PutItem", { Item: item });
      expect(await now(things, "1")).toEqual(item);
    }),
    { numRuns: 60 },
  );
});

test.each([
  ["a zero byte", "a\u0000b"],
  ["half of a surrogate pair", "a\ud800b"],
  ["a rare character", "𠮷野家"],
  ["a long text", "字".repeat(50_000)],
])("a text with %s is not changed", async (_what, given) => {
  const things = await openThings();
  await things.send("PutItem", { Item: thing("1", { note: text(given) }) });
  expect((await now(things, "1"))?.note).toEqual(text(given));
});

test("keys that differ only behind a zero byte are two keys", async () => {
  const things = await openThings();
  await things.send("PutItem", { Item: thing("a\u0000b", { n: number(1) }) });
  await things.send("PutItem", { Item: thing("a\u0000c", { n: number(2) }) });
  await things.send("PutItem", { Item: thing("a", { n: number(3) }) });
  expect((await now(things, "a\u0000b"))?.n).toEqual(number(1));
  expect((await now(things, "a"))?.n).toEqual(number(3));
});

test("attributes named like JavaScript's own members are only attributes", async () => {
  const things = await openThings();
  await things.send("PutItem", { Item: thing("1") });
  const condition = { ConditionExpression: "attribute_exists(#c)", ExpressionAttributeNames: { "#c": "constructor" } };
  const error = await refused(things.send("UpdateItem", { Key: key("1"), ...condition }));
  expect(error.name).toBe("ConditionalCheckFailedException");
  const item = JSON.parse('{"pk":{"S":"p"},"sk":{"S":"2"},"__proto__":{"S":"x"},"toString":{"N":"1"}}');
  await things.send("PutItem", { Item: item });
  expect(JSON.stringify(await now(things, "2"))).toBe(JSON.stringify(item));
});

test("a put replaces the whole item and can give the old one back", async () => {
  const things = await openThings();
  await things.send("PutItem", { Item: thing("1", { a: text("old"), b: text("gone") }) });
  const answer = await things.send("PutItem", { Item: thing("1", { a: text("new") }), ReturnValues: "ALL_OLD" });
  expect(answer.Attributes).toEqual(thing("1", { a: text("old"), b: text("gone") }));
  expect(await now(things, "1")).toEqual(thing("1", { a: text("new") }));
});

test("a delete is repeatable, gives the old item back, and obeys its condition", async () => {
  const things = await openThings();
  await things.send("PutItem", { Item: thing("1", { v: number(3) }) });
  const wrong = { ConditionExpression: "v = :v", ExpressionAttributeValues: { ":v": number(4) } };
  const error = await refused(
    things.send("DeleteItem", { Key: key("1"), ...wrong, ReturnValuesOnConditionCheckFailure: "ALL_OLD" }),
  );
  expect(error.details).toEqual({ Item: thing("1", { v: number(3) }) });
  expect((await things.send("DeleteItem", { Key: key("1"), ReturnValues: "ALL_OLD" })).Attributes?.v).toEqual(
    number(3),
  );
  expect(await things.send("DeleteItem", { Key: key("1"), ReturnValues: "ALL_OLD" })).toEqual({});
  expect(await now(things, "1")).toBeUndefined();
});

test("an update returns the whole item or only what it touched, before or after", async () => {
  const things = await openThings();
  const update = {
    Key: key("1"),
    UpdateExpression: "SET m.a = :v, n = :v REMOVE gone",
    ExpressionAttributeValues: { ":v": number(2) },
  };
  const before: Item = { m: { M: { a: number(1), b: number(1) } }, n: number(1), gone: text("x"), kept: text("y") };
  const after: Item = { m: { M: { a: number(2), b: number(1) } }, n: number(2), kept: text("y") };
  const returned = async (ReturnValues: string) => {
    await things.send("PutItem", { Item: thing("1", before) });
    return (await things.send("UpdateItem", { ...update, ReturnValues })).Attributes;
  };
  expect(await returned("NONE")).toBeUndefined();
  expect(await returned("ALL_OLD")).toEqual(thing("1", before));
  expect(await returned("ALL_NEW")).toEqual(thing("1", after));
  expect(await returned("UPDATED_OLD")).toEqual({ m: { M: { a: number(1) } }, n: number(1), gone: text("x") });
  expect(await returned("UPDATED_NEW")).toEqual({ m: { M: { a: number(2) } }, n: number(2) });
});

test("an update of an item that is not there makes it, key included", async () => {
  const things = await openThings();
  await things.send("UpdateItem", {
    Key: key("1"),
    UpdateExpression: "ADD n :one",
    ExpressionAttributeValues: { ":one": number(1) },
  });
  expect(await now(things, "1")).toEqual(thing("1", { n: number(1) }));
  await things.send("UpdateItem", { Key: key("2") });
  expect(await now(things, "2")).toEqual(thing("2"));
});

test("a projection shows the named parts and nothing else", async () => {
  const things = await openThings();
  const seq: AttributeValue = { L: [text("a"), { M: { x: text("b"), y: text("c") } }, text("d")] };
  await things.send("PutItem", { Item: thing("1", { seq, rest: text("z"), status: text("s") }) });
  const answer = await things.send("GetItem", {
    Key: key("1"),
    ConsistentRead: true,
    ProjectionExpression: "#s, seq[2], seq[1].y, absent",
    ExpressionAttributeNames: { "#s": "status" },
  });
  expect(answer.Item).toEqual({ status: text("s"), seq: { L: [{ M: { y: text("c") } }, text("d")] } });
});

test.each<[string, object, RegExp]>([
  ["an empty key", { Item: thing("") }, /cannot contain an empty string value. Key: sk/],
  ["a missing key", { Item: { pk: text("p") } }, /Missing the key sk in the item/],
  [
    "a key of another type",
    { Item: { pk: text("p"), sk: number(1) } },
    /Type mismatch for key sk expected: S actual: N/,
  ],
  ["a sort key over 1,024 bytes", { Item: thing("字".repeat(342)) }, /1024 bytes/],
  ["a partition key over 2,048 bytes", { Item: thing("1", {}, "x".repeat(2049)) }, /2048 bytes/],
  ["a key that is not valid Unicode", { Item: thing("\ud800") }, /not valid Unicode/],
  ["an index key of another type", { Item: thing("1", { area: number(1) }) }, /Type mismatch for Index Key area/],
  ["an empty index key", { Item: thing("1", { area: text("") }) }, /IndexName: byArea, IndexKey: area/],
  ["more than 400 KB", { Item: thing("1", { x: text("x".repeat(409_600)) }) }, /exceeded the maximum allowed size/],
  ["an empty set", { Item: thing("1", { x: { SS: [] } }) }, /set {2}may not be empty/],
  ["a set with a member twice", { Item: thing("1", { x: { NS: ["1", "1.0"] } }) }, /contains duplicates/],
  ["two types in one value", { Item: thing("1", { x: JSON.parse('{"S":"a","N":"1"}') }) }, /more than one datatypes/],
  ["no type in a value", { Item: thing("1", { x: JSON.parse("{}") }) }, /is empty, must contain exactly one/],
  ["NULL: false", { Item: thing("1", { x: JSON.parse('{"NULL":false}') }) }, /must have the value of true/],
  ["binary that is not base64", { Item: thing("1", { x: { B: "%%" } }) }, /Base64/],
])("%s is refused", async (_what, request, words) => {
  const things = await openThings();
  expect((await refused(things.send("PutItem", request))).message).toMatch(words);
});

test("an item of 400 KB to the byte is kept, one byte more is refused, also by an update", async () => {
  const things = await openThings();
  const room = 400 * 1024 - "pk".length - "p".length - "sk".length - "1".length - "x".length;
  await things.send("PutItem", { Item: thing("1", { x: text("x".repeat(room)) }) });
  const grow = { UpdateExpression: "SET x = :x", ExpressionAttributeValues: { ":x": text("x".repeat(room + 1)) } };
  const error = await refused(things.send("UpdateItem", { Key: key("1"), ...grow }));
  expect(error.message).toMatch(/Item size to update has exceeded/);
});

test("values may nest 32 deep and no deeper", async () => {
  const nested = (depth: number): AttributeValue => (depth === 0 ? text("x") : { L: [nested(depth - 1)] });
  const things = await openThings();
  await things.send("PutItem", { Item: thing("1", { x: nested(32) }) });
  expect((await refused(things.send("PutItem", { Item: thing("1", { x: nested(33) }) }))).message).toMatch(/Nesting/);
});

testOfOurs(
  "a request for an unknown table, a key with too much in it, or a member nobody knows is refused",
  async () => {
    const { send } = await openThings();
    expect((await refused(send("GetItem", { TableName: "Nowhere", Key: key("1") }))).name).toBe(
      "ResourceNotFoundException",
    );
    const extra = { Key: thing("1", { x: text("y") }) };
    expect((await refused(send("GetItem", extra))).message).toMatch(/does not match the schema/);
    const legacy = { Key: key("1"), AttributesToGet: ["a"] };
    expect((await refused(send("GetItem", legacy))).message).toMatch(/AttributesToGet is not supported/);
  },
);

testOfOurs("a scan is refused, as the product never sends one", async () => {
  const { send } = await openThings();
  const error = await refused(send("Scan", {}));
  expect(error.name).toBe("UnknownOperationException");
  expect(error.message).toMatch(/never searches a whole table/);
});
