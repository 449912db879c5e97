import { maskIdentityNumber } from "../rules/identity-number.ts";
import type { Values } from "../schema/field.ts";
import { referencedIds } from "../schema/kinds/reference.ts";
import type { Register } from "../schema/register.ts";
import { registerNamed } from "../schema/registers.ts";
import { withoutNulls } from "../schema/values.ts";
import type { Existing, ListIndex, RowWrite } from "./list-index.ts";
import { shownTitle } from "./shown-title.ts";

/** A record as the index is given it: sealed columns as their masks and the hashes they are found by. */
export type IndexedRecord = Existing & { readonly hashes: Readonly<Record<string, string>> };

export type IndexSource = {
  readonly records: ReadonlyMap<string, Iterable<IndexedRecord>>;
  readonly hash: (register: string, column: string, text: string) => Promise<string>;
  /** All values of a record that was there before, sealed ones opened. */
  readonly open: (register: string, id: string) => Promise<Values>;
};

/** Ids of records by one thing they are looked up by. */
type Lookup = {
  readonly keysOf: (record: IndexedRecord) => readonly string[];
  readonly ids: Map<string, Set<string>>;
};
type List = {
  readonly register: Register;
  readonly records: Map<string, IndexedRecord>;
  readonly lookups: Map<string, Lookup>;
};

/** An index over lists held in memory. What is looked up is indexed when it is first asked for, and kept up to date. */
export function openIndex(source: IndexSource): ListIndex {
  const lists = new Map<string, List>();
  const made = new Map<string, Values>();

  const listOf = (name: string): List => {
    const list = lists.get(name) ?? readList(source, name);
    lists.set(name, list);
    return list;
  };
  const byColumns = async (name: string, columns: readonly string[], values: Values) => {
    const list = listOf(name);
    const parts = columns.map((column) => keyPart(source, list.register, column, values[column] ?? null));
    const key = JSON.stringify(await Promise.all(parts));
    return lookup(list, `= ${columns.join("+")}`, (record) => [keyOf(list.register, columns, record)]).get(key);
  };
  const record = (name: string, ids: Iterable<string> | undefined) => {
    for (const id of ids ?? []) return listOf(name).records.get(id);
    return undefined;
  };

  return {
    get: (name, id) => listOf(name).records.get(id),
    find: async (name, columns, values) => record(name, await byColumns(name, columns, values)),
    isAmbiguous: async (name, columns, values) => ((await byColumns(name, columns, values))?.size ?? 0) > 1,
    referring: (name, column, id) => {
      const list = listOf(name);
      const ids = lookup(list, `> ${column}`, ({ values }) => referencedIds(values[column])).get(id) ?? [];
      return [...ids].flatMap((one) => list.records.get(one) ?? []);
    },
    titled: (name, title) => {
      const list = listOf(name);
      const titles = ({ values }: IndexedRecord) => [
        ...new Set([shownTitle(list.register, values, "zh"), shownTitle(list.register, values, "en")]),
      ];
      const ids = lookup(list, "title", titles).get(title);
      return ids?.size === 1 ? record(name, ids) : undefined;
    },
    titleOf: (name, id, language) => {
      const list = listOf(name);
      const found = list.records.get(id);
      return found && shownTitle(list.register, found.values, language);
    },
    holds: async (name, existing, column, text) => {
      const hash = listOf(name).records.get(existing.id)?.hashes[column];
      return hash !== undefined && hash === (await source.hash(name, column, String(text)));
    },
    open: async (name, { id }) => made.get(`${name}#${id}`) ?? source.open(name, id),
    add: async (write) => {
      const list = listOf(write.register);
      const before = list.records.get(write.id);
      const after = await written(source, list.register, before, write);
      const place = `${write.register}#${write.id}`;
      const known = write.create ? {} : (made.get(place) ?? (await source.open(write.register, write.id)));
      made.set(place, withoutNulls({ ...known, ...write.given }));
      for (const { keysOf, ids } of list.lookups.values()) {
        for (const key of before ? keysOf(before) : []) ids.get(key)?.delete(write.id);
        for (const key of keysOf(after)) put(ids, key, write.id);
      }
      list.records.set(write.id, after);
    },
    all: (name) => listOf(name).records.values(),
  };
}

function readList(source: IndexSource, name: string): List {
  const register = registerNamed(name);
  if (!register) throw new Error(`There is no list ${name}`);
  const records = new Map<string, IndexedRecord>();
  for (const record of source.records.get(name) ?? []) records.set(record.id, record);
  return { register, records, lookups: new Map() };
}

function lookup(list: List, name: string, keysOf: Lookup["keysOf"]): Lookup["ids"] {
  const known = list.lookups.get(name);
  if (known) return known.ids;
  const ids: Lookup["ids"] = new Map();
  for (const record of list.records.values()) for (const key of keysOf(record)) put(ids, key, record.id);
  list.lookups.set(name, { keysOf, ids });
  return ids;
}

function put(ids: Lookup["ids"], key: string, id: string): void {
  const known = ids.get(key);
  if (known) known.add(id);
  else ids.set(key, new Set([id]));
}

function keyOf(register: Register, columns: readonly string[], record: IndexedRecord): string {
  return JSON.stringify(
    columns.map((column) => (register.fields[column]?.sealed ? record.hashes[column] : record.values[column]) ?? null),
  );
}

async function keyPart(source: IndexSource, register: Register, column: string, value: Values[string] | null) {
  return register.fields[column]?.sealed && value !== null ? source.hash(register.name, column, String(value)) : value;
}

async function written(
  source: IndexSource,
  register: Register,
  before: IndexedRecord | undefined,
  { id, given }: RowWrite,
): Promise<IndexedRecord> {
  const values: Record<string, Values[string]> = { ...before?.values };
  const masks: Record<string, string> = { ...before?.masks };
  const hashes: Record<string, string> = { ...before?.hashes };
  for (const [key, value] of Object.entries(given)) {
    if (!register.fields[key]?.sealed) values[key] = value;
    else if (typeof value === "string") {
      masks[key] = register.fields[key]?.kind === "identityNumber" ? maskIdentityNumber(value) : "******";
      hashes[key] = await source.hash(register.name, key, value);
    } else {
      delete masks[key];
      delete hashes[key];
    }
  }
  return { id, values: withoutNulls(values), masks, hashes };
}
