import { describe, expect, test } from "vitest";
import { type Item, number, openThings, refused, text, thing } from "./things.ts";

const ITEM: Item = thing("1", {
  n: number(10),
  t: text("abc"),
  b: { B: "AQID" },
  yes: { BOOL: true },
  nothing: { NULL: true },
  tags: { SS: ["x", "y"] },
  counts: { NS: ["1", "2"] },
  seq: { L: [text("a"), number(2)] },
  tree: { M: { core: text("i"), deep: { L: [{ M: { z: number(1) } }] } } },
});

/** Whether a write with this condition goes through. */
async function holds(ConditionExpression: string, given: Item = {}, names: Record<string, string> = {}) {
  const { send } = await openThings();
  await send("PutItem", { Item: ITEM });
  const request = {
    Item: ITEM,
    ConditionExpression,
    ...(Object.keys(given).length > 0 && { ExpressionAttributeValues: given }),
    ...(Object.keys(names).length > 0 && { ExpressionAttributeNames: names }),
  };
  return send("PutItem", request).then(
    () => true,
    (error: Error) => {
      if (error.name === "ConditionalCheckFailedException") return false;
      throw error;
    },
  );
}

describe("a condition holds or not", () => {
  test.each<[string, Item, boolean]>([
    ["attribute_exists(n)", {}, true],
    ["attribute_exists(absent)", {}, false],
    ["attribute_not_exists(tree.core)", {}, false],
    ["attribute_not_exists(tree.core.x)", {}, true],
    ["attribute_exists(tree.deep[0].z)", {}, true],
    ["attribute_exists(tree.deep[1])", {}, false],
    ["n = :v", { ":v": number("10.0") }, true],
    ["n = :v", { ":v": text("10") }, false],
    ["n <> :v", { ":v": text("10") }, true],
    ["absent = :v", { ":v": number(1) }, false],
    ["absent <> :v", { ":v": number(1) }, true],
    ["n > :v", { ":v": number(9) }, true],
    ["n < :v", { ":v": number(9) }, false],
    ["n >= :v", { ":v": number(10) }, true],
    ["n <= :v", { ":v": number("9.99") }, false],
    ["t < :v", { ":v": text("abd") }, true],
    ["t > :v", { ":v": number(1) }, false],
    ["absent < :v", { ":v": number(1) }, false],
    ["b > :v", { ":v": { B: "AQI=" } }, true],
    ["tags = :v", { ":v": { SS: ["y", "x"] } }, true],
    ["seq = :v", { ":v": { L: [text("a"), number(2)] } }, true],
    ["seq = :v", { ":v": { L: [number(2), text("a")] } }, false],
    ["yes = :v", { ":v": { BOOL: true } }, true],
    ["nothing = :v", { ":v": { NULL: true } }, true],
    ["n BETWEEN :a AND :b", { ":a": number(1), ":b": number(10) }, true],
    ["n BETWEEN :a AND :b AND t = :t", { ":a": number(1), ":b": number(9), ":t": text("abc") }, false],
    ["n IN (:a, :b)", { ":a": text("10"), ":b": number(10) }, true],
    ["absent IN (:a)", { ":a": number(10) }, false],
    ["begins_with(t, :v)", { ":v": text("ab") }, true],
    ["begins_with(t, :v)", { ":v": text("b") }, false],
    ["begins_with(n, :v)", { ":v": text("1") }, false],
    ["begins_with(b, :v)", { ":v": { B: "AQ==" } }, true],
    ["contains(t, :v)", { ":v": text("bc") }, true],
    ["contains(tags, :v)", { ":v": text("x") }, true],
    ["contains(tags, :v)", { ":v": text("z") }, false],
    ["contains(counts, :v)", { ":v": number(2) }, true],
    ["contains(seq, :v)", { ":v": number(2) }, true],
    ["contains(n, :v)", { ":v": number(1) }, false],
    ["attribute_type(tree, :v)", { ":v": text("M") }, true],
    ["attribute_type(n, :v)", { ":v": text("S") }, false],
    ["size(t) = :v", { ":v": number(3) }, true],
    ["size(seq) > :v", { ":v": number(1) }, true],
    ["size(b) = :v", { ":v": number(3) }, true],
    ["size(n) = :v", { ":v": number(2) }, false],
    ["NOT n = :v", { ":v": number(10) }, false],
    ["NOT (n = :v) AND t = :v", { ":v": number(10) }, false],
    ["n = :v OR n = :w AND t = :v", { ":v": number(10), ":w": number(1) }, true],
    ["(n = :v OR n = :w) AND t = :v", { ":v": number(10), ":w": number(1) }, false],
    ["NOT n = :v or (NOT (attribute_exists(absent)))", { ":v": number(10) }, true],
    [":v = n", { ":v": number(10) }, true],
    ["tree.core = seq[0]", {}, false],
  ])("%s with %j: %j", async (condition, given, wanted) => {
    expect(await holds(condition, given)).toBe(wanted);
  });
});

