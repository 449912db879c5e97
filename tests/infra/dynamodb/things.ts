import { onTestFinished, type TestAPI, test } from "vitest";
import { type Engine, type EngineOptions, openEngine } from "../../../infra/local/dynamodb/engine.ts";
import { DynamoError } from "../../../infra/local/dynamodb/errors.ts";
import type { Item } from "../../../infra/local/dynamodb/values/attribute-value.ts";
import { CALM, key, TABLE, thing } from "./plain-things.ts";
import { remoteEngine } from "./remote.ts";

export type { AttributeValue, Item } from "../../../infra/local/dynamodb/values/attribute-value.ts";
export { CALM, key, number, TABLE, text, thing } from "./plain-things.ts";

export type Answer = {
  Item?: Item;
  Items?: Item[];
  Attributes?: Item;
  Count?: number;
  ScannedCount?: number;
  LastEvaluatedKey?: Item;
  Responses?: unknown;
  UnprocessedKeys?: Record<string, { Keys: Item[] }>;
  UnprocessedItems?: Record<string, unknown[]>;
  ConsumedCapacity?: unknown;
};

export type Things = { engine: Engine; send(operation: string, input: object): Promise<Answer> };

/** Another server to be tried instead of the engine: `npm run conformance` sets it. */
const endpoint = process.env.DYNAMODB_ENDPOINT;

/** Of the engine alone: its clock, its strictness, what it refuses though DynamoDB allows it, requests at one moment. */
export const testOfOurs: ReturnType<TestAPI["skipIf"]> = test.skipIf(endpoint !== undefined);

/** An engine with one table, "Things", that ends with the test. */
export async function openThings(options: Partial<EngineOptions> = CALM): Promise<Things> {
  const engine = endpoint ? remoteEngine(endpoint) : openEngine({ file: ":memory:", ...options });
  onTestFinished(() => engine.close());
  const send = async (operation: string, input: object) =>
    // The protocol's answers are plain JSON; these are the members that the tests look at.
    (await engine.send(operation, { TableName: "Things", ...input })) as Answer;
  await engine.send("CreateTable", TABLE);
  return { engine, send };
}

/** The name and words of a refusal; fails if there is none. */
export async function refused(promise: Promise<unknown>): Promise<DynamoError> {
  const outcome = await promise.then(
    () => undefined,
    (error: unknown) => error,
  );
  if (!(outcome instanceof DynamoError)) throw new Error(`Not refused: ${String(outcome)}`);
  return outcome;
}

/** One item as it is now, whatever the engine does to other readers. */
export const now = async ({ send }: Things, sk: string, pk = "p"): Promise<Item | undefined> =>
  (await send("GetItem", { Key: key(sk, pk), ConsistentRead: true })).Item;

/** What comes out when an update is applied to an item that is already there. */
export async function updated(before: Item, UpdateExpression: string, more: object = {}): Promise<Item | undefined> {
  const things = await openThings();
  await things.send("PutItem", { Item: thing("1", before) });
  await things.send("UpdateItem", { Key: key("1"), UpdateExpression, ...more });
  const { pk: _pk, sk: _sk, ...rest } = (await now(things, "1")) ?? {};
  return rest;
}
