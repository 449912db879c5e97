import { expect } from "vitest";
import { compareText } from "../../../../infra/local/dynamodb/values/compare.ts";
import { type Answer, type Item, key, now, number, type Things, text } from "../things.ts";
import type { Asked, Step } from "./steps.ts";
import { type Model, modelled, normal } from "./thing.ts";
import { outcomeOf, settle, type Write } from "./write.ts";

/** The engine and the map beside it, and what was written under each token. */
export type Pair = { things: Things; model: Model; tokens: Map<string, string> };

const SINGLE = {
  None: "done",
  ConditionalCheckFailed: "ConditionalCheckFailedException",
  ValidationError: "ValidationException",
};

/** How a request ended: "done" or the name of what it was refused with, and the words or the answer. */
const ended = (things: Things, operation: string, request: object) =>
  things.send(operation, request).then(
    (answer) => ({ name: "done", message: "", answer }),
    (error: Error) => ({ name: error.name, message: error.message, answer: {} as Answer }),
  );

const twice = (sorts: readonly string[]): boolean => new Set(sorts).size < sorts.length;

/** Does one step on both sides; whatever is answered must be what the map says. */
export async function run(pair: Pair, step: Step): Promise<void> {
  if ("write" in step) return await runWrite(pair, step.write);
  if ("transaction" in step) return await runTransaction(pair, step.transaction, step.token);
  if ("batch" in step) return await runBatch(pair, step.batch);
  if ("read" in step) return await runReads(pair, step.read);
  return await runQuery(pair, step.query);
}

async function runWrite({ things, model }: Pair, write: Write): Promise<void> {
  const outcome = outcomeOf(model, write);
  const before = modelled(model, write.sk);
  const { name, answer } = await ended(things, `${write.kind}Item`, { ...write.request, ReturnValues: "ALL_OLD" });
  expect(name).toBe(SINGLE[outcome]);
  if (outcome === "None") {
    expect(normal(answer.Attributes)).toEqual(before);
    settle(model, write);
  }
  expect(normal(await now(things, write.sk))).toEqual(modelled(model, write.sk));
}

async function runTransaction({ things, model, tokens }: Pair, writes: Write[], token?: string): Promise<void> {
  const TransactItems = writes.map(({ kind, request }) => ({ [kind]: { TableName: "Things", ...request } }));
  const rest = token === undefined ? {} : { ClientRequestToken: token };
  const { name, message } = await ended(things, "TransactWriteItems", { TableName: undefined, TransactItems, ...rest });
  const content = JSON.stringify(TransactItems);
  const earlier = token === undefined ? undefined : tokens.get(token);
  if (twice(writes.map(({ sk }) => sk))) expect(name).toBe("ValidationException");
  else if (earlier !== undefined) {
    expect(name).toBe(earlier === content ? "done" : "IdempotentParameterMismatchException");
  } else {
    const outcomes = writes.map((write) => outcomeOf(model, write));
    const good = outcomes.every((outcome) => outcome === "None");
    expect(name).toBe(good ? "done" : "TransactionCanceledException");
    if (!good) expect(message).toContain(`[${outcomes.join(", ")}]`);
    else {
      for (const write of writes) settle(model, write);
      if (token !== undefined) tokens.set(token, content);
    }
  }
}

/** A batch knows no conditions: every write of it goes through. */
async function runBatch({ things, model }: Pair, writes: Write[]): Promise<void> {
  const requests = writes.map(({ kind, sk, request }) =>
    kind === "Put" && "Item" in request ? { PutRequest: { Item: request.Item } } : { DeleteRequest: { Key: key(sk) } },
  );
  const request = { TableName: undefined, RequestItems: { Things: requests } };
  const { name, answer } = await ended(things, "BatchWriteItem", request);
  if (twice(writes.map(({ sk }) => sk))) expect(name).toBe("ValidationException");
  else {
    expect([name, answer.UnprocessedItems]).toEqual(["done", {}]);
    for (const write of writes) settle(model, write);
  }
}

/** One by one, in a batch and in a transaction: the same items. */
async function runReads({ things, model }: Pair, sorts: string[]): Promise<void> {
  const Keys = sorts.map((sk) => key(sk));
  const RequestItems = { Things: { Keys, ConsistentRead: true } };
  const batch = await ended(things, "BatchGetItem", { TableName: undefined, RequestItems });
  const TransactItems = Keys.map((Key) => ({ Get: { TableName: "Things", Key } }));
  const transaction = await ended(things, "TransactGetItems", { TableName: undefined, TransactItems });
  const wanted = sorts.map((sk) => modelled(model, sk));
  for (const [at, sk] of sorts.entries()) expect(normal(await now(things, sk))).toEqual(wanted[at]);
  if (twice(sorts)) {
    expect([batch.name, transaction.name]).toEqual(["ValidationException", "ValidationException"]);
    return;
  }
  // The two operations answer in shapes of their own.
  const together = (transaction.answer.Responses as { Item?: Item }[]).map(({ Item }) => normal(Item));
  expect(together).toEqual(wanted);
  const found = (batch.answer.Responses as { Things: Item[] }).Things.map(normal);
  const there = wanted.filter((item) => item !== undefined);
  expect(found).toHaveLength(there.length);
  expect(found).toEqual(expect.arrayContaining(there));
}

/** Page after page, what lies between two sort keys and passes the filter. */
export async function runQuery({ things, model }: Pair, asked: Asked): Promise<void> {
  const [low = "", high = ""] = [asked.from, asked.to].toSorted(compareText);
  const within = [...model.keys()].filter((sk) => compareText(low, sk) <= 0 && compareText(sk, high) <= 0);
  const ordered = within.toSorted(asked.forward ? compareText : (a, b) => compareText(b, a));
  const request = {
    KeyConditionExpression: "pk = :p AND sk BETWEEN :low AND :high",
    FilterExpression: "n >= :n",
    ExpressionAttributeValues: { ":p": text("p"), ":low": text(low), ":high": text(high), ":n": number(asked.least) },
    ScanIndexForward: asked.forward,
    Limit: asked.limit,
    ConsistentRead: true,
  };
  let start: Item | undefined;
  for (let from = 0; ; from += asked.limit) {
    const looked = ordered.slice(from, from + asked.limit);
    const passed = looked.filter((sk) => (model.get(sk)?.n ?? Number.NEGATIVE_INFINITY) >= asked.least);
    const answer = await things.send("Query", { ...request, ...(start && { ExclusiveStartKey: start }) });
    expect(answer.ScannedCount).toBe(looked.length);
    expect(answer.Items?.map(normal)).toEqual(passed.map((sk) => modelled(model, sk)));
    start = answer.LastEvaluatedKey;
    if (!start) {
      expect(from + looked.length).toBe(ordered.length);
      return;
    }
    expect(start).toEqual(key(looked.at(-1) ?? ""));
  }
}