test("names stand for attributes that could not be written otherwise", async () => {
  expect(await holds("#a.#b = :v", { ":v": text("i") }, { "#a": "tree", "#b": "core" })).toBe(true);
  expect(await holds("attribute_not_exists(#a)", {}, { "#a": "tree.core" })).toBe(true);
});

describe("a mistake in a condition is refused, not passed over", () => {
  test.each<[string, Item, Record<string, string>, RegExp]>([
    ["n = :v", {}, {}, /value used in expression is not defined; attribute value: :v/],
    ["#n = n", {}, {}, /name used in the document path is not defined; attribute name: #n/],
    ["n = :v", { ":v": number(1), ":w": number(1) }, {}, /ExpressionAttributeValues unused in expressions: keys: {:w}/],
    ["attribute_exists(n)", {}, { "#n": "n" }, /ExpressionAttributeNames unused in expressions: keys: {#n}/],
    ["name = :v", { ":v": number(1) }, {}, /reserved keyword: name/],
    ["Zone = :v", { ":v": number(1) }, {}, /reserved keyword: Zone/],
    ["tree.size = :v", { ":v": number(1) }, {}, /reserved keyword: size/],
    ["n = :v AND", { ":v": number(1) }, {}, /Syntax error/],
    ["n == :v", { ":v": number(1) }, {}, /Syntax error/],
    ["n = 1", {}, {}, /Syntax error; token: "1"/],
    ["n = 'x'", {}, {}, /Syntax error; token: "'"/],
    ["(n = :v", { ":v": number(1) }, {}, /Syntax error; token: "<EOF>"/],
    ["((n = :v))", { ":v": number(1) }, {}, /redundant parentheses/],
    ["exists(n)", {}, {}, /Invalid function name; function: exists/],
    ["attribute_exists(:v)", { ":v": text("x") }, {}, /requires a document path/],
    ["begins_with(t, :v)", { ":v": number(1) }, {}, /Incorrect operand type .* begins_with, operand type: N/],
    ["begins_with(t)", {}, {}, /Incorrect number of operands/],
    ["attribute_type(t, :v)", { ":v": text("text") }, {}, /Invalid attribute type name found/],
    ["n < :v", { ":v": { BOOL: true } }, {}, /Incorrect operand type/],
    ["n BETWEEN :a AND :b", { ":a": number(2), ":b": number(1) }, {}, /upper bound to be greater/],
    ["n BETWEEN :a AND :b", { ":a": number(2), ":b": text("x") }, {}, /same data type/],
    ["n = n", {}, {}, /first operand must be distinct/],
  ])("%s", async (condition, given, names, words) => {
    const { send } = await openThings();
    const request = {
      Item: ITEM,
      ConditionExpression: condition,
      ...(Object.keys(given).length > 0 && { ExpressionAttributeValues: given }),
      ...(Object.keys(names).length > 0 && { ExpressionAttributeNames: names }),
    };
    const error = await refused(send("PutItem", request));
    expect([error.name, error.message]).toEqual(["ValidationException", expect.stringMatching(words)]);
  });

  test("an expression over 4 KB, or with more than 300 operators", async () => {
    const { send } = await openThings();
    const long = Array.from({ length: 301 }, (_, at) => `a${at}=n`).join(" OR ");
    const condition = (ConditionExpression: string) => refused(send("PutItem", { Item: ITEM, ConditionExpression }));
    expect((await condition(long)).message).toMatch(/too many operators/);
    expect((await condition(`n = ${"a".repeat(4100)}`)).message).toMatch(/maximum allowed size/);
  });

  test("values without an expression", async () => {
    const { send } = await openThings();
    const request = { Item: ITEM, ExpressionAttributeValues: { ":v": number(1) } };
    expect((await refused(send("PutItem", request))).message).toMatch(/can only be specified when using expressions/);
  });
});
