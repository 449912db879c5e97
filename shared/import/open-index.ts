import { maskIdentityNumber } from "../rules/identity-number.ts";
import type { Values } from "../schema/field.ts";
import { referencedIds } from "../schema/kinds/reference.ts";
import type { Register } from "../schema/register.ts";
import { withoutNulls } from "../schema/values.ts";
import { byId, type HeldList, openHeldList } from "./held-list.ts";
import type { IndexedRecord, IndexSource } from "./index-source.ts";
import type { Existing, ListIndex, RowWrite } from "./list-index.ts";
import { shownTitle } from "./shown-title.ts";

/**
 * An index over lists that are kept elsewhere. A short list is held whole; of a long one, records are fetched as rows
 * ask for them, by whatever they are looked up by. Both answer the same, for what a file's rows leave is held either way.
 */
export function openIndex(source: IndexSource): ListIndex {
  const lists = new Map<string, Promise<HeldList>>();
  const made = new Map<string, Values>();

  const listOf = (name: string): Promise<HeldList> => {
    const list = lists.get(name) ?? openHeldList(source, name);
    lists.set(name, list);
    return list;
  };

  /** Ids of the records whose columns hold these values, unordered. */
  const withValues = async (list: HeldList, columns: readonly string[], values: Values, end: "first" | "last") => {
    const { register } = list;
    const parts = columns.map((column) => keyPart(source, register, column, values[column] ?? null));
    const key = JSON.stringify(await Promise.all(parts));
    const keysOf = (record: IndexedRecord) => [keyOf(register, columns, record)];
    const kept = await list.kept(`${end} ${columns.join("+")} ${key}`, () =>
      source.idsWith(register, columns, values, end),
    );
    const held = list.idsBy(`= ${columns.join("+")}`, keysOf).get(key);
    return [...(held ?? []), ...kept.filter((id) => !list.records.has(id))];
  };

  const titled = async (list: HeldList, title: string) => {
    const { register, records } = list;
    const [column = "", ...more] = register.title;
    const isOneText = more.length === 0 && register.fields[column]?.kind === "text";
    if (isOneText) return withValues(list, [column], { [column]: title }, "first");
    await list.holdAll();
    const titles = ({ values }: IndexedRecord) => [
      ...new Set([shownTitle(register, values, "zh"), shownTitle(register, values, "en")]),
    ];
    return [...(list.idsBy("title", titles).get(title) ?? [])].filter((id) => records.has(id));
  };

  return {
    get: async (name, id) => (await listOf(name)).get(id),
    find: async (name, columns, values) => {
      const list = await listOf(name);
      const [first] = (await withValues(list, columns, values, "first")).sort(byId(list));
      return first === undefined ? undefined : list.get(first);
    },
    findLast: async (name, columns, values) => {
      const list = await listOf(name);
      const last = (await withValues(list, columns, values, "last")).sort(byId(list)).at(-1);
      return last === undefined ? undefined : list.get(last);
    },
    isAmbiguous: async (name, columns, values) =>
      (await withValues(await listOf(name), columns, values, "first")).length > 1,
    referring: async (name, column, id) => {
      const list = await listOf(name);
      const kept = await list.kept(`> ${column} ${id}`, () => source.idsReferring(list.register, column, id));
      await list.fetch(kept);
      const held = list.idsBy(`> ${column}`, ({ values }) => referencedIds(values[column])).get(id) ?? [];
      return [...held].sort(byId(list)).flatMap((one) => list.records.get(one) ?? []);
    },
    titled: async (name, title) => {
      const list = await listOf(name);
      const [only, ...others] = await titled(list, title);
      return only !== undefined && others.length === 0 ? list.get(only) : undefined;
    },
    titleOf: async (name, id, language) => {
      const list = await listOf(name);
      const found = await list.get(id);
      return found && shownTitle(list.register, found.values, language);
    },
    holds: async (name, existing, column, text) => {
      const hash = (await (await listOf(name)).get(existing.id))?.hashes[column];
      return hash !== undefined && hash === (await source.hash(name, column, String(text)));
    },
    open: async (name, { id }) => made.get(`${name}#${id}`) ?? source.open(name, id),
    add: async (write) => {
      const list = await listOf(write.register);
      const before = write.create ? undefined : await list.get(write.id);
      const after = await written(source, list.register, before, write);
      const place = `${write.register}#${write.id}`;
      const known = write.create ? {} : (made.get(place) ?? (await source.open(write.register, write.id)));
      made.set(place, withoutNulls({ ...known, ...write.given }));
      list.put(after, write.create);
    },
    all: async (name): Promise<Iterable<Existing>> => {
      const list = await listOf(name);
      await list.holdAll();
      return [...list.records.values()].sort((a, b) => byId(list)(a.id, b.id));
    },
  };
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
