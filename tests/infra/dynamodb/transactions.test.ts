import { expect, test } from "vitest";
import {
  CALM,
  type Item,
  key,
  now,
  number,
  openThings,
  refused,
  TABLE,
  type Things,
  testOfOurs,
  text,
  thing,
} from "./things.ts";

const put = (sk: string, more: Item = {}, rest: object = {}) => ({
  Put: { TableName: "Things", Item: thing(sk, more), ...rest },
});
const check = (sk: string, ConditionExpression: string, rest: object = {}) => ({
  ConditionCheck: { TableName: "Things", Key: key(sk), ConditionExpression, ...rest },
});
const write = (things: Things, TransactItems: object[], rest: object = {}) =>
  things.send("TransactWriteItems", { TableName: undefined, TransactItems, ...rest });
const read = (things: Things, ...sorts: string[]) =>
  things.send("TransactGetItems", {
    TableName: undefined,
    TransactItems: sorts.map((sk) => ({ Get: { TableName: "Things", Key: key(sk) } })),
  });
const codes = (error: { details: Readonly<Record<string, unknown>> }) =>
  (error.details.CancellationReasons as { Code: string }[]).map(({ Code }) => Code);

test("all kinds of writes go through together", async () => {
  const things = await openThings();
  for (const sk of ["old", "gone", "guard"]) await things.send("PutItem", { Item: thing(sk, { n: number(1) }) });
  const update = { UpdateExpression: "ADD n :one", ExpressionAttributeValues: { ":one": number(1) } };
  await write(things, [
    put("new"),
    { Update: { TableName: "Things", Key: key("old"), ...update } },
    { Delete: { TableName: "Things", Key: key("gone") } },
    check("guard", "attribute_exists(pk)"),
  ]);
  const answer = await read(things, "new", "old", "gone", "guard");
  const kept = (sk: string, n?: number) => ({ Item: thing(sk, n === undefined ? {} : { n: number(n) }) });
  expect(answer.Responses).toEqual([kept("new"), kept("old", 2), {}, kept("guard", 1)]);
});

test("one failed condition and nothing is written; every reason is told, with the item if asked", async () => {
  const things = await openThings();
  await things.send("PutItem", { Item: thing("there", { v: number(1) }) });
  const fresh = { ConditionExpression: "attribute_not_exists(pk)" };
  const error = await refused(
    write(things, [
      put("a"),
      put("there", {}, { ...fresh, ReturnValuesOnConditionCheckFailure: "ALL_OLD" }),
      check("missing", "attribute_exists(pk)"),
    ]),
  );
  expect(error.name).toBe("TransactionCanceledException");
  expect(error.message).toMatch(/\[None, ConditionalCheckFailed, ConditionalCheckFailed\]/);
  const failed = { Code: "ConditionalCheckFailed", Message: "The conditional request failed" };
  const item = thing("there", { v: number(1) });
  expect(error.details).toEqual({ CancellationReasons: [{ Code: "None" }, { ...failed, Item: item }, failed] });
  expect(await now(things, "a")).toBeUndefined();
});

test("a mistake that only the item shows cancels the transaction with its reason", async () => {
  const things = await openThings();
  const update = { UpdateExpression: "SET n = absent + :one", ExpressionAttributeValues: { ":one": number(1) } };
  const error = await refused(write(things, [put("a"), { Update: { TableName: "Things", Key: key("b"), ...update } }]));
  expect(codes(error)).toEqual(["None", "ValidationError"]);
  expect(await now(things, "a")).toBeUndefined();
});

test("a transaction may span tables", async () => {
  const things = await openThings();
  await things.engine.send("CreateTable", { ...TABLE, TableName: "Others" });
  const other = { Put: { TableName: "Others", Item: thing("1", { where: text("others") }) } };
  await write(things, [put("1", { where: text("things") }), other]);
  expect((await now(things, "1"))?.where).toEqual(text("things"));
  const there = await things.send("GetItem", { TableName: "Others", Key: key("1"), ConsistentRead: true });
  expect(there.Item?.where).toEqual(text("others"));
});

testOfOurs("the same token and the same request writes once; another request under it is refused", async () => {
  let clock = 1_000_000;
  const things = await openThings({ ...CALM, now: () => clock });
  const token = { ClientRequestToken: "first" };
  const count = [
    {
      Update: {
        TableName: "Things",
        Key: key("n"),
        UpdateExpression: "ADD n :one",
        ExpressionAttributeValues: { ":one": number(1) },
      },
    },
  ];
  await write(things, count, token);
  await write(things, count, token);
  expect((await now(things, "n"))?.n).toEqual(number(1));
  const other = await refused(write(things, [put("other")], token));
  expect(other.name).toBe("IdempotentParameterMismatchException");
  clock += 10 * 60_000;
  await write(things, count, token);
  expect((await now(things, "n"))?.n).toEqual(number(2));
});

