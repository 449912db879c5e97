import { canonicalJson } from "../canonical-json.ts";

/** One change of a record as its hash sees it; values of sealed columns stand as they are kept, sealed. */
export type Entry = {
  readonly id: string;
  readonly version: number;
  readonly at: number;
  readonly by: { readonly account: string; readonly name: string };
  readonly action: string;
  /** The move of its flow, where that was the action. */
  readonly move?: string;
  readonly reason?: string;
  /** Old and new value of every column that changed; null where there is none. */
  readonly changes: Readonly<Record<string, readonly [unknown, unknown]>>;
  /** Hash and instant of the record's previous entry: a chain that cannot be cut unnoticed. */
  readonly previous?: { readonly hash: string; readonly at: number };
  /** The record was deleted for good here, and what its history held with it, lawfully. */
  readonly emptied?: true;
};
export type HashedEntry = Entry & { readonly hash: string };

/** An entry of which its content was left out: it shows that something happened there, and nothing of what. */
export type BareEntry = Pick<HashedEntry, "id" | "version" | "at" | "previous" | "emptied" | "hash"> & {
  readonly changes?: never;
};

export const bareEntry = ({ id, version, at, previous, emptied, hash }: HashedEntry): BareEntry => ({
  ...{ id, version, at, hash },
  ...(previous && { previous }),
  ...(emptied && { emptied }),
});

/** The text whose SHA-256 (base64url) is an entry's hash; what is stored beside these columns is no part of it. */
export function entryText(entry: Entry): string {
  const { id, version, at, by, action, move, reason, changes, previous, emptied } = entry;
  return canonicalJson({ id, version, at, by, action, move, reason, changes, previous, emptied });
}
