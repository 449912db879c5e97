import type { ListIndex } from "../../shared/import/list-index.ts";
import type { ImportColumn } from "../../shared/import/match-columns.ts";
import type { IndexedRecord } from "../../shared/import/open-index.ts";
import { openIndex } from "../../shared/import/open-index.ts";
import { impliedRegister } from "../../shared/import/target.ts";
import type { Register } from "../../shared/schema/register.ts";
import type { Deps } from "../http/deps.ts";
import { openValues } from "../records/open-values.ts";
import { findingHash } from "../records/seal.ts";
import { allRecords, type StoredRecord } from "../store/records.ts";

/** The lists an import looks into, read once, and their records as they are kept. */
export type Lists = { readonly index: ListIndex; readonly kept: Kept };

/** Records by list and id; an import replaces those it writes, so that the next change carries on from it. */
export type Kept = {
  get(register: string, id: string): StoredRecord | undefined;
  set(record: StoredRecord): void;
};

export async function loadLists(
  deps: Deps,
  register: Register,
  community: string,
  columns: readonly ImportColumn[],
): Promise<Lists> {
  const names = neededLists(register, columns);
  const lists = new Map<string, Map<string, StoredRecord>>();
  for (const name of names) {
    const records = new Map<string, StoredRecord>();
    for await (const record of allRecords(deps, name, community)) records.set(record.id, record);
    lists.set(name, records);
  }
  const kept: Kept = {
    get: (name, id) => lists.get(name)?.get(id),
    set: (record) => void lists.get(record.register)?.set(record.id, record),
  };
  const index = openIndex({
    records: new Map([...lists].map(([name, records]) => [name, [...records.values()].map(indexed)])),
    hash: rememberedHashes(deps, community),
    open: async (name, id) => {
      const record = kept.get(name, id);
      return record ? openValues(deps, record) : {};
    },
  });
  return { index, kept };
}

/** One row asks for the hash of its number several times. */
function rememberedHashes(deps: Deps, community: string) {
  const known = new Map<string, Promise<string>>();
  return (register: string, field: string, text: string): Promise<string> => {
    const key = `${register}/${field}/${text}`;
    const hash = known.get(key) ?? findingHash(deps, { register, community, field }, text);
    known.set(key, hash);
    return hash;
  };
}

/** The list itself, those its rows imply records of, and those whose records its columns name. */
function neededLists(register: Register, columns: readonly ImportColumn[]): string[] {
  const implied = (register.implies ?? []).map((path) => impliedRegister(register, path).name);
  const named = columns.flatMap(({ field }) => {
    const column = field === null ? undefined : register.fields[field];
    return column?.kind === "reference" || column?.kind === "references" ? [column.to] : [];
  });
  return [...new Set([register.name, ...implied, ...named])];
}

function indexed({ id, values, sealed }: StoredRecord): IndexedRecord {
  const entries = Object.entries(sealed);
  return {
    id,
    values,
    masks: Object.fromEntries(entries.map(([key, { mask }]) => [key, mask])),
    hashes: Object.fromEntries(entries.map(([key, { hash }]) => [key, hash])),
  };
}
