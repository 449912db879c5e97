import { ConditionalCheckFailedException } from "@aws-sdk/client-dynamodb";
import { UpdateCommand } from "@aws-sdk/lib-dynamodb";
import type { Deps } from "../http/deps.ts";
import { getItem } from "../store/items.ts";
import { shardKey } from "./keys.ts";
import { entryOf, holds, SHARD_MAX, type Shard, shardFrom, type Ticketed } from "./shard.ts";
import { sharedReads } from "./shared-read.ts";

/** Tickets appended by one update; a condition names each of them. */
const TOGETHER = 40;

const appending = sharedReads<Shard>();
const gathering = new WeakMap<object, Map<string, Map<string, Ticketed>>>();

/** The shard with the ticket in it, or as it is when it is full. Tickets asked for at once are appended together. */
export function appendTo(deps: Deps, event: string, number: number, ticket: Ticketed): Promise<Shard> {
  const name = `${event}/${number}`;
  const batches = gathering.get(deps.documents) ?? new Map<string, Map<string, Ticketed>>();
  gathering.set(deps.documents, batches);
  const mine = batches.get(name) ?? new Map<string, Ticketed>();
  batches.set(name, mine.set(ticket.token, ticket));
  return appending(deps.documents, name, () => {
    batches.delete(name);
    return appendAll(deps, event, number, [...mine.values()]);
  });
}

/** Appends tickets in their order, until all are in the shard or it is full. */
async function appendAll(deps: Deps, event: string, number: number, tickets: readonly Ticketed[]): Promise<Shard> {
  let rest = tickets;
  for (;;) {
    const chunk = rest.slice(0, TOGETHER).map(entryOf);
    const shard = (await appended(deps, event, number, chunk)) ?? (await readShard(deps, event, number));
    rest = rest.filter(({ token }) => !holds([shard], token));
    if (rest.length === 0 || shard.entries.length >= SHARD_MAX) return shard;
  }
}

/** One atomic update, or nothing when the shard is full or holds one of the tickets already. */
async function appended(
  deps: Deps,
  event: string,
  number: number,
  entries: readonly string[],
): Promise<Shard | undefined> {
  const each = Object.fromEntries(entries.map((entry, index) => [`:e${index}`, entry]));
  const absent = Object.keys(each).map((name) => `NOT contains(entries, ${name})`);
  try {
    const { Attributes = {} } = await deps.documents.send(
      new UpdateCommand({
        TableName: deps.tables.records,
        Key: shardKey(event, number),
        UpdateExpression:
          "SET entries = list_append(if_not_exists(entries, :none), :entries), times = list_append(if_not_exists(times, :none), :times)",
        ConditionExpression: `attribute_not_exists(entries) OR (size(entries) < :max AND ${absent.join(" AND ")})`,
        ExpressionAttributeValues: {
          ...each,
          ":none": [],
          ":entries": entries,
          ":times": entries.map(() => deps.now()),
          ":max": SHARD_MAX,
        },
        ReturnValues: "ALL_NEW",
      }),
    );
    return shardFrom(Attributes);
  } catch (error) {
    if (error instanceof ConditionalCheckFailedException) return undefined;
    throw error;
  }
}

async function readShard(deps: Deps, event: string, number: number): Promise<Shard> {
  const item = await getItem(deps, shardKey(event, number));
  if (!item) throw new Error("A shard that refused a ticket is not there");
  return shardFrom(item);
}
