import { isDeepStrictEqual } from "node:util";
import type { Engine } from "../../../../infra/local/dynamodb/engine.ts";
import { DynamoError } from "../../../../infra/local/dynamodb/errors.ts";
import { type Client, settle } from "./client.ts";
import { itemsOf } from "./reading.ts";
import { COUNTERS, type Held, SHARED } from "./writes.ts";

/** Writes in doubt when the server died, and how many of them had been written all the same. */
export type Doubts = { count: number; written: number };

/**
 * Every client finds what it was told is there, and of the write in doubt all or nothing, its counter included.
 * A transaction in doubt is then sent again under its token: it is written once, whether it was there or not.
 */
export async function settleAll(engine: Engine, clients: readonly Client[]): Promise<Doubts> {
  const doubts: Doubts = { count: 0, written: 0 };
  const counts = await counters(engine);
  const [least, most] = [sums(clients), sums(clients)];
  for (const client of clients) {
    const { doubtful, held } = client;
    const found = await itemsOf(engine, client.name);
    const [asBefore, asAfter] = [isDeepStrictEqual(found, held), isDeepStrictEqual(found, doubtful?.after)];
    if (!asBefore && !asAfter)
      throw new Error(`${client.name} does not find what it wrote: ${differences(held, found)}`);
    if (!doubtful) continue;
    doubts.count++;
    if (asAfter && !asBefore) doubts.written++;
    if (!doubtful.counter) continue;
    if (asAfter) most.set(doubtful.counter, (most.get(doubtful.counter) ?? 0) + 1);
    if (!asBefore) least.set(doubtful.counter, (least.get(doubtful.counter) ?? 0) + 1);
  }
  for (const name of COUNTERS) {
    const [count, low, high] = [counts.get(name) ?? 0, least.get(name) ?? 0, most.get(name) ?? 0];
    if (count < low || count > high)
      throw new Error(`A transaction is torn: ${name} is ${count}, not ${low} to ${high}`);
  }
  for (const client of clients) await sendAgain(engine, client);
  const settled = await counters(engine);
  for (const [name, sum] of sums(clients)) {
    if (settled.get(name) !== sum) throw new Error(`${name} is ${settled.get(name)} after all was settled, not ${sum}`);
  }
  return doubts;
}

async function sendAgain(engine: Engine, client: Client): Promise<void> {
  const { doubtful, held, name } = client;
  if (doubtful?.operation === "TransactWriteItems") {
    const outcome = await engine.send(doubtful.operation, doubtful.input).catch((error: unknown) => error);
    if (doubtful.after !== held && outcome instanceof Error) throw outcome;
    if (doubtful.after === held && !(outcome instanceof DynamoError)) throw new Error("A condition was passed over");
    settle(client, doubtful);
  }
  const found = await itemsOf(engine, name);
  if (doubtful?.operation === "TransactWriteItems" && !isDeepStrictEqual(found, client.held)) {
    throw new Error(`${name}'s transaction was not written once: ${differences(client.held, found)}`);
  }
  client.held = found;
  client.doubtful = undefined;
}

async function counters(engine: Engine): Promise<Map<string, number>> {
  const found = await itemsOf(engine, SHARED);
  return new Map([...found].map(([name, { n }]) => [name, n && "N" in n ? Number(n.N) : 0]));
}

function sums(clients: readonly Client[]): Map<string, number> {
  const total = new Map<string, number>();
  for (const { moved } of clients) for (const [name, n] of moved) total.set(name, (total.get(name) ?? 0) + n);
  return total;
}

const differences = (expected: Held, found: Held): string =>
  [...new Set([...expected.keys(), ...found.keys()])]
    .filter((sk) => !isDeepStrictEqual(expected.get(sk), found.get(sk)))
    .join(", ");
