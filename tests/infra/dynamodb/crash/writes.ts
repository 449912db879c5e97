import { randomUUID } from "node:crypto";
import type { Random } from "../../../../infra/local/dynamodb/random.ts";
import type { Item } from "../../../../infra/local/dynamodb/values/attribute-value.ts";
import { key, number, text } from "../plain-things.ts";

/** What one client's items are, by their sort key. */
export type Held = ReadonlyMap<string, Item>;

/** One request, what the client's items are once it has gone through, and which common counter it has moved on. */
export type Write = { operation: string; input: object; after: Held; counter?: string };

export const COUNTERS = ["red", "green", "blue"];
export const SHARED = "shared";
const SORTS = Array.from({ length: 12 }, (_, at) => `s${at}`);
const MOST_FILL = 3000;

type Change = {
  kind: "Put" | "Update" | "Delete";
  sk: string;
  request: object;
  holds: boolean;
  next: Item | undefined;
};

/** A put, an update or a delete; now and then with a condition that does not hold. */
function changeOf(client: string, held: Held, random: Random, sk: string): Change {
  const before = held.get(sk);
  const Key = key(sk, client);
  const v = text(randomUUID());
  const holds = !random.chance(0.1);
  const ConditionExpression = (before !== undefined) === holds ? "attribute_exists(pk)" : "attribute_not_exists(pk)";
  const kind = random.below(4);
  if (kind === 0) return { kind: "Delete", sk, request: { Key, ConditionExpression }, holds, next: undefined };
  if (kind === 1) {
    const Item: Item = { ...Key, v, area: text(client), fill: text("邻".repeat(random.below(MOST_FILL))) };
    return { kind: "Put", sk, request: { Item, ConditionExpression }, holds, next: Item };
  }
  const count = before?.count && "N" in before.count ? Number(before.count.N) : 0;
  const UpdateExpression = "SET v = :v ADD #c :one";
  const ExpressionAttributeNames = { "#c": "count" };
  const ExpressionAttributeValues = { ":v": v, ":one": number(1) };
  const request = { Key, UpdateExpression, ConditionExpression, ExpressionAttributeNames, ExpressionAttributeValues };
  return { kind: "Update", sk, request, holds, next: { ...(before ?? Key), v, count: number(count + 1) } };
}

function applied(held: Held, changes: readonly Change[]): Held {
  if (changes.some(({ holds }) => !holds)) return held;
  const after = new Map(held);
  for (const { sk, next } of changes) {
    if (next) after.set(sk, next);
    else after.delete(sk);
  }
  return after;
}

/** What a client does next: half of the time one write, otherwise several in a transaction that moves a counter on. */
export function nextWrite(client: string, held: Held, random: Random): Write {
  const start = random.below(SORTS.length);
  const sorts = Array.from({ length: 2 + random.below(3) }, (_, at) => SORTS[(start + at) % SORTS.length] ?? "s0");
  const changes = sorts.map((sk) => changeOf(client, held, random, sk));
  const [first] = changes;
  if (first && random.chance(0.5)) {
    const input = { TableName: "Things", ...first.request };
    return { operation: `${first.kind}Item`, input, after: applied(held, [first]) };
  }
  const after = applied(held, changes);
  const counter = COUNTERS[random.below(COUNTERS.length)] ?? "red";
  const Update = {
    ...{ TableName: "Things", Key: key(counter, SHARED), UpdateExpression: "ADD n :one" },
    ExpressionAttributeValues: { ":one": number(1) },
  };
  const TransactItems = [
    ...changes.map(({ kind, request }) => ({ [kind]: { TableName: "Things", ...request } })),
    { Update },
  ];
  const input = { TransactItems, ClientRequestToken: randomUUID() };
  return { operation: "TransactWriteItems", input, after, ...(after !== held && { counter }) };
}
