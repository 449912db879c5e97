import fc from "fast-check";
import { type Item, key, number, text } from "../things.ts";
import { full, type Model, small, sort, type Thing, toItem, word, words } from "./thing.ts";

/** What an update makes of a thing; nothing if this thing does not allow it. */
type Change = { text: string; values: Item; apply(thing: Thing): Thing | "mistake" };
type Guard = { text?: string; values: Item; meets(thing?: Thing): boolean };

/** One write: whether its condition holds, and what it makes of the thing. */
export type Write = {
  sk: string;
  kind: "Put" | "Update" | "Delete" | "ConditionCheck";
  request: object;
  meets(thing?: Thing): boolean;
  next(thing?: Thing): Thing | undefined | "mistake";
};

/** How a write ends, by the code that a transaction gives as its reason. */
export type Outcome = "None" | "ConditionalCheckFailed" | "ValidationError";

const ALWAYS: Guard = { values: {}, meets: () => true };
const condition: fc.Arbitrary<Guard> = fc.oneof(
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
  fc.tuple(small, small).map(
    ([n, m]): Guard => ({
      text: "n BETWEEN :g AND :h AND NOT t IN (:x, :y)",
      values: { ":g": number(Math.min(n, m)), ":h": number(Math.max(n, m)), ":x": text("x"), ":y": text("y") },
      meets: (it) =>
        it?.n !== undefined && it.n >= Math.min(n, m) && it.n <= Math.max(n, m) && it.t !== "x" && it.t !== "y",
    }),
  ),
  word.map(
    (t): Guard => ({
      text: "contains(tags, :g)",
      values: { ":g": text(t) },
      meets: (it) => it?.tags?.includes(t) ?? false,
    }),
  ),
  small.map(
    (n): Guard => ({
      text: "size(tags) > :g",
      values: { ":g": number(n) },
      meets: (it) => it?.tags !== undefined && it.tags.length > n,
    }),
  ),
);
const guard = fc.oneof({ weight: 1, arbitrary: fc.constant(ALWAYS) }, { weight: 6, arbitrary: condition });

const change: fc.Arbitrary<Change> = fc.oneof(
  small.map(
    (n): Change => ({
      text: "SET n = if_not_exists(n, :zero) + :n",
      values: { ":n": number(n), ":zero": number(0) },
      apply: (it) => ({ ...it, n: (it.n ?? 0) + n }),
    }),
  ),
  small.map(
    (n): Change => ({
      text: "SET n = n - :n",
      values: { ":n": number(n) },
      apply: (it) => (it.n === undefined ? "mistake" : { ...it, n: it.n - n }),
    }),
  ),
  fc.tuple(word, small).map(
    ([t, n]): Change => ({
      text: "SET t = :t ADD n :n",
      values: { ":t": text(t), ":n": number(n) },
      apply: (it) => ({ ...it, t, n: (it.n ?? 0) + n }),
    }),
  ),
  fc.constant<Change>({
    text: "SET n = t + :n",
    values: { ":n": number(1) },
    apply: () => "mistake",
  }),
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

export const put: fc.Arbitrary<Write> = fc.tuple(sort, full, guard).map(([sk, it, given]) => ({
  sk,
  kind: "Put",
  request: { Item: toItem(sk, it), ...withGuard(given) },
  meets: given.meets,
  next: () => it,
}));

export const deletion: fc.Arbitrary<Write> = fc.tuple(sort, guard).map(([sk, given]) => ({
  sk,
  kind: "Delete",
  request: { Key: key(sk), ...withGuard(given) },
  meets: given.meets,
  next: () => undefined,
}));

export const update: fc.Arbitrary<Write> = fc
  .tuple(sort, change, guard)
  .map(([sk, { text: UpdateExpression, values, apply }, given]) => ({
    sk,
    kind: "Update",
    request: { Key: key(sk), UpdateExpression, ...withGuard(given, values) },
    meets: given.meets,
    next: (it) => apply(it ?? {}),
  }));

export const check: fc.Arbitrary<Write> = fc.tuple(sort, condition).map(([sk, given]) => ({
  sk,
  kind: "ConditionCheck",
  request: { Key: key(sk), ...withGuard(given) },
  meets: given.meets,
  next: (it) => it,
}));

export function outcomeOf(model: Model, { sk, meets, next }: Write): Outcome {
  const before = model.get(sk);
  if (!meets(before)) return "ConditionalCheckFailed";
  return next(before) === "mistake" ? "ValidationError" : "None";
}

export function settle(model: Model, { sk, next }: Write): void {
  const after = next(model.get(sk));
  if (after === "mistake") throw new Error("A mistake changes nothing");
  if (after) model.set(sk, after);
  else model.delete(sk);
}
