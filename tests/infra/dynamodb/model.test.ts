import fc from "fast-check";
import { expect, test } from "vitest";
import { compareText } from "../../../infra/local/dynamodb/values/compare.ts";
import { type Item, key, now, number, openThings, type Things, text, thing } from "./things.ts";

/** What a thing is in the model: a count, a note, tags. */
type Thing = { n?: number; t?: string; tags?: string[] };
type Model = Map<string, Thing>;

/** One write: whether its condition holds, and what it makes of the thing. */
type Write = {
  sk: string;
  request: object;
  kind: "Put" | "Update" | "Delete";
  meets(thing?: Thing): boolean;
  next(thing?: Thing): Thing | undefined;
};

const SORTS = ["a", "a\u0000", "ab", "b", "中", "𠮷"];
const sort = fc.constantFrom(...SORTS);
const small = fc.integer({ min: -3, max: 3 });
const word: fc.Arbitrary<string> = fc.constantFrom("x", "y", "z");
const words = fc.uniqueArray(word, { minLength: 1 });

const toItem = (sk: string, { n, t, tags }: Thing): Item =>
  thing(sk, {
    ...(n !== undefined && { n: number(n) }),
    ...(t !== undefined && { t: text(t) }),
    ...(tags && { tags: { SS: tags } }),
  });

const normal = (item: Item | undefined): Item | undefined =>
  item?.tags && "SS" in item.tags ? { ...item, tags: { SS: item.tags.SS.toSorted() } } : item;

type Guard = { text?: string; values: Item; meets(thing?: Thing): boolean };

const guard: fc.Arbitrary<Guard> = fc.oneof(
  fc.constant<Guard>({ values: {}, meets: () => true }),
  fc.constant<Guard>({ text: "attribute_exists(pk)", values: {}, meets: (it) => it !== undefined }),
  fc.constant<Guard>({ text: "attribute_not_exists(pk)", values: {}, meets: (it) => it === undefined }),
  small.map((n): Guard => ({ text: "n = :g", values: { ":g": number(n) }, meets: (it) => it?.n === n })),
  small.map(
    (n): Guard => ({
      text: "n > :g OR NOT attribute_exists(t)",
      values: { ":g": number(n) },
      meets: (it) => (it?.n ?? Number.NEGATIVE_INFINITY) > n || it?.t === undefined,
    }),
  ),
  word.map(
    (t): Guard => ({
      text: "contains(tags, :g)",
      values: { ":g": text(t) },
      meets: (it) => it?.tags?.includes(t) ?? false,
    }),
  ),
);

const full: fc.Arbitrary<Thing> = fc.record({ n: small, t: word, tags: words }, { requiredKeys: [] });

type Change = { text: string; values: Item; apply(thing: Thing): Thing };
const change: fc.Arbitrary<Change> = fc.oneof(
  small.map(
    (n): Change => ({
      text: "SET n = if_not_exists(n, :zero) + :n",
      values: { ":n": number(n), ":zero": number(0) },
      apply: (it) => ({ ...it, n: (it.n ?? 0) + n }),
    }),
  ),
  fc.tuple(word, small).map(
    ([t, n]): Change => ({
      text: "SET t = :t ADD n :n",
      values: { ":t": text(t), ":n": number(n) },
      apply: (it) => ({ ...it, t, n: (it.n ?? 0) + n }),
    }),
  ),
  words.map(
    (tags): Change => ({
      text: "REMOVE t ADD tags :tags",
      values: { ":tags": { SS: tags } },
      apply: ({ t: _t, ...it }) => ({ ...it, tags: [...new Set([...(it.tags ?? []), ...tags])] }),
    }),
  ),
  words.map(
    (gone): Change => ({
      text: "DELETE tags :tags",
      values: { ":tags": { SS: gone } },
      apply: ({ tags, ...it }) => {
        const left = (tags ?? []).filter((tag) => !gone.includes(tag));
        return left.length > 0 ? { ...it, tags: left } : it;
      },
    }),
  ),
);

const withGuard = (given: Guard, values: Item = {}) => {
  const all = { ...values, ...given.values };
  return {
    ...(given.text && { ConditionExpression: given.text }),
    ...(Object.keys(all).length > 0 && { ExpressionAttributeValues: all }),
  };
};

