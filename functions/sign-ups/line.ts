import { ConditionalCheckFailedException } from "@aws-sdk/client-dynamodb";
import { PutCommand, QueryCommand, UpdateCommand } from "@aws-sdk/lib-dynamodb";
import type { Line } from "../../shared/rules/placing.ts";
import type { Deps } from "../http/deps.ts";
import { getItem } from "../store/items.ts";
import { appendTo } from "./append-tickets.ts";
import { linePartition, shardKey, ticketKey } from "./keys.ts";
import {
  entryOf,
  holds,
  partyOfEntry,
  SHARD_MAX,
  type Shard,
  shardFrom,
  type Ticketed,
  tokenOfEntry,
} from "./shard.ts";
import { sharedReads } from "./shared-read.ts";

/** The line for an event's places (排队) as it is kept. */
export type StoredLine = { readonly shards: readonly Shard[] };

export function lineOf({ shards }: StoredLine): Line {
  return {
    tickets: shards.flatMap(({ entries, times }) =>
      entries.map((entry, index) => ({
        token: tokenOfEntry(entry),
        party: partyOfEntry(entry),
        at: times[index] ?? 0,
      })),
    ),
    cancelled: new Set(shards.flatMap(({ cancelled }) => cancelled)),
  };
}

const shared = sharedReads<StoredLine>();

export function readLine(deps: Deps, event: string): Promise<StoredLine> {
  return shared(deps.documents, event, () => wholeLine(deps, event));
}

async function wholeLine(deps: Deps, event: string): Promise<StoredLine> {
  const shards: Shard[] = [];
  let start: Record<string, unknown> | undefined;
  do {
    const { Items = [], LastEvaluatedKey } = await deps.documents.send(
      new QueryCommand({
        TableName: deps.tables.records,
        KeyConditionExpression: "pk = :pk AND sk BETWEEN :first AND :last",
        ExpressionAttributeValues: { ":pk": linePartition(event), ":first": "0000", ":last": "9999" },
        ConsistentRead: true,
        ...(start && { ExclusiveStartKey: start }),
      }),
    );
    shards.push(...Items.map(shardFrom));
    start = LastEvaluatedKey;
  } while (start);
  return { shards };
}

/**
 * Takes the next ticket: one atomic update, however many ask at once. Asked again for the same token, it finds
 * the first ticket. Returns the line up to it.
 */
export async function takeTicket(deps: Deps, event: string, ticket: Ticketed): Promise<StoredLine> {
  const { shards } = await readLine(deps, event);
  const earlier = shards.slice(0, -1);
  if (holds(earlier, ticket.token)) return { shards };
  for (let number = shards.at(-1)?.number ?? 0; ; number += 1) {
    const shard = await appendTo(deps, event, number, ticket);
    if (holds([shard], ticket.token)) return { shards: [...earlier, shard] };
    earlier.push(shard);
  }
}

/** Gives up a ticket; a ticket given up twice is given up once. */
export async function cancelTicket(deps: Deps, event: string, line: StoredLine, token: string): Promise<void> {
  const shard = line.shards.find((one) => holds([one], token));
  if (!shard || shard.cancelled.includes(token)) return;
  await onlyIf(() =>
    deps.documents.send(
      new UpdateCommand({
        TableName: deps.tables.records,
        Key: shardKey(event, shard.number),
        UpdateExpression: "SET cancelled = list_append(if_not_exists(cancelled, :none), :tokens)",
        // A line that was removed meanwhile stays removed.
        ConditionExpression:
          "attribute_exists(entries) AND (attribute_not_exists(cancelled) OR NOT contains(cancelled, :token))",
        ExpressionAttributeValues: { ":none": [], ":tokens": [token], ":token": token },
      }),
    ),
  );
}

/**
 * Changes how many come with a ticket. A larger party only while the line is one shard that nobody joined or left
 * since it was read, so that nobody who was promised a place loses it; false when that cannot be said.
 */
export async function changeParty(
  deps: Deps,
  event: string,
  line: StoredLine,
  { token, party }: Ticketed,
): Promise<boolean> {
  const shard = line.shards.find((one) => holds([one], token));
  const index = shard?.entries.findIndex((entry) => tokenOfEntry(entry) === token) ?? -1;
  const old = shard?.entries[index];
  if (!shard || old === undefined) return false;
  const grows = party > partyOfEntry(old);
  const seen = shard.entries.length;
  if (grows && (line.shards.length > 1 || seen >= SHARD_MAX)) return false;
  const alone = `size(entries) = :seen AND ${shard.cancelled.length > 0 ? "size(cancelled) = :left" : "attribute_not_exists(cancelled)"}`;
  return onlyIf(() =>
    deps.documents.send(
      new UpdateCommand({
        TableName: deps.tables.records,
        Key: shardKey(event, shard.number),
        UpdateExpression: `SET entries[${index}] = :new`,
        ConditionExpression: `entries[${index}] = :old${grows ? ` AND ${alone}` : ""}`,
        ExpressionAttributeValues: {
          ":new": entryOf({ token, party }),
          ":old": old,
          ...(grows && { ":seen": seen }),
          ...(grows && shard.cancelled.length > 0 && { ":left": shard.cancelled.length }),
        },
      }),
    ),
  );
}

/** Says that a ticket never becomes a sign-up any more; false when it already has. */
export async function releaseTicket(deps: Deps, event: string, token: string): Promise<boolean> {
  const Item = { ...ticketKey(event, token), released: true };
  const isFirst = await onlyIf(() =>
    deps.documents.send(
      new PutCommand({ TableName: deps.tables.records, Item, ConditionExpression: "attribute_not_exists(pk)" }),
    ),
  );
  return isFirst || (await getItem(deps, ticketKey(event, token)))?.released === true;
}

async function onlyIf(write: () => Promise<unknown>): Promise<boolean> {
  try {
    await write();
    return true;
  } catch (error) {
    if (error instanceof ConditionalCheckFailedException) return false;
    throw error;
  }
}
