import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { compareText } from "../../../infra/local/dynamodb/values/compare.ts";
import { type Answer, type Item, number, openThings, refused, type Things, text, thing } from "./things.ts";

const P = { ":p": text("p") };
const strong = { ConsistentRead: true };

const names = (answer: Answer) => answer.Items?.map(({ sk }) => sk && "S" in sk && sk.S);

async function filled(...sorts: string[]): Promise<Things> {
  const things = await openThings();
  for (const [at, sk] of sorts.entries()) await things.send("PutItem", { Item: thing(sk, { n: number(at) }) });
  await things.send("PutItem", { Item: thing("elsewhere", {}, "q") });
  return things;
}

test("items come in the byte order of their sort key, or backwards", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.uniqueArray(fc.string({ unit: "grapheme", minLength: 1, maxLength: 8 }), { minLength: 1, maxLength: 12 }),
      async (sorts) => {
        const things = await filled(...sorts);
        const wanted = sorts.toSorted((a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b)));
        const query = { KeyConditionExpression: "pk = :p", ExpressionAttributeValues: P, ...strong };
        expect(names(await things.send("Query", query))).toEqual(wanted);
        expect(names(await things.send("Query", { ...query, ScanIndexForward: false }))).toEqual(wanted.toReversed());
      },
    ),
    { numRuns: 25 },
  );
});

test("JavaScript's order of texts is corrected to that of UTF-8", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme" }), fc.string({ unit: "grapheme" }), (a, b) => {
      expect(Math.sign(compareText(a, b))).toBe(Buffer.compare(Buffer.from(a), Buffer.from(b)));
    }),
  );
  expect(compareText("\uffff", "𠮷")).toBeLessThan(0);
});

test("a prefix may end in any character, the last one of all included", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.constantFrom("a", "\ud7ff", "\ue000", "\u{10ffff}"), { minLength: 1, maxLength: 2 }),
      async (parts) => {
        const prefix = parts.join("");
        const sorts = [prefix, `${prefix}\u{10ffff}\u{10ffff}`, `${prefix}\u0000`, "b", "\ue000\ue000", "\u{10ffff}z"];
        const things = await filled(...new Set(sorts));
        const answer = await things.send("Query", {
          KeyConditionExpression: "pk = :p AND begins_with(sk, :a)",
          ExpressionAttributeValues: { ...P, ":a": text(prefix) },
          ...strong,
        });
        expect(names(answer)).toEqual([...new Set(sorts)].filter((sk) => sk.startsWith(prefix)).toSorted(compareText));
      },
    ),
    { numRuns: 25 },
  );
});

describe("a condition on the sort key reads just that stretch", () => {
  const sorts = ["a", "b", "ba", "b\u0000", "bz", "b\uffff", "b𠮷", "c", "d"];
  test.each<[string, Item, (sk: string) => boolean]>([
    ["sk = :a", { ":a": text("b") }, (sk) => sk === "b"],
    ["sk < :a", { ":a": text("b") }, (sk) => sk === "a"],
    ["sk <= :a", { ":a": text("b") }, (sk) => sk === "a" || sk === "b"],
    ["sk > :a", { ":a": text("c") }, (sk) => sk === "d"],
    [":a <= sk", { ":a": text("c") }, (sk) => sk >= "c"],
    ["sk BETWEEN :a AND :b", { ":a": text("bz"), ":b": text("c") }, (sk) => ["bz", "b\uffff", "b𠮷", "c"].includes(sk)],
    ["begins_with(sk, :a)", { ":a": text("b") }, (sk) => sk.startsWith("b")],
    ["begins_with(sk, :a)", { ":a": text("b\uffff") }, (sk) => sk.startsWith("b\uffff")],
  ])("%s", async (condition, values, wanted) => {
    const things = await filled(...sorts);
    const answer = await things.send("Query", {
      KeyConditionExpression: `pk = :p AND ${condition}`,
      ExpressionAttributeValues: { ...P, ...values },
      ...strong,
    });
    expect(names(answer)).toEqual(sorts.filter(wanted).toSorted(compareText));
  });
});

