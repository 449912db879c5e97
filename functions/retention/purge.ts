import { Refusal } from "../../shared/contract/refusal.ts";
import type { Register } from "../../shared/schema/register.ts";
import { workEnd } from "../flows/work-items.ts";
import type { Deps } from "../http/deps.ts";
import { TOMBSTONE_DAYS, type WriteContext } from "../records/context.ts";
import { guardItems } from "../records/guards.ts";
import { openValues } from "../records/open-values.ts";
import { historyItem, historyOf, sealedEntry, TRAIL_MAX } from "../store/history.ts";
import { itemOf, type StoredRecord } from "../store/records.ts";
import { historyKey, type Key } from "../store/table.ts";
import { type PlannedItem, transact } from "../store/transact.ts";
import { backReferencesOf, heldIn, heldRemovals } from "./held.ts";

/** Deletions in one transaction, with room for the record and the entry it was found by. */
const TOGETHER = 90;
const ATTEMPTS = 5;

export type PurgeRequest = {
  readonly context: WriteContext;
  /** Further items of the transaction that deletes the record. */
  readonly extra: readonly PlannedItem[];
  /** The item by which the record was found: it goes last, so that an interrupted deletion is found again. */
  readonly foundBy: Key;
};

/**
 * Deletes a record for good (彻底删除): its values, what its history held, its guards, references and traces. What
 * remains is a record without any value, so that open sheets learn of it, and one history entry that goes on from the
 * hash of the last one deleted. Repeated after an interruption anywhere, or done by two at once, it ends the same.
 * To the statistics it is a deletion like any other, which lowers figures as of now and leaves closed months alone.
 */
export async function purge(
  deps: Deps,
  register: Register,
  current: StoredRecord,
  request: PurgeRequest,
): Promise<StoredRecord> {
  const emptied = current.emptied ? current : await empty(deps, register, current, request);
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await forget(deps, register, emptied, request.foundBy);
    } catch (error) {
      // Another sign-up has just taken a phone that this one gave back.
      if (!(error instanceof Refusal && error.code === "stale") || attempt >= ATTEMPTS) throw error;
    }
  }
}

/** From here on the record is gone for everybody, whatever happens next. */
async function empty(
  deps: Deps,
  register: Register,
  current: StoredRecord,
  { context, extra }: PurgeRequest,
): Promise<StoredRecord> {
  const { community, id } = current;
  const latest = current.trail.at(-1) ?? 0;
  const at = Math.max(deps.now(), latest + 1);
  const version = current.version + 1;
  const entry = sealedEntry({
    id,
    version,
    at,
    by: context.actor,
    action: context.action,
    changes: {},
    previous: { hash: current.head, at: latest },
    emptied: true,
  });
  const record: StoredRecord = {
    register: register.name,
    community,
    id,
    version,
    values: {},
    sealed: {},
    createdAt: current.createdAt,
    updatedAt: at,
    updatedBy: context.actor,
    trail: [...current.trail, at].slice(-TRAIL_MAX),
    head: entry.hash,
    // Keys of earlier writes carry hashes of what was sent, and what was sent is to be forgotten.
    once: context.once ? [[version, context.once.key, context.once.body]] : [],
    deleted: true,
    emptied: true,
  };
  await transact(deps, [
    replacing(deps, record, current.head, undefined),
    {
      item: { Put: { TableName: deps.tables.records, Item: historyItem(register.name, community, entry) } },
      refusal: stale,
    },
    ...(await guardItems(deps, register, community, id, await openValues(deps, current), {})),
    ...workEnd(deps, register, current),
    ...extra,
  ]);
  return record;
}

/** Removes what an emptied record leaves behind; its history last and oldest first, because the rest is read from it. */
async function forget(deps: Deps, register: Register, record: StoredRecord, foundBy: Key): Promise<StoredRecord> {
  const { community, id } = record;
  const past = (await historyOf(deps, record)).filter(({ hash }) => hash !== record.head).reverse();
  const held = heldIn(register, past);
  const references = backReferencesOf(register, record, held);
  const removals = [
    ...(await heldRemovals(deps, register, record, held)),
    ...removing(
      deps,
      references.filter((key) => key.pk !== foundBy.pk || key.sk !== foundBy.sk),
    ),
    ...removing(
      deps,
      past.map(({ at }) => historyKey(register.name, community, at, id)),
    ),
  ];
  while (removals.length > TOGETHER) await transact(deps, removals.splice(0, TOGETHER));
  const finished: StoredRecord = { ...record, trail: record.trail.slice(-1) };
  // Only a record that is finished runs out: until then it leads to what is still to be removed.
  const ttl = Math.floor(record.updatedAt / 1000) + TOMBSTONE_DAYS * 86_400;
  await transact(deps, [...removals, replacing(deps, finished, record.head, ttl), ...removing(deps, [foundBy])]);
  return finished;
}

function replacing(deps: Deps, record: StoredRecord, seen: string, ttl: number | undefined): PlannedItem {
  return {
    item: {
      Put: {
        TableName: deps.tables.records,
        Item: itemOf(record, ttl),
        ConditionExpression: "head = :seen",
        ExpressionAttributeValues: { ":seen": seen },
      },
    },
    refusal: stale,
  };
}

const removing = (deps: Deps, keys: readonly Key[]): PlannedItem[] =>
  keys.map((Key) => ({ item: { Delete: { TableName: deps.tables.records, Key } }, refusal: stale }));

const stale = () => new Refusal("stale");
