import type { IndexedRecord } from "../../shared/import/index-source.ts";
import type { ListIndex } from "../../shared/import/list-index.ts";
import { openIndex } from "../../shared/import/open-index.ts";
import type { Deps } from "../http/deps.ts";
import { findByValues } from "../records/guards.ts";
import { openValues } from "../records/open-values.ts";
import { referrerIds } from "../records/references.ts";
import { findingHash } from "../records/seal.ts";
import { allRecords, batchGetRecords, pageRecords, type StoredRecord } from "../store/records.ts";

/** The lists an import looks into, and their records as they are kept. */
export type Lists = { readonly index: ListIndex; readonly kept: Kept };

/** Records by list and id; an import replaces those it writes, so that the next change carries on from it. */
export type Kept = {
  get(register: string, id: string): StoredRecord | undefined;
  set(record: StoredRecord): void;
};

/** A file of more rows reads lists whole: its rows would ask one after another for longer than that takes. */
export const ROWS_MAX = 200;
/** A list of no more records for each row is read whole: that is one request instead of several for each row. */
const RECORDS_PER_ROW = 20;
/**
 * So many ids of records that share a value are looked at: more than the rows of a file that asks record by record can
 * change, so that what such a file finds does not depend on the others.
 */
const SHARING_MAX = 500;

/** Opens the lists for a file of so many rows. What it costs grows with the shorter of file and list. */
export function openLists(deps: Deps, community: string, rows: number): Lists {
  const records = new Map<string, StoredRecord>();
  const placeOf = (register: string, id: string) => `${register}#${id}`;
  const kept: Kept = {
    get: (register, id) => records.get(placeOf(register, id)),
    set: (record) => void records.set(placeOf(record.register, record.id), record),
  };
  /** What the import itself has written since is newer than what is read. */
  const keep = (record: StoredRecord): IndexedRecord => {
    if (!kept.get(record.register, record.id)) kept.set(record);
    return indexed(record);
  };
  const index = openIndex({
    whole: async (register, must) => {
      const page = await pageRecords(deps, register, community, pageFor(rows));
      if (page.after === undefined) return page.records.map(keep);
      if (rows <= ROWS_MAX && !must) return undefined;
      const all = page.records.map(keep);
      for await (const record of allRecords(deps, register, community, { after: page.after })) all.push(keep(record));
      return all;
    },
    read: async (register, ids) => (await batchGetRecords(deps, register, community, ids)).map(keep),
    idsWith: (register, columns, values, end) =>
      findByValues(deps, register, community, columns, values, { end, limit: SHARING_MAX }),
    idsReferring: (register, column, id) => referrerIds(deps, register, column, community, id),
    hash: rememberedHashes(deps, community),
    open: async (register, id) => {
      const record = kept.get(register, id);
      return record ? openValues(deps, record) : {};
    },
  });
  return { index, kept };
}

/** The first page of a list; when nothing follows it, the list is short beside the file. */
const pageFor = (rows: number) => ({ limit: Math.min(1000, Math.max(1, rows) * RECORDS_PER_ROW) });

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

function indexed({ id, values, sealed }: StoredRecord): IndexedRecord {
  const entries = Object.entries(sealed);
  return {
    id,
    values,
    masks: Object.fromEntries(entries.map(([key, { mask }]) => [key, mask])),
    hashes: Object.fromEntries(entries.map(([key, { hash }]) => [key, hash])),
  };
}
