import * as z from "zod/mini";
import { Refusal } from "../../shared/contract/refusal.ts";
import type { Values } from "../../shared/schema/field.ts";
import type { Deps } from "../http/deps.ts";
import { expiry, partKey } from "../jobs/job.ts";
import { sealBytes, unsealBytes } from "../records/seal.ts";
import { itemsBetween } from "../store/items.ts";
import type { PlannedItem } from "../store/transact.ts";
import { type RefusedRow, refusedRow } from "./import-job.ts";

/** A record that a batch wrote, at which version it left it, and for which row. */
export type Touch = {
  readonly register: string;
  readonly id: string;
  readonly version: number;
  readonly row: number;
  /** What the changed columns held before; in `J` undefined for a record the import made. */
  readonly before?: Values;
};

/** What one batch did (流水), written in the same transaction: so each batch happens once or not at all. */
export type Entry = {
  /** Where the batch began and where the next one begins: row numbers, or places in the list of touches of an undo. */
  readonly from: number;
  readonly next: number;
  /** Rows done so far. */
  readonly done: number;
  readonly touches: readonly Touch[];
  readonly refused: readonly RefusedRow[];
};

/**
 * `J` for what the commit did, `U0` for the first attempt to take it back, and `R0` for what that attempt had to put
 * in place again because a clerk came between; then `U1` and so on.
 */
export type Book = "J" | `${"U" | "R"}${number}`;

const entryItem = z.object({
  from: z.number(),
  next: z.number(),
  done: z.number(),
  refused: z.array(refusedRow),
  box: z.string(),
});

/** The item that makes a batch the one that began here; a second one that began here fails. */
export async function entryWrite(deps: Deps, id: string, book: Book, entry: Entry): Promise<PlannedItem> {
  const key = partKey(id, `${book}#${String(entry.from).padStart(8, "0")}`);
  const box = await sealBytes(deps, `${key.pk}/${key.sk}`, Buffer.from(JSON.stringify(entry.touches), "utf8"));
  const { touches: _, ...rest } = entry;
  const item = {
    Put: {
      TableName: deps.tables.records,
      Item: { ...key, ...rest, box, ttl: expiry(deps) },
      ConditionExpression: "attribute_not_exists(pk)",
    },
  };
  // Another worker has done this batch.
  return { item, refusal: () => new Refusal("in-flight") };
}

/** How far a book goes. */
export async function lastEntry(deps: Deps, id: string, book: Book): Promise<Omit<Entry, "touches"> | undefined> {
  for await (const item of itemsBetween(deps, { ...rangeOf(id, book), backwards: true, limit: 1 })) {
    return entryItem.parse(item);
  }
  return undefined;
}

/** All entries of a book in order. */
export async function readEntries(deps: Deps, id: string, book: Book): Promise<Entry[]> {
  const entries: Entry[] = [];
  for await (const item of itemsBetween(deps, rangeOf(id, book))) {
    const { box, ...entry } = entryItem.parse(item);
    const bytes = await unsealBytes(deps, `${String(item.pk)}/${String(item.sk)}`, box);
    entries.push({ ...entry, touches: JSON.parse(bytes.toString("utf8")) });
  }
  return entries;
}

function rangeOf(id: string, book: Book) {
  return { pk: partKey(id, "").pk, from: `${book}#`, to: `${book}#~` };
}