const write: fc.Arbitrary<Write> = fc.oneof(
  fc.tuple(sort, full, guard).map(
    ([sk, it, given]): Write => ({
      sk,
      kind: "Put",
      request: { Item: toItem(sk, it), ...withGuard(given) },
      meets: given.meets,
      next: () => it,
    }),
  ),
  fc.tuple(sort, guard).map(
    ([sk, given]): Write => ({
      sk,
      kind: "Delete",
      request: { Key: key(sk), ...withGuard(given) },
      meets: given.meets,
      next: () => undefined,
    }),
  ),
  fc.tuple(sort, change, guard).map(
    ([sk, { text: UpdateExpression, values, apply }, given]): Write => ({
      sk,
      kind: "Update",
      request: { Key: key(sk), UpdateExpression, ...withGuard(given, values) },
      meets: given.meets,
      next: (it) => apply(it ?? {}),
    }),
  ),
);

const transaction = fc.uniqueArray(write, { selector: ({ sk }) => sk, minLength: 1, maxLength: 4 });
const query = fc.record({
  from: sort,
  to: sort,
  forward: fc.boolean(),
  least: small,
  limit: fc.integer({ min: 1, max: 4 }),
});

type Step =
  | { write: Write }
  | { transaction: Write[] }
  | { query: { from: string; to: string; forward: boolean; least: number; limit: number } };
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 5, arbitrary: write.map((one) => ({ write: one })) },
  { weight: 3, arbitrary: transaction.map((several) => ({ transaction: several })) },
  { weight: 2, arbitrary: query.map((one) => ({ query: one })) },
);

const settle = (model: Model, { sk, next }: Write): void => {
  const after = next(model.get(sk));
  if (after) model.set(sk, after);
  else model.delete(sk);
};

async function runWrite(things: Things, model: Model, one: Write): Promise<void> {
  const outcome = await things.send(`${one.kind}Item`, one.request).then(
    () => "done",
    (error: Error) => error.name,
  );
  const meets = one.meets(model.get(one.sk));
  expect(outcome).toBe(meets ? "done" : "ConditionalCheckFailedException");
  if (meets) settle(model, one);
  const it = model.get(one.sk);
  expect(normal(await now(things, one.sk))).toEqual(normal(it && toItem(one.sk, it)));
}

async function runTransaction(things: Things, model: Model, several: Write[]): Promise<void> {
  const TransactItems = several.map(({ kind, request }) => ({ [kind]: { TableName: "Things", ...request } }));
  const codes = several.map(({ sk, meets }) => (meets(model.get(sk)) ? "None" : "ConditionalCheckFailed"));
  const outcome = await things.send("TransactWriteItems", { TableName: undefined, TransactItems }).then(
    () => "done",
    (error: Error) => error.message,
  );
  if (codes.every((code) => code === "None")) {
    expect(outcome).toBe("done");
    for (const one of several) settle(model, one);
  } else expect(outcome).toContain(`[${codes.join(", ")}]`);
}

async function runQuery(
  things: Things,
  model: Model,
  asked: { from: string; to: string; forward: boolean; least: number; limit: number },
) {
  const [low = "", high = ""] = [asked.from, asked.to].toSorted(compareText);
  const within = [...model.keys()].filter((sk) => compareText(low, sk) <= 0 && compareText(sk, high) <= 0);
  const ordered = within.toSorted(asked.forward ? compareText : (a, b) => compareText(b, a));
  const looked = ordered.slice(0, asked.limit);
  const passed = looked.filter((sk) => (model.get(sk)?.n ?? Number.NEGATIVE_INFINITY) >= asked.least);
  const answer = await things.send("Query", {
    KeyConditionExpression: "pk = :p AND sk BETWEEN :low AND :high",
    FilterExpression: "n >= :n",
    ExpressionAttributeValues: { ":p": text("p"), ":low": text(low), ":high": text(high), ":n": number(asked.least) },
    ScanIndexForward: asked.forward,
    Limit: asked.limit,
    ConsistentRead: true,
  });
  expect(answer.ScannedCount).toBe(looked.length);
  expect(answer.Items?.map(normal)).toEqual(passed.map((sk) => normal(toItem(sk, model.get(sk) ?? {}))));
}

test("any sequence of writes, transactions and queries gives what a plain map of things would give", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 40 }), async (steps) => {
      const things = await openThings();
      const model: Model = new Map();
      for (const one of steps) {
        if ("write" in one) await runWrite(things, model, one.write);
        else if ("transaction" in one) await runTransaction(things, model, one.transaction);
        else await runQuery(things, model, one.query);
      }
      await runQuery(things, model, { from: "a", to: "𠮷", forward: true, least: -99, limit: 100 });
      await things.engine.close();
    }),
    { numRuns: 150 },
  );
});