test("pages of any size, one after the other, give every item once", async () => {
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: 1, max: 5 }), fc.nat(9), fc.boolean(), async (Limit, count, forward) => {
      const sorts = Array.from({ length: count }, (_, at) => `s${at}`);
      const things = await filled(...sorts);
      const seen: unknown[] = [];
      let ExclusiveStartKey: Item | undefined;
      do {
        const page: Answer = await things.send("Query", {
          KeyConditionExpression: "pk = :p",
          ExpressionAttributeValues: P,
          ScanIndexForward: forward,
          Limit,
          ...strong,
          ...(ExclusiveStartKey && { ExclusiveStartKey }),
        });
        seen.push(...(names(page) ?? []));
        ExclusiveStartKey = page.LastEvaluatedKey;
      } while (ExclusiveStartKey);
      expect(seen).toEqual(forward ? sorts : sorts.toReversed());
    }),
    { numRuns: 30 },
  );
});

test("a page that is exactly full says that there may be more, as DynamoDB does", async () => {
  const things = await filled("a", "b");
  const query = { KeyConditionExpression: "pk = :p", ExpressionAttributeValues: P, ...strong };
  expect((await things.send("Query", { ...query, Limit: 2 })).LastEvaluatedKey).toEqual(thing("b"));
  expect((await things.send("Query", { ...query, Limit: 3 })).LastEvaluatedKey).toBeUndefined();
});

test("a page ends at 1 MB, counted before the filter", async () => {
  const things = await openThings();
  const padding = text("x".repeat(300_000));
  for (const sk of ["a", "b", "c", "d"])
    await things.send("PutItem", { Item: thing(sk, { padding, keep: { BOOL: sk === "d" } }) });
  const query = {
    KeyConditionExpression: "pk = :p",
    FilterExpression: "keep = :t",
    ExpressionAttributeValues: { ...P, ":t": { BOOL: true } },
    ProjectionExpression: "sk",
    ...strong,
  };
  const first = await things.send("Query", query);
  expect(first).toMatchObject({ Items: [], Count: 0, ScannedCount: 3, LastEvaluatedKey: thing("c") });
  const second = await things.send("Query", { ...query, ExclusiveStartKey: first.LastEvaluatedKey });
  expect(second).toEqual({ Items: [{ sk: text("d") }], Count: 1, ScannedCount: 1 });
});

test("the limit counts what was looked at, the count what passed the filter", async () => {
  const things = await filled("a", "b", "c");
  const answer = await things.send("Query", {
    KeyConditionExpression: "pk = :p",
    FilterExpression: "n > :n",
    ExpressionAttributeValues: { ...P, ":n": number(0) },
    Limit: 2,
    Select: "COUNT",
    ...strong,
  });
  expect(answer).toEqual({ Count: 1, ScannedCount: 2, LastEvaluatedKey: thing("b") });
});

