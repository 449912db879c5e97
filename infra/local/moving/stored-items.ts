import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { setImmediate } from "node:timers/promises";
import type { KeptItem } from "../../../shared/rules/moving/owner.ts";
import type { Engine } from "../dynamodb/engine.ts";
import { type MovedItem, TABLES, type Table } from "./file.ts";

/** A copy of everything an engine holds at one moment, which nobody writes to any more. */
export type Snapshot = { items(table: Table): AsyncGenerator<MovedItem>; close(): void };

/** After so many items those who work meanwhile have their turn. */
const TOGETHER = 500;

/** Takes such a copy, also while clerks work: an item and what belongs to it are of the same moment. */
export async function takeSnapshot(engine: Engine): Promise<Snapshot> {
  const folder = mkdtempSync(join(tmpdir(), "linli-moving-"));
  const file = join(folder, "copy.sqlite");
  await engine.copyTo(file);
  const database = new DatabaseSync(file, { readOnly: true });
  return {
    async *items(table) {
      let count = 0;
      for (const item of itemsIn(database, table)) {
        count += 1;
        if (count % TOGETHER === 0) await setImmediate();
        yield { table, item };
      }
    },
    close() {
      database.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** The items of a table in a database of the engine, as plain values. */
export function* itemsIn(database: DatabaseSync, table: Table): Generator<KeptItem> {
  const names = database.prepare("SELECT name FROM tables").all();
  const name = names.map((row) => String(row.name)).find((one) => tableNamed(one) === table) ?? "";
  const query = "SELECT body FROM items JOIN tables ON tableId = id WHERE name = ? ORDER BY hash, range";
  for (const { body } of database.prepare(query).iterate(name)) {
    yield plain({ M: JSON.parse(String(body)) }) as KeptItem;
  }
}

/** What a table of the template is here: the stack names it after its logical id, alone or between hyphens. */
export const tableNamed = (name: string): Table | undefined =>
  TABLES.find((table) => name.toLowerCase().split("-").includes(table));

/** A value of DynamoDB's JSON as a plain one; the product keeps neither sets nor bytes. */
function plain(value: unknown): unknown {
  const [[type, content] = ["", undefined]] = Object.entries(value as Record<string, unknown>);
  if (type === "S" || type === "BOOL") return content;
  if (type === "N") return Number(content);
  if (type === "NULL") return null;
  if (type === "L") return (content as unknown[]).map(plain);
  if (type !== "M") throw new Error(`A value of the kind ${type} cannot move`);
  return Object.fromEntries(Object.entries(content as object).map(([name, one]) => [name, plain(one)]));
}
