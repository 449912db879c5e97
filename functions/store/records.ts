import { BatchGetCommand, QueryCommand } from "@aws-sdk/lib-dynamodb";
import type { Stage, Step } from "../../shared/rules/flow.ts";
import type { Values } from "../../shared/schema/field.ts";
import type { Deps } from "../http/deps.ts";
import { getItem } from "./items.ts";
import { isKey, type Key, recordKey, recordPartition } from "./table.ts";

/** A sealed value: the encrypted text, what everybody sees of it, and the keyed hash it is found by. */
export type SealedValue = { readonly box: string; readonly mask: string; readonly hash: string };

/** A record as it is kept. Sealed columns stand in `sealed`, all others in `values`; empty ones nowhere. */
export type StoredRecord = {
  readonly register: string;
  readonly community: string;
  readonly id: string;
  readonly version: number;
  readonly values: Values;
  readonly sealed: Readonly<Record<string, SealedValue>>;
  readonly createdAt: number;
  readonly updatedAt: number;
  readonly updatedBy: { readonly account: string; readonly name: string };
  /** Instants of its history entries, oldest first; the last `TRAIL_MAX` of them. */
  readonly trail: readonly number[];
  /** Hash of its latest history entry, which the next one carries on. */
  readonly head: string;
  /** Keys of the latest writes that were to happen once: version, hash of the key, hash of the body. */
  readonly once: readonly (readonly [version: number, key: string, body: string])[];
  /** What its flow has done with it: the first step and the latest; older ones stand in its history. */
  readonly steps?: readonly Step[];
  /** Where its flow stands: since when, and until when it waits. */
  readonly stage?: Stage;
  /** A deleted record stays for a while, so that everyone learns of it. */
  readonly deleted?: true;
  /** Deleted for good: what its history held goes too. While that is under way its trail still names the old entries. */
  readonly emptied?: true;
};

/** How a record reads from the table; a fault when the item is not one of ours. */
function fromItem(item: Record<string, unknown>): StoredRecord {
  const [, register = "", community = ""] = String(item.pk).split("#");
  const { pk, sk, ttl, ...rest } = item;
  // Items of this key class are written by `itemOf` alone, which is the other half of this cast.
  return { register, community, id: String(sk), ...rest } as StoredRecord;
}

/** The item that keeps a record. */
export function itemOf(record: StoredRecord, ttl?: number): Record<string, unknown> {
  const { register, community, id, ...rest } = record;
  return { ...recordKey(register, community, id), ...rest, ...(ttl !== undefined && { ttl }) };
}

/** One record; a deleted one is absent unless asked for. */
export async function getRecord(
  deps: Deps,
  register: string,
  community: string,
  id: string,
  options: { deleted?: boolean } = {},
): Promise<StoredRecord | undefined> {
  const item = await getItem(deps, recordKey(register, community, id));
  const record = item && fromItem(item);
  return record && (!record.deleted || options.deleted) ? record : undefined;
}

export type RecordPage = { readonly records: readonly StoredRecord[]; readonly after?: string };

/** How often a page is filled up where deleted records stood in it, and how many are then read at least. */
const FILLED = 4;
const FILLED_BY = 250;

/**
 * One page of a list in order of ids; `after` of the answer continues it. Deleted records are left out, and others
 * read in their place: after an import was taken back, a page is not as good as empty.
 */
export async function pageRecords(
  deps: Deps,
  register: string,
  community: string,
  options: { limit: number; after?: string; prefix?: string },
): Promise<RecordPage> {
  const records: StoredRecord[] = [];
  let { limit, after } = options;
  for (let time = 1; ; time += 1) {
    const page = await readItems(deps, recordPartition(register, community), { ...options, limit, after });
    records.push(...page.items.map(fromItem).filter((record) => !record.deleted));
    const last = records[options.limit - 1];
    if (records.length > options.limit && last) return { records: records.slice(0, options.limit), after: last.id };
    // Where the answer's size has cut it short, it is full.
    const isFull = records.length === options.limit || page.items.length < limit || time === FILLED;
    if (page.after === undefined) return { records };
    if (isFull) return { records, after: page.after };
    limit = Math.max(options.limit, FILLED_BY);
    after = page.after;
  }
}

async function readItems(
  deps: Deps,
  partition: string,
  { limit, after, prefix }: { limit: number; after: string | undefined; prefix?: string },
): Promise<{ items: Record<string, unknown>[]; after: string | undefined }> {
  const { Items = [], LastEvaluatedKey } = await deps.documents.send(
    new QueryCommand({
      TableName: deps.tables.records,
      KeyConditionExpression: prefix === undefined ? "pk = :pk" : "pk = :pk AND begins_with(sk, :prefix)",
      ExpressionAttributeValues: { ":pk": partition, ...(prefix !== undefined && { ":prefix": prefix }) },
      Limit: limit,
      ConsistentRead: true,
      ...(after !== undefined && { ExclusiveStartKey: { pk: partition, sk: after } }),
    }),
  );
  return { items: Items, after: LastEvaluatedKey && String(LastEvaluatedKey.sk) };
}

/** Every record of a list, page by page. */
export async function* allRecords(
  deps: Deps,
  register: string,
  community: string,
  options: { prefix?: string; after?: string } = {},
): AsyncGenerator<StoredRecord> {
  let after = options.after;
  do {
    const page = await pageRecords(deps, register, community, {
      limit: 1000,
      ...options,
      ...(after !== undefined && { after }),
    });
    yield* page.records;
    after = page.after;
  } while (after !== undefined);
}

/** The records of these ids, in no order; unknown ids and deleted records (unless asked for) are absent. */
export async function batchGetRecords(
  deps: Deps,
  register: string,
  community: string,
  ids: readonly string[],
  options: { deleted?: boolean } = {},
): Promise<StoredRecord[]> {
  const keys = [...new Set(ids)].map((id) => recordKey(register, community, id)).filter(isKey);
  const items = await batchGet(deps, keys);
  return items.map(fromItem).filter((record) => !record.deleted || options.deleted);
}

/** Items by key, a hundred at a time, asked for again until the table has answered all. */
export async function batchGet(deps: Deps, keys: readonly Key[]): Promise<Record<string, unknown>[]> {
  const items: Record<string, unknown>[] = [];
  for (let start = 0; start < keys.length; start += 100) {
    let wanted: Record<string, unknown>[] = [...keys.slice(start, start + 100)];
    while (wanted.length > 0) {
      const { Responses, UnprocessedKeys } = await deps.documents.send(
        new BatchGetCommand({ RequestItems: { [deps.tables.records]: { Keys: wanted, ConsistentRead: true } } }),
      );
      items.push(...(Responses?.[deps.tables.records] ?? []));
      wanted = UnprocessedKeys?.[deps.tables.records]?.Keys ?? [];
    }
  }
  return items;
}