describe("an index", () => {
  const byArea = { IndexName: "byArea", ExpressionAttributeValues: { ":a": text("north") } };
  const query = { ...byArea, KeyConditionExpression: "area = :a" };

  async function residents(): Promise<Things> {
    const things = await openThings();
    const person = (sk: string, born: string, area = "north") => ({
      area: text(area),
      born: text(born),
      name: text(sk),
    });
    for (const [sk, born] of [
      ["c", "1950"],
      ["a", "1960"],
      ["b", "1950"],
    ] as const) {
      await things.send("PutItem", { Item: thing(sk, person(sk, born)) });
    }
    await things.send("PutItem", { Item: thing("d", person("d", "1940", "south")) });
    await things.send("PutItem", { Item: thing("unborn", { area: text("north") }) });
    return things;
  }

  test("holds the items that have its keys, in the order of its sort key, then of their own", async () => {
    const things = await residents();
    expect(names(await things.send("Query", query))).toEqual(["b", "c", "a"]);
    expect(names(await things.send("Query", { ...query, ScanIndexForward: false }))).toEqual(["a", "c", "b"]);
  });

  test("follows every change of an item", async () => {
    const things = await residents();
    await things.send("DeleteItem", { Key: thing("b") });
    await things.send("UpdateItem", { Key: thing("c"), UpdateExpression: "REMOVE born" });
    const born = { UpdateExpression: "SET born = :b, area = :a" };
    const values = { ExpressionAttributeValues: { ":b": text("1930"), ":a": text("north") } };
    await things.send("UpdateItem", { Key: thing("d"), ...born, ...values });
    expect(names(await things.send("Query", query))).toEqual(["d", "a"]);
    const later = { UpdateExpression: "SET born = :b", ExpressionAttributeValues: { ":b": text("1990") } };
    await things.send("UpdateItem", { Key: thing("d"), ...later });
    expect(names(await things.send("Query", query))).toEqual(["a", "d"]);
  });

  test("is read page by page with a key of both", async () => {
    const things = await residents();
    const seen: unknown[] = [];
    let ExclusiveStartKey: Item | undefined;
    do {
      const page: Answer = await things.send("Query", {
        ...query,
        Limit: 1,
        ...(ExclusiveStartKey && { ExclusiveStartKey }),
      });
      seen.push(...(names(page) ?? []));
      ExclusiveStartKey = page.LastEvaluatedKey;
      if (ExclusiveStartKey) expect(Object.keys(ExclusiveStartKey).toSorted()).toEqual(["area", "born", "pk", "sk"]);
    } while (ExclusiveStartKey);
    expect(seen).toEqual(["b", "c", "a"]);
  });

  test("of keys shows keys only", async () => {
    const things = await residents();
    const answer = await things.send("Query", { ...query, IndexName: "keysByArea" });
    expect(answer.Items).toContainEqual({ pk: text("p"), sk: text("a"), area: text("north") });
    expect(answer.Count).toBe(4);
  });

  test("cannot be read consistently", async () => {
    const { send } = await openThings();
    expect((await refused(send("Query", { ...query, ConsistentRead: true }))).message).toMatch(
      /not supported on global/,
    );
  });
});

describe("a query that makes no sense is refused", () => {
  const values = (more: Item = {}) => ({ ExpressionAttributeValues: { ...P, ...more } });
  const A = { ":a": text("a") };
  test.each<[object, RegExp]>([
    [{}, /KeyConditionExpression parameter must be specified/],
    [{ KeyConditionExpression: "sk = :p", ...values() }, /missed key schema element: pk/],
    [{ KeyConditionExpression: "pk > :p", ...values() }, /not supported/],
    [{ KeyConditionExpression: "pk = :p OR sk = :a", ...values(A) }, /operator used in KeyConditionExpression: OR/],
    [{ KeyConditionExpression: "pk = :p AND n = :a", ...values(A) }, /missed key schema element: sk/],
    [{ KeyConditionExpression: "pk = :p AND sk <> :a", ...values(A) }, /Unsupported operator/],
    [{ KeyConditionExpression: "pk = :p AND contains(sk, :a)", ...values(A) }, /Invalid operator used/],
    [{ KeyConditionExpression: "pk = :p AND sk = :a", ...values({ ":a": number(1) }) }, /does not match schema type/],
    [{ KeyConditionExpression: "pk = :p AND begins_with(sk, :a)", ...values({ ":a": text("") }) }, /empty string/],
    [{ KeyConditionExpression: "pk = :p", FilterExpression: "sk = :a", ...values(A) }, /non-primary key attributes/],
    [{ KeyConditionExpression: "pk = :p", Limit: 0, ...values() }, /greater than or equal to 1/],
    [{ KeyConditionExpression: "pk = :p", IndexName: "nope", ...values() }, /does not have the specified index/],
    [{ KeyConditionExpression: "pk = :p", Select: "SPECIFIC_ATTRIBUTES", ...values() }, /Must specify/],
    [
      { KeyConditionExpression: "pk = :p", ExclusiveStartKey: thing("a", {}, "q"), ...values() },
      /outside query boundaries/,
    ],
    [{ KeyConditionExpression: "pk = :p", ExclusiveStartKey: { pk: text("p") }, ...values() }, /Missing the key sk/],
    [{ KeyConditionExpression: "pk = :p", ProjectionExpression: "n, n.a", ...values() }, /overlap/],
  ])("%j", async (query, words) => {
    const { send } = await openThings();
    expect((await refused(send("Query", query))).message).toMatch(words);
  });
});
