import type { Register } from "../schema/register.ts";
import { registerNamed } from "../schema/registers.ts";
import type { IndexedRecord, IndexSource } from "./index-source.ts";

type KeysOf = (record: IndexedRecord) => readonly string[];
/** Ids of records by one thing they are looked up by. */
type Lookup = { readonly keysOf: KeysOf; readonly ids: Map<string, Set<string>> };

/** What is held of a list: all of it, or what was asked for; and what the file's rows have left. */
export type HeldList = {
  readonly register: Register;
  readonly records: ReadonlyMap<string, IndexedRecord>;
  /** Places of the records the file made, in the order it made them. */
  readonly made: ReadonlyMap<string, number>;
  readonly get: (id: string) => Promise<IndexedRecord | undefined>;
  readonly fetch: (ids: readonly string[]) => Promise<void>;
  /** Ids that the source finds, asked once for each `key`; none where everything is held anyway. */
  readonly kept: (key: string, ask: () => Promise<readonly string[] | undefined>) => Promise<readonly string[]>;
  /** Held records by what `keysOf` says of each; indexed when first asked for, and kept up to date. */
  readonly idsBy: (name: string, keysOf: KeysOf) => ReadonlyMap<string, ReadonlySet<string>>;
  readonly holdAll: () => Promise<void>;
  readonly put: (record: IndexedRecord, isNew: boolean) => void;
};

export async function openHeldList(source: IndexSource, name: string): Promise<HeldList> {
  const register = registerNamed(name);
  if (!register) throw new Error(`There is no list ${name}`);
  const records = new Map<string, IndexedRecord>();
  const made = new Map<string, number>();
  const lookups = new Map<string, Lookup>();
  const asked = new Map<string, Promise<readonly string[] | undefined>>();
  const missing = new Set<string>();

  const put = (record: IndexedRecord, isNew: boolean) => {
    const before = records.get(record.id);
    for (const { keysOf, ids } of lookups.values()) {
      for (const key of before ? keysOf(before) : []) ids.get(key)?.delete(record.id);
      for (const key of keysOf(record)) putId(ids, key, record.id);
    }
    records.set(record.id, record);
    if (isNew) made.set(record.id, made.size);
  };
  // What the file has changed meanwhile must not be undone by what was there before it.
  const hold = (found: Iterable<IndexedRecord>) => {
    for (const record of found) if (!records.has(record.id)) put(record, false);
  };

  const first = await source.whole(name, false);
  hold(first ?? []);
  let isWhole = first !== undefined;
  const holdAll = async () => {
    if (isWhole) return;
    hold((await source.whole(name, true)) ?? []);
    isWhole = true;
  };
  const fetch = async (ids: readonly string[]) => {
    const wanted = isWhole ? [] : ids.filter((id) => !records.has(id) && !missing.has(id));
    if (wanted.length === 0) return;
    hold(await source.read(name, wanted));
    for (const id of wanted) if (!records.has(id)) missing.add(id);
  };

  return {
    register,
    records,
    made,
    fetch,
    holdAll,
    put,
    get: async (id) => {
      await fetch([id]);
      return records.get(id);
    },
    kept: async (key, ask) => {
      if (isWhole) return [];
      const answer = asked.get(key) ?? ask();
      asked.set(key, answer);
      const ids = await answer;
      if (ids) return ids;
      await holdAll();
      return [];
    },
    idsBy: (what, keysOf) => {
      const known = lookups.get(what);
      if (known) return known.ids;
      const ids: Lookup["ids"] = new Map();
      for (const record of records.values()) for (const key of keysOf(record)) putId(ids, key, record.id);
      lookups.set(what, { keysOf, ids });
      return ids;
    },
  };
}

/** Records that were there before in order of ids, then those the file made in its order. */
export function byId({ made }: HeldList): (a: string, b: string) => number {
  return (a, b) => (made.get(a) ?? -1) - (made.get(b) ?? -1) || (a < b ? -1 : Number(a > b));
}

function putId(ids: Lookup["ids"], key: string, id: string): void {
  const known = ids.get(key);
  if (known) known.add(id);
  else ids.set(key, new Set([id]));
}
