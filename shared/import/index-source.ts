import type { Values } from "../schema/field.ts";
import type { Register } from "../schema/register.ts";
import type { Existing } from "./list-index.ts";

/** A record as the index is given it: sealed columns as their masks and the hashes they are found by. */
export type IndexedRecord = Existing & { readonly hashes: Readonly<Record<string, string>> };

/** Where an index finds the records of lists as they are before the file. */
export type IndexSource = {
  /** Every record of a list; undefined when it is too long to be held whole, unless `must` says that it has to be. */
  readonly whole: (register: string, must: boolean) => Promise<Iterable<IndexedRecord> | undefined>;
  readonly read: (register: string, ids: readonly string[]) => Promise<readonly IndexedRecord[]>;
  /**
   * Ids of records whose columns hold these values, from one end of the list: so many that a file of few rows cannot
   * change them all. Undefined when the list is not looked up by these columns.
   */
  readonly idsWith: (
    register: Register,
    columns: readonly string[],
    values: Values,
    end: "first" | "last",
  ) => Promise<readonly string[] | undefined>;
  /** Ids of records whose reference column points to a record. */
  readonly idsReferring: (register: Register, column: string, id: string) => Promise<readonly string[]>;
  readonly hash: (register: string, column: string, text: string) => Promise<string>;
  /** All values of a record that was there before, sealed ones opened. */
  readonly open: (register: string, id: string) => Promise<Values>;
};
