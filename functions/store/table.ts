import type { TransactWriteCommandInput } from "@aws-sdk/lib-dynamodb";

/** One action of a transaction. */
export type TransactItem = NonNullable<TransactWriteCommandInput["TransactItems"]>[number];

/** The key of an item. `pk` begins with its class, which is what the functions' permissions are written against. */
export type Key = { readonly pk: string; readonly sk: string };

/** Whether the database can hold such a key. What it cannot hold, it does not hold: a caller's id may be anything. */
export function isKey({ pk, sk }: Key): boolean {
  return sk !== "" && Buffer.byteLength(sk) <= 1024 && Buffer.byteLength(pk) <= 2048;
}

export const recordPartition = (register: string, community: string) => `R#${register}#${community}`;
export const recordKey = (register: string, community: string, id: string): Key => ({
  pk: recordPartition(register, community),
  sk: id,
});

export const historyPartition = (register: string, community: string) => `H#${register}#${community}`;
/** History stands in order of time, so that "what changed since" is one read; a record knows its own instants. */
export const historyKey = (register: string, community: string, at: number, id: string): Key => ({
  pk: historyPartition(register, community),
  sk: `${instantText(at)}#${id}`,
});

/** An instant as a text that sorts like the number. */
export const instantText = (at: number) => String(at).padStart(13, "0");

/** The guard that makes a value, or several together, unique in one list. */
export const uniqueKey = (register: string, community: string, columns: readonly string[], hash: string): Key => ({
  pk: `U#${register}#${community}`,
  sk: `${columns.join("+")}#${hash}`,
});

/**
 * Says that a record holds these values, which others may hold too: one hash for each column, so that it is also found
 * by the first of them alone. With fewer hashes and no id, where such keys begin.
 */
export const lookupKey = (
  register: string,
  community: string,
  columns: readonly string[],
  hashes: readonly string[],
  id = "",
): Key => ({
  pk: `U#${register}#${community}`,
  sk: `${columns.join("+")}#${hashes.join("#")}#${id}`,
});

export const backReferencePartition = (register: string, community: string) => `B#${register}#${community}`;
/** Says that a record is referred to, and by whom, so that deleting it can be refused with one read. */
export const backReferenceKey = (
  to: { register: string; community: string; id: string },
  from: { register: string; field: string; id: string },
): Key => ({
  pk: backReferencePartition(to.register, to.community),
  sk: `${to.id}#${from.register}#${from.field}#${from.id}`,
});

export const workPartition = (community: string) => `W#${community}`;
/** What waits for somebody: one item for each record whose flow has not ended. */
export const workKey = (register: string, community: string, id: string): Key => ({
  pk: workPartition(community),
  sk: `${register}#${id}`,
});
