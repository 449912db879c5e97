import type { SQLInputValue } from "node:sqlite";
import type { KeyRange } from "./expressions/key-condition.ts";
import { indexKeyOf, type Key, sameItem } from "./keys.ts";
import type { StaleView } from "./recent-writes.ts";
import type { Storage } from "./storage.ts";
import { type Stored, storedRow } from "./stored.ts";
import type { IndexDefinition, Table } from "./tables.ts";
import { compareText } from "./values/compare.ts";

/** A stretch of a table or of one of its indexes, in order, from behind a place. */
export type Stretch = {
  table: Table;
  index: IndexDefinition | undefined;
  range: KeyRange;
  forward: boolean;
  after: Place | undefined;
};

/** Where a row stands in the order of a query: by its sort key, in an index then by the item's own key. */
export type Place = { sort: string; key: Key };
export type Found = Place & { stored: Stored };

export function findRows(storage: Storage, stretch: Stretch, stale: StaleView | undefined): Iterable<Found> {
  const current = currentRows(storage, stretch);
  return stale ? rowsAsBefore(current, stretch, stale) : current;
}

function* currentRows(storage: Storage, { table, index, range, forward, after }: Stretch): Iterable<Found> {
  const sort = index ? "e.indexRange" : "i.range";
  const values: SQLInputValue[] = [table.id];
  const where = [`${index ? "e" : "i"}.tableId = ?`];
  const add = (condition: string, ...more: SQLInputValue[]) => {
    where.push(condition);
    values.push(...more);
  };
  if (index) add("e.indexName = ?", index.name);
  add(index ? "e.indexHash = ?" : "i.hash = ?", range.hash);
  if (range.lower) add(`${sort} ${range.lower.inclusive ? ">=" : ">"} ?`, range.lower.value);
  if (range.upper) add(`${sort} ${range.upper.inclusive ? "<=" : "<"} ?`, range.upper.value);
  const beyond = forward ? ">" : "<";
  if (after && index) {
    add(`(e.indexRange, e.hash, e.range) ${beyond} (?, ?, ?)`, after.sort, after.key.hash, after.key.range);
  } else if (after) add(`i.range ${beyond} ?`, after.sort);
  const direction = forward ? "ASC" : "DESC";
  const order = index ? ["e.indexRange", "e.hash", "e.range"] : ["i.range"];
  const from = index
    ? "entries e JOIN items i ON i.tableId = e.tableId AND i.hash = e.hash AND i.range = e.range"
    : "items i";
  const sql =
    `SELECT ${sort} AS sort, i.hash AS hash, i.range AS range, i.body AS body, i.bytes AS bytes FROM ${from} ` +
    `WHERE ${where.join(" AND ")} ORDER BY ${order.map((column) => `${column} ${direction}`).join(", ")}`;
  for (const row of storage.rows(sql, ...values)) {
    yield { sort: row.text("sort"), key: { hash: row.text("hash"), range: row.text("range") }, stored: storedRow(row) };
  }
}

/** The same stretch as a replica has it that missed the last writes: those items are put back where they were. */
function* rowsAsBefore(current: Iterable<Found>, stretch: Stretch, stale: StaleView): Iterable<Found> {
  const { table, forward } = stretch;
  const earlier = formerRows(stretch, stale);
  let at = 0;
  for (const row of current) {
    if (stale.has(sameItem(table, row.key))) continue;
    for (let former = earlier[at]; former && inOrder(former, row, forward) < 0; former = earlier[++at]) yield former;
    yield row;
  }
  yield* earlier.slice(at);
}

function formerRows({ index, range, forward, after }: Stretch, stale: StaleView): Found[] {
  const rows: Found[] = [];
  for (const { key, before } of stale.values()) {
    if (!before) continue;
    const place = index ? indexKeyOf(index, before.item) : key;
    if (place?.hash !== range.hash || !within(range, place.range)) continue;
    const row = { sort: place.range, key, stored: before };
    if (!after || inOrder(after, row, forward) < 0) rows.push(row);
  }
  return rows.sort((a, b) => inOrder(a, b, forward));
}

export function within({ lower, upper }: KeyRange, sort: string): boolean {
  const fromLower = lower ? compareText(sort, lower.value) : 1;
  const fromUpper = upper ? compareText(sort, upper.value) : -1;
  return (
    (fromLower > 0 || (fromLower === 0 && lower?.inclusive === true)) &&
    (fromUpper < 0 || (fromUpper === 0 && upper?.inclusive === true))
  );
}

function inOrder(a: Place, b: Place, forward: boolean): number {
  const direction =
    compareText(a.sort, b.sort) || compareText(a.key.hash, b.key.hash) || compareText(a.key.range, b.key.range);
  return forward ? direction : -direction;
}
