import type { Key } from "./keys.ts";
import type { Row, Storage } from "./storage.ts";
import type { Table } from "./tables.ts";
import type { Item } from "./values/attribute-value.ts";

/** An item as it is kept; parsed only when somebody looks inside. */
export type Stored = { readonly text: string; readonly bytes: number; readonly item: Item };

export function stored(text: string, bytes: number, known?: Item): Stored {
  let item = known;
  return {
    text,
    bytes,
    get item() {
      item ??= JSON.parse(text) as Item; // written by this engine, from a checked item
      return item;
    },
  };
}

export const storedRow = (row: Row): Stored => stored(row.text("body"), row.number("bytes"));

export function findItem(storage: Storage, table: Table, key: Key): Stored | undefined {
  const row = storage.first(
    "SELECT body, bytes FROM items WHERE tableId = ? AND hash = ? AND range = ?",
    table.id,
    key.hash,
    key.range,
  );
  return row && storedRow(row);
}
