import type { Context } from "./context.ts";
import { conditionFailed } from "./errors.ts";
import { indexKeyOf, type Key, keyItem } from "./keys.ts";
import { findItem, type Stored, stored } from "./stored.ts";
import type { Table } from "./tables.ts";
import { attributeOf, emptyItem, type Item } from "./values/attribute-value.ts";
import { equal } from "./values/compare.ts";
import { itemBytes } from "./values/size.ts";

/** One item, what must hold of it, and what becomes of it. */
export type WriteAction = {
  table: Table;
  key: Key;
  holds: (item: Item) => boolean;
  /** What is to be there afterwards: an item, nothing, or (a condition check) what was there. */
  next: ((before: Item | undefined) => Item | undefined) | "unchanged";
  showItemOnFailure: boolean;
};

export type Written = { action: WriteAction; before: Stored | undefined; after: Stored | undefined };

/** Looks at the item and decides; nothing is written yet. */
export function decide(context: Context, action: WriteAction): Written {
  const before = findItem(context.storage, action.table, action.key);
  if (!action.holds(before?.item ?? emptyItem())) {
    throw conditionFailed(action.showItemOnFailure ? before?.item : undefined);
  }
  if (action.next === "unchanged") return { action, before, after: before };
  const after = action.next(before?.item);
  return { action, before, after: after && stored(JSON.stringify(after), itemBytes(after), after) };
}

/** Writes what was decided: the item, its places in the indexes and its stream record. */
export function perform(context: Context, { action: { table, key, next }, before, after }: Written): void {
  if (next !== "unchanged") change(context, table, key, before, after, false);
}

export function change(
  context: Context,
  table: Table,
  key: Key,
  before: Stored | undefined,
  after: Stored | undefined,
  expired: boolean,
): void {
  const { storage } = context;
  const { definition } = table;
  if (after) {
    storage.run(
      "INSERT OR REPLACE INTO items (tableId, hash, range, body, bytes, expiry) VALUES (?, ?, ?, ?, ?, ?)",
      table.id,
      key.hash,
      key.range,
      after.text,
      after.bytes,
      expiryOf(definition.ttlAttribute, after.item),
    );
  } else if (before) {
    storage.run("DELETE FROM items WHERE tableId = ? AND hash = ? AND range = ?", table.id, key.hash, key.range);
  }
  for (const index of definition.indexes) {
    const old = before && indexKeyOf(index, before.item);
    const fresh = after && indexKeyOf(index, after.item);
    if (old?.hash === fresh?.hash && old?.range === fresh?.range) continue;
    const entry = (place: Key) => [table.id, index.name, place.hash, place.range, key.hash, key.range];
    if (old) {
      storage.run(
        "DELETE FROM entries WHERE tableId = ? AND indexName = ? AND indexHash = ? AND indexRange = ? AND hash = ? AND range = ?",
        ...entry(old),
      );
    }
    if (fresh) {
      storage.run(
        "INSERT INTO entries (tableId, indexName, indexHash, indexRange, hash, range) VALUES (?, ?, ?, ?, ?, ?)",
        ...entry(fresh),
      );
    }
  }
  if (!unchanged(before, after)) record(context, table, key, before, after, expired);
  context.changes.push({ table, key, before });
}

/** The moment an item is past its time, in seconds; none where the attribute is missing or no number. */
export function expiryOf(attribute: string | undefined, item: Item): number | null {
  const value = attribute === undefined ? undefined : attributeOf(item, attribute);
  return value && "N" in value ? Number(value.N) : null;
}

const unchanged = (before: Stored | undefined, after: Stored | undefined): boolean =>
  before === undefined || after === undefined
    ? before === after
    : before.text === after.text || equal({ M: before.item }, { M: after.item });

function record(
  context: Context,
  table: Table,
  key: Key,
  before: Stored | undefined,
  after: Stored | undefined,
  expired: boolean,
): void {
  const { definition } = table;
  if (definition.streamLabel === undefined) return;
  const keys = keyItem(definition.keys, key);
  const parts = [
    `"eventName":"${before ? (after ? "MODIFY" : "REMOVE") : "INSERT"}"`,
    `"expired":${expired}`,
    `"Keys":${JSON.stringify(keys)}`,
    ...(after ? [`"NewImage":${after.text}`] : []),
    ...(before ? [`"OldImage":${before.text}`] : []),
  ];
  const bytes = itemBytes(keys) + (before?.bytes ?? 0) + (after?.bytes ?? 0);
  context.storage.run(
    "INSERT INTO records (tableId, at, body, bytes) VALUES (?, ?, ?, ?)",
    table.id,
    context.now,
    `{${parts.join(",")}}`,
    bytes,
  );
}
