import { expect, test } from "vitest";
import { type Item, key, number, openThings, refused, text, thing, updated } from "./things.ts";

const values = (ExpressionAttributeValues: Item) => ({ ExpressionAttributeValues });
const list = (...members: number[]) => ({ L: members.map(number) });

test("every right side sees the item as it was before", async () => {
  expect(await updated({ a: number(1), b: number(2) }, "SET a = b, b = a")).toEqual({ a: number(2), b: number(1) });
});

test("sums are exact with thirty-eight digits", async () => {
  const start = { n: number("99999999999999999999999999999999999998") };
  const one = values({ ":one": number(1) });
  expect(await updated(start, "SET n = n + :one", one)).toEqual({
    n: number("99999999999999999999999999999999999999"),
  });
  const cents = { ...one, ...values({ ":one": number("0.1") }) };
  expect(await updated({ n: number("0.2") }, "SET n = n + :one", cents)).toEqual({ n: number("0.3") });
  expect(await updated({ n: number("0.3") }, "SET n = n - :one", cents)).toEqual({ n: number("0.2") });
});

test("if_not_exists keeps what is there, and counts from a start where nothing is", async () => {
  const more = values({ ":zero": number(0), ":one": number(1) });
  const count = "SET n = if_not_exists(n, :zero) + :one";
  expect(await updated({}, count, more)).toEqual({ n: number(1) });
  expect(await updated({ n: number(4) }, count, more)).toEqual({ n: number(5) });
});

test("list_append joins at either end", async () => {
  const more = values({ ":more": list(8, 9) });
  expect(await updated({ x: list(1) }, "SET x = list_append(x, :more)", more)).toEqual({ x: list(1, 8, 9) });
  expect(await updated({ x: list(1) }, "SET x = list_append(:more, x)", more)).toEqual({ x: list(8, 9, 1) });
  const either = values({ ":more": list(8), ":none": { L: [] } });
  expect(await updated({}, "SET x = list_append(if_not_exists(x, :none), :more)", either)).toEqual({ x: list(8) });
});

test("a position past the end of a list appends", async () => {
  const more = values({ ":a": number(8), ":b": number(9) });
  expect(await updated({ x: list(1, 2) }, "SET x[9] = :b, x[7] = :a, x[0] = :b", more)).toEqual({
    x: list(9, 2, 8, 9),
  });
});

test("positions to remove are those before the update", async () => {
  expect(await updated({ x: list(0, 1, 2, 3, 4) }, "REMOVE x[0], x[3], x[1], x[77]")).toEqual({ x: list(2, 4) });
  const nested: Item = { x: { L: [text("a"), { M: { y: text("b"), z: text("c") } }] } };
  expect(await updated(nested, "REMOVE x[0], x[1].y")).toEqual({ x: { L: [{ M: { z: text("c") } }] } });
});

test("nested attributes are set and removed by names that may be anything", async () => {
  const names = { ExpressionAttributeNames: { "#m": "地图", "#d": "a.b" }, ...values({ ":v": text("v") }) };
  const before: Item = { 地图: { M: { "a.b": text("old"), rest: text("x") } } };
  expect(await updated(before, "SET #m.#d = :v REMOVE #m.rest", names)).toEqual({ 地图: { M: { "a.b": text("v") } } });
});

test("ADD counts and joins sets, DELETE takes members and then the attribute away", async () => {
  const two = values({ ":two": number(2) });
  expect(await updated({}, "ADD n :two", two)).toEqual({ n: number(2) });
  expect(await updated({ n: number(-2) }, "ADD n :two", two)).toEqual({ n: number(0) });
  const tags = values({ ":t": { SS: ["b", "c"] } });
  expect(await updated({ t: { SS: ["a", "b"] } }, "ADD t :t", tags)).toEqual({ t: { SS: ["a", "b", "c"] } });
  expect(await updated({ t: { SS: ["a", "b"] } }, "DELETE t :t", tags)).toEqual({ t: { SS: ["a"] } });
  expect(await updated({ t: { SS: ["b"] } }, "DELETE t :t", tags)).toEqual({});
  const numbers = values({ ":t": { NS: ["1.0"] } });
  expect(await updated({ t: { NS: ["1", "2"] } }, "DELETE t :t", numbers)).toEqual({ t: { NS: ["2"] } });
});

test.each<[string, string, Item | undefined, RegExp]>([
  [
    "a part of the key",
    "SET sk = :v",
    { ":v": text("x") },
    /Cannot update attribute sk. This attribute is part of the key/,
  ],
  ["a path under nothing", "SET absent.a = :v", { ":v": text("x") }, /document path provided .* is invalid/],
  ["a list position of a map", "SET m[0] = :v", { ":v": text("x") }, /document path provided .* is invalid/],
  ["a sum with a text", "SET n = n + :v", { ":v": text("x") }, /incorrect data type/],
  ["a sum with something missing", "SET n = absent + :v", { ":v": number(1) }, /does not exist in the item/],
  ["ADD of a text", "ADD n :v", { ":v": text("x") }, /operator: ADD, operand type: S/],
  ["ADD of a number to a text", "ADD t :v", { ":v": number(1) }, /incorrect data type/],
  ["ADD below the top", "ADD m.a :v", { ":v": number(1) }, /top-level/],
  ["DELETE of a number", "DELETE n :v", { ":v": number(1) }, /operator: DELETE, operand type: N/],
  ["a path twice", "SET n = :v, n = :v", { ":v": number(1) }, /overlap with each other/],
  ["a path inside another", "SET m = :v REMOVE m.a", { ":v": number(1) }, /overlap with each other/],
  ["a map used as a list", "SET m.a = :v REMOVE m[0]", { ":v": number(1) }, /conflict with each other/],
  ["a section twice", "SET n = :v SET t = :v", { ":v": number(1) }, /can only be used once/],
  ["a reserved word", "SET status = :v, name = :v", { ":v": number(1) }, /reserved keyword: status/],
  ["an unknown function", "SET n = twice(:v)", { ":v": number(1) }, /Invalid function name; function: twice/],
  ["nothing", " ", undefined, /can not be empty/],
  ["nonsense", "SET n = = :v", { ":v": number(1) }, /Syntax error; token: "="/],
  ["three summands", "SET n = :v + :v + :v", { ":v": number(1) }, /Syntax error; token: "\+"/],
])("an update with %s is refused, and nothing changes", async (_what, UpdateExpression, given, words) => {
  const { send } = await openThings();
  const item = thing("1", { n: number(1), t: text("t"), m: { M: { a: number(1) } } });
  await send("PutItem", { Item: item });
  const request = { Key: key("1"), UpdateExpression, ...(given && values(given)) };
  const error = await refused(send("UpdateItem", request));
  expect(error.name).toBe("ValidationException");
  expect(error.message).toMatch(words);
  expect((await send("GetItem", { Key: key("1"), ConsistentRead: true })).Item).toEqual(item);
});