test("a token under which nothing was written is still free", async () => {
  const things = await openThings();
  const token = { ClientRequestToken: "first" };
  const update = [put("a", {}, { ConditionExpression: "attribute_exists(pk)" })];
  await refused(write(things, update, token));
  await things.send("PutItem", { Item: thing("a") });
  await write(things, update, token);
});

testOfOurs("the same token twice at the same moment: the second is told that the first is under way", async () => {
  const things = await openThings();
  const token = { ClientRequestToken: "first" };
  const [first, second] = await Promise.allSettled([
    write(things, [put("a")], token),
    write(things, [put("a")], token),
  ]);
  expect(first.status).toBe("fulfilled");
  expect(second).toMatchObject({ reason: { name: "TransactionInProgressException" } });
});

testOfOurs("of transactions on one item at the same moment one goes through, the others conflict", async () => {
  const things = await openThings();
  const tries = await Promise.allSettled(
    Array.from({ length: 20 }, (_, n) => write(things, [put("a", { n: number(n) })])),
  );
  expect(tries.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  for (const outcome of tries) {
    if (outcome.status === "rejected") expect(codes(outcome.reason)).toEqual(["TransactionConflict"]);
  }
});

testOfOurs("a plain write meets a transaction in flight, and the other way round", async () => {
  const things = await openThings();
  const [, plain] = await Promise.allSettled([write(things, [put("a")]), things.send("PutItem", { Item: thing("a") })]);
  expect(plain).toMatchObject({ reason: { name: "TransactionConflictException" } });
  const [, transaction, reading] = await Promise.allSettled([
    things.send("PutItem", { Item: thing("a") }),
    write(things, [put("b"), check("a", "attribute_exists(pk)")]),
    read(things, "a"),
  ]);
  expect(transaction).toMatchObject({ reason: { name: "TransactionCanceledException" } });
  expect(reading).toMatchObject({ reason: { name: "TransactionCanceledException" } });
  expect(await now(things, "b")).toBeUndefined();
});

testOfOurs("plain writes on one item at the same moment all go through", async () => {
  const things = await openThings();
  const add = {
    UpdateExpression: "ADD n :one",
    ExpressionAttributeValues: { ":one": number(1) },
    ReturnValues: "UPDATED_NEW",
  };
  const answers = await Promise.all(
    Array.from({ length: 300 }, () => things.send("UpdateItem", { Key: key("n"), ...add })),
  );
  const tickets = answers.map(({ Attributes }) => Attributes?.n && "N" in Attributes.n && Number(Attributes.n.N));
  expect(tickets).toEqual(Array.from({ length: 300 }, (_, at) => at + 1));
});

testOfOurs("conflicts with unknown others happen as often as wanted", async () => {
  const things = await openThings({ ...CALM, conflicts: { rate: 0.3 }, seed: 3 });
  let conflicts = 0;
  for (let n = 0; n < 100; n++) {
    await write(things, [put("a", { n: number(n) }), put("b", { n: number(n) })]).catch(() => conflicts++);
    expect((await now(things, "a"))?.n).toEqual((await now(things, "b"))?.n);
  }
  expect(conflicts).toBeGreaterThan(15);
  expect(conflicts).toBeLessThan(50);
});

test.each<[string, object[], RegExp]>([
  ["no action", [], /greater than or equal to 1/],
  ["101 actions", Array.from({ length: 101 }, (_, at) => put(`s${at}`)), /less than or equal to 100/],
  ["two actions on one item", [put("a"), check("a", "attribute_exists(pk)")], /multiple operations on one item/],
  ["two kinds in one action", [{ ...put("a"), ...check("b", "attribute_exists(pk)") }], /can only contain one of/],
  ["a check without condition", [{ ConditionCheck: { TableName: "Things", Key: key("a") } }], /can not be empty/],
  ["more than 4 MB", Array.from({ length: 11 }, (_, at) => put(`s${at}`, { x: text("x".repeat(400_000)) })), /4 MB/],
  ["a return value", [put("a", {}, { ReturnValues: "ALL_OLD" })], /ReturnValues is not supported/],
])("a transaction with %s is refused", async (_what, actions, words) => {
  const things = await openThings();
  const error = await refused(write(things, actions));
  expect(error.name).toBe("ValidationException");
  expect(error.message).toMatch(words);
  expect(await now(things, "a")).toBeUndefined();
  expect(await now(things, "s0")).toBeUndefined();
});

test("a hundred items are written and read in one transaction", async () => {
  const things = await openThings();
  const sorts = Array.from({ length: 100 }, (_, at) => `s${at}`);
  await write(
    things,
    sorts.map((sk) => put(sk)),
  );
  expect((await read(things, ...sorts)).Responses).toEqual(sorts.map((sk) => ({ Item: thing(sk) })));
});
