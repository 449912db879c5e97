import type { Context } from "./context.ts";
import { STREAM_LIFE } from "./operations/streams.ts";
import { TOKEN_LIFE } from "./operations/transact-write-items.ts";
import { storedRow } from "./stored.ts";
import { change } from "./write-item.ts";

/** As DynamoDB, the engine takes a moment more than five years ago for a mistake and leaves the item. */
const OLDEST_SECONDS = 5 * 365 * 24 * 3600;

/** Deletes what is past its time: items, stream records after a day, tokens after ten minutes. */
export function sweepExpired(context: Context): number {
  const { storage, tables, now } = context;
  let deleted = 0;
  for (const table of tables.all()) {
    if (table.definition.ttlAttribute === undefined) continue;
    const expired = storage.rows(
      "SELECT hash, range, body, bytes FROM items WHERE tableId = ? AND expiry < ? AND expiry > ?",
      table.id,
      now / 1000,
      now / 1000 - OLDEST_SECONDS,
    );
    for (const row of [...expired]) {
      change(context, table, { hash: row.text("hash"), range: row.text("range") }, storedRow(row), undefined, true);
      deleted++;
    }
  }
  storage.run("DELETE FROM records WHERE at <= ?", now - STREAM_LIFE);
  storage.run("DELETE FROM tokens WHERE at <= ?", now - TOKEN_LIFE);
  return deleted;
}
