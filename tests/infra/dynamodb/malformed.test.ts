import fc from "fast-check";
import { expect, test } from "vitest";
import { DynamoError } from "../../../infra/local/dynamodb/errors.ts";
import { key, number, openThings, TABLE, text, thing } from "./things.ts";

const values = { ExpressionAttributeValues: { ":v": number(1) } };
const names = { ExpressionAttributeNames: { "#n": "n" } };
const things = { TableName: "Things" };

/** One good request of each kind; every one of them becomes a bad one by a change somewhere. */
const GOOD: readonly [string, object][] = [
  ["CreateTable", { ...TABLE, TableName: "Others" }],
  ["DescribeTable", things],
  ["ListTables", { Limit: 1, ExclusiveStartTableName: "A" }],
  ["UpdateTimeToLive", { ...things, TimeToLiveSpecification: { AttributeName: "ttl", Enabled: true } }],
  ["DescribeTimeToLive", things],
  [
    "PutItem",
    {
      ...things,
      Item: thing("1", { m: { M: { l: { L: [text("a")] } } } }),
      ConditionExpression: "#n <> :v",
      ...names,
      ...values,
    },
  ],
  ["GetItem", { ...things, Key: key("1"), ProjectionExpression: "#n, m.l[0]", ...names, ConsistentRead: true }],
  [
    "UpdateItem",
    {
      ...things,
      Key: key("1"),
      UpdateExpression: "SET #n = if_not_exists(#n, :v) + :v REMOVE m.l[0]",
      ...names,
      ...values,
      ReturnValues: "ALL_NEW",
    },
  ],
  ["DeleteItem", { ...things, Key: key("1"), ConditionExpression: "attribute_exists(#n)", ...names }],
  [
    "Query",
    {
      ...things,
      KeyConditionExpression: "pk = :p AND begins_with(sk, :s)",
      FilterExpression: "#n > :v",
      ...names,
      ExpressionAttributeValues: { ":p": text("p"), ":s": text("1"), ":v": number(0) },
      Limit: 2,
      ExclusiveStartKey: key("1"),
    },
  ],
  ["BatchGetItem", { RequestItems: { Things: { Keys: [key("1"), key("2")] } }, ReturnConsumedCapacity: "TOTAL" }],
  [
    "BatchWriteItem",
    { RequestItems: { Things: [{ PutRequest: { Item: thing("1") } }, { DeleteRequest: { Key: key("2") } }] } },
  ],
  ["TransactGetItems", { TransactItems: [{ Get: { ...things, Key: key("1") } }] }],
  [
    "TransactWriteItems",
    {
      ClientRequestToken: "t",
      TransactItems: [
        { Put: { ...things, Item: thing("3") } },
        { Update: { ...things, Key: key("4"), UpdateExpression: "ADD #n :v", ...names, ...values } },
      ],
    },
  ],
  ["DescribeStream", { StreamArn: "arn" }],
  ["GetShardIterator", { StreamArn: "arn", ShardId: "s", ShardIteratorType: "LATEST" }],
  ["GetRecords", { ShardIterator: "e30", Limit: 1 }],
];

const junk = fc.oneof(
  fc.constantFrom<unknown>(
    null,
    undefined,
    "",
    " ",
    "#n",
    ":v",
    "SET",
    0,
    -1,
    1.5,
    1e300,
    true,
    [],
    {},
    [[]],
    [null],
    { S: 1 },
    { N: "x" },
    { M: null },
    { "": { S: "" } },
  ),
  fc.string({ unit: "binary", maxLength: 12 }),
  fc.jsonValue({ maxDepth: 2 }),
);

/** Every place in a request, as the way to it. */
const places = (value: unknown, path: string[] = []): string[][] =>
  typeof value === "object" && value !== null
    ? [path, ...Object.entries(value).flatMap(([name, inner]) => places(inner, [...path, name]))]
    : [path];

function changed(value: unknown, [first, ...rest]: string[], by: unknown): unknown {
  if (first === undefined) return by;
  if (Array.isArray(value)) return value.map((inner, at) => (String(at) === first ? changed(inner, rest, by) : inner));
  return Object.fromEntries(
    Object.entries(value ?? {}).map(([name, inner]) => [name, name === first ? changed(inner, rest, by) : inner]),
  );
}

const request = fc
  .constantFrom(...GOOD)
  .chain(([operation, good]) =>
    fc
      .tuple(fc.constant(operation), fc.constantFrom(...places(good)), junk)
      .map(([name, place, by]) => [name, changed(good, place, by)] as const),
  );

test("the good requests are good, but for those about a stream that is not there", async () => {
  const { engine } = await openThings();
  for (const [operation, good] of GOOD.filter(([name]) => !/Stream|Shard|Records/.test(name))) {
    const done = await engine.send(operation, good).then(
      () => "done",
      (error: Error) => error.name,
    );
    expect([operation, done]).toEqual([operation, "done"]);
  }
});

test("whatever is wrong with a request, the answer is a refusal with a name and words, never a crash", async () => {
  const { engine } = await openThings();
  await fc.assert(
    fc.asyncProperty(request, async ([operation, input]) => {
      const error: unknown = await engine.send(operation, input).catch((reason: unknown) => reason);
      if (error instanceof Error)
        expect([error.name, error instanceof DynamoError]).toEqual([expect.stringMatching(/Exception$/), true]);
    }),
    { numRuns: 3000 },
  );
});

test("any text for an expression is either understood or refused", async () => {
  const { send } = await openThings();
  const word = fc.constantFrom(
    "n",
    "#n",
    ":v",
    "(",
    ")",
    "AND",
    "OR",
    "NOT",
    "=",
    "<",
    "BETWEEN",
    "IN",
    ",",
    "[0]",
    ".",
    "size",
    "contains",
    "SET",
    "REMOVE",
    "ADD",
    "+",
  );
  await fc.assert(
    fc.asyncProperty(fc.array(word, { minLength: 1, maxLength: 12 }), async (words) => {
      const expression = words.join(" ");
      const rest = { ...names, ...values };
      for (const input of [{ UpdateExpression: expression }, { ConditionExpression: expression }]) {
        const error: unknown = await send("UpdateItem", { Key: key("1"), ...input, ...rest }).catch(
          (reason: unknown) => reason,
        );
        if (error instanceof Error) expect(error).toBeInstanceOf(DynamoError);
      }
    }),
    { numRuns: 1000 },
  );
});
