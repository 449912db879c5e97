import { createHash } from "node:crypto";
import { GetCommand, QueryCommand } from "@aws-sdk/lib-dynamodb";
import { entryText, type HashedEntry } from "../../shared/rules/blocks/entry.ts";
import type { Value } from "../../shared/schema/field.ts";
import type { Deps } from "../http/deps.ts";
import { batchGet, type SealedValue, type StoredRecord } from "./records.ts";
import { historyKey, historyPartition, instantText } from "./table.ts";

/** How many instants of its history a record carries; older entries are found by following the chain. */
export const TRAIL_MAX = 200;

/** What happened to one record at one version (变更历史): nothing changes without such an entry. */
export type HistoryEntry = Omit<HashedEntry, "changes"> & {
  /** Old and new value of every column that changed; sealed ones stay sealed. */
  readonly changes: Readonly<Record<string, readonly [Value | SealedValue, Value | SealedValue]>>;
};

/** An entry with the hash that seals it to the one before. */
export function sealedEntry(entry: Omit<HistoryEntry, "hash">): HistoryEntry {
  return { ...entry, hash: sha256(entryText(entry)) };
}

/** The hash of a text, as the chains of entries and of blocks have it. */
export const sha256 = (text: string): string => createHash("sha256").update(text).digest("base64url");

/** The history of a record, newest first. */
export async function historyOf(deps: Deps, record: StoredRecord): Promise<HistoryEntry[]> {
  const { register, community, id, trail } = record;
  const items = await batchGet(
    deps,
    trail.map((at) => historyKey(register, community, at, id)),
  );
  const entries = items.map(entryFrom).sort((a, b) => b.at - a.at);
  let oldest = entries.at(-1);
  while (oldest?.previous) {
    const { Item } = await deps.documents.send(
      new GetCommand({
        TableName: deps.tables.records,
        Key: historyKey(register, community, oldest.previous.at, id),
        ConsistentRead: true,
      }),
    );
    if (!Item) break;
    oldest = entryFrom(Item);
    entries.push(oldest);
  }
  return entries;
}

/** Ids that changed after an instant, oldest change first, and the position after the last one read. */
export async function changedSince(
  deps: Deps,
  register: string,
  community: string,
  position: string,
  limit: number,
): Promise<{ ids: string[]; position: string; more: boolean }> {
  const { Items = [], LastEvaluatedKey } = await deps.documents.send(
    new QueryCommand({
      TableName: deps.tables.records,
      KeyConditionExpression: "pk = :pk AND sk > :position",
      ExpressionAttributeValues: { ":pk": historyPartition(register, community), ":position": position },
      ProjectionExpression: "sk, id",
      Limit: limit,
      ConsistentRead: true,
    }),
  );
  return {
    ids: [...new Set(Items.map((item) => String(item.id)))],
    position: Items.length > 0 ? String(Items.at(-1)?.sk) : position,
    more: LastEvaluatedKey !== undefined,
  };
}

/** The position just before an instant. */
export const positionAt = (at: number): string => instantText(Math.max(0, at));

export function historyItem(register: string, community: string, entry: HistoryEntry): Record<string, unknown> {
  return { ...historyKey(register, community, entry.at, entry.id), ...entry };
}

function entryFrom(item: Record<string, unknown>): HistoryEntry {
  const { pk, sk, ...entry } = item;
  // Items of this key class are written by `historyItem` alone.
  return entry as HistoryEntry;
}
