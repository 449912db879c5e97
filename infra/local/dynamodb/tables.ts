import * as z from "zod/mini";
import { resourceNotFound } from "./errors.ts";
import type { Storage } from "./storage.ts";

const keyNames = z.object({ hash: z.string(), range: z.optional(z.string()) });

const definition = z.object({
  name: z.string(),
  keys: keyNames,
  indexes: z.array(z.object({ name: z.string(), keys: keyNames, projection: z.enum(["ALL", "KEYS_ONLY"]) })),
  streamLabel: z.optional(z.string()),
  ttlAttribute: z.optional(z.string()),
  createdAt: z.number(),
});

export type KeyNames = z.infer<typeof keyNames>;
export type TableDefinition = z.infer<typeof definition>;
export type IndexDefinition = TableDefinition["indexes"][number];
export type Table = { readonly id: number; readonly definition: TableDefinition };

/** The tables of one file, held in memory: they are few and every request asks for one. */
export type Tables = {
  get(name: string): Table | undefined;
  named(name: string): Table;
  all(): Table[];
  add(definition: TableDefinition): void;
  replace(table: Table, definition: TableDefinition): void;
  /** After a rollback, what is in the file counts again. */
  reload(): void;
};

export function openTables(storage: Storage): Tables {
  const byName = new Map<string, Table>();
  const tables: Tables = {
    get: (name) => byName.get(name),
    named(name) {
      const table = byName.get(name);
      if (!table) throw resourceNotFound();
      return table;
    },
    all: () => [...byName.values()].toSorted((a, b) => (a.definition.name < b.definition.name ? -1 : 1)),
    add(added) {
      storage.run("INSERT INTO tables (name, definition) VALUES (?, ?)", added.name, JSON.stringify(added));
      tables.reload();
    },
    replace(table, changed) {
      storage.run("UPDATE tables SET definition = ? WHERE id = ?", JSON.stringify(changed), table.id);
      tables.reload();
    },
    reload() {
      byName.clear();
      for (const row of storage.rows("SELECT id, definition FROM tables")) {
        const stored = definition.parse(JSON.parse(row.text("definition")));
        byName.set(stored.name, { id: row.number("id"), definition: stored });
      }
    },
  };
  tables.reload();
  return tables;
}

export const tableArn = (name: string): string => `arn:aws:dynamodb:local:000000000000:table/${name}`;

export const streamArn = ({ definition: { name, streamLabel } }: Table): string | undefined =>
  streamLabel === undefined ? undefined : `${tableArn(name)}/stream/${streamLabel}`;

/** Every attribute that is a key somewhere. */
export const namesOfAll = ({ keys, indexes }: TableDefinition): string[] => [
  ...new Set(
    [keys, ...indexes.map((index) => index.keys)].flatMap(({ hash, range }) => (range ? [hash, range] : [hash])),
  ),
];
