import type { Values } from "../../shared/schema/field.ts";
import type { Deps } from "../http/deps.ts";
import { batchGetRecords, type StoredRecord } from "../store/records.ts";
import type { ImportJob } from "./import-job.ts";
import { readEntries, type Touch } from "./journal.ts";

/** One record an import wrote to, whatever the number of times: how it left it, and what to bring back. */
export type Touched = {
  readonly register: string;
  readonly id: string;
  /** The version the import left. */
  readonly version: number;
  readonly row: number;
  /** Columns as they were before; undefined for a record the import made. */
  readonly before?: Values;
};

/** Every record an import wrote to, the last one first: the order in which they are taken back. */
export async function touchedRecords(deps: Deps, { id, data }: ImportJob): Promise<readonly Touched[]> {
  const touched = new Map<string, Touched>();
  const again = Array.from({ length: data.attempt }, (_, attempt) => `R${attempt}` as const);
  for (const book of ["J", ...again] as const) {
    for (const touch of (await readEntries(deps, id, book)).flatMap(({ touches }) => touches)) {
      const key = `${touch.register}#${touch.id}`;
      const first = touched.get(key);
      touched.delete(key);
      touched.set(key, first ? touchedAgain(first, touch) : touch);
    }
  }
  return [...touched.values()].reverse();
}

/** The earliest values are the ones to bring back. */
function touchedAgain(first: Touched, { version, before }: Touch): Touched {
  return first.before === undefined
    ? { ...first, version }
    : { ...first, version, before: { ...before, ...first.before } };
}

/** The records as they are now, deleted ones included. */
export async function currentRecords(
  deps: Deps,
  community: string,
  touched: readonly Touched[],
): Promise<ReadonlyMap<string, StoredRecord>> {
  const ids = new Map<string, string[]>();
  for (const { register, id } of touched) ids.set(register, [...(ids.get(register) ?? []), id]);
  const found = new Map<string, StoredRecord>();
  for (const [register, wanted] of ids) {
    for (const record of await batchGetRecords(deps, register, community, wanted, { deleted: true })) {
      found.set(`${register}#${record.id}`, record);
    }
  }
  return found;
}
