import {
  type Block,
  blockText,
  type HashOf,
  type Head,
  LATE_MS,
  type Leaf,
  leavesOf,
  type Mark,
  shortHash,
} from "./block.ts";
import type { Break } from "./break.ts";
import { type BareEntry, entryText, type HashedEntry } from "./entry.ts";
import { type AsKept, recordBreak } from "./record.ts";

/** Where an entry is stored. A list's entries come in order of time. */
export type StoredEntry = { readonly list: string; readonly entry: HashedEntry | BareEntry };

/** Everything of one community that says what happened, as some export has it. */
export type Evidence = {
  readonly community: string;
  /** In order of their numbers. */
  readonly blocks: readonly Block[];
  /** Where the chain of blocks ends, as it is kept beside them. */
  readonly head?: Head;
  readonly entries: readonly StoredEntry[];
  /** The records as they stand, by `recordName`; absent where the export has none, and then entries may be bare. */
  readonly records?: ReadonlyMap<string, AsKept>;
  /** What somebody copied from the public board: number of a block and its short hash. */
  readonly printed?: { readonly number: number; readonly short: string };
};

type Kept = StoredEntry["entry"];

export const recordName = (list: string, id: string) => `${list}#${id}`;
const entryName = ({ list, at, id }: Pick<Leaf, "list" | "at" | "id">) => `${list}#${at}#${id}`;

/**
 * Works everything out again from the first block on (校验): the blocks and what they name, what came after the last of
 * them, each record's own chain, and the records themselves. The first that does not hold; nothing when all does.
 */
export function historyBreak(evidence: Evidence, hashOf: HashOf): Break | undefined {
  const kept = new Map(evidence.entries.map(({ list, entry }) => [entryName({ list, ...entry }), entry]));
  const sealed = new Set<string>();
  return (
    blocksBreak(evidence, hashOf) ??
    leavesBreak(evidence, kept, sealed, hashOf) ??
    unsealedBreak(evidence, sealed, hashOf) ??
    recordsBreak(evidence)
  );
}

function blocksBreak({ community, blocks, head, printed }: Evidence, hashOf: HashOf): Break | undefined {
  let previous: string | null = null;
  for (const [index, block] of blocks.entries()) {
    if (block.number !== index + 1) return { code: "block-missing", block: index + 1 };
    if (block.previous !== previous) return { code: "block-cut", block: block.number };
    const isWhole = hashOf(blockText(community, block)) === block.hash && leavesOf(block).length === block.count;
    if (!isWhole) return { code: "block-altered", block: block.number };
    previous = block.hash;
  }
  const last = blocks.at(-1);
  if (head && head.number > blocks.length) return { code: "block-missing", block: blocks.length + 1 };
  if (head && (head.number !== last?.number || head.hash !== last.hash)) {
    return { code: "block-altered", block: head.number };
  }
  if (!printed) return undefined;
  const named = blocks[printed.number - 1];
  if (!named) return { code: "head-unknown", block: printed.number };
  return shortHash(named.hash) === printed.short ? undefined : { code: "head-differs", block: printed.number };
}

function leavesBreak(
  { blocks, entries, records }: Evidence,
  kept: ReadonlyMap<string, Kept>,
  sealed: Set<string>,
  hashOf: HashOf,
): Break | undefined {
  const emptiedAt = new Map<string, number>();
  for (const { list, entry } of entries) if (entry.emptied) emptiedAt.set(recordName(list, entry.id), entry.at);
  for (const block of blocks) {
    for (const leaf of leavesOf(block)) {
      const name = entryName(leaf);
      const { list, id, version, at } = leaf;
      const where = { block: block.number, list, id, version, at };
      if (sealed.has(name)) return { code: "entry-twice", ...where };
      sealed.add(name);
      const entry = kept.get(name);
      if (entry) {
        const isSame = entry.hash === leaf.hash && entry.version === version && isWhole(entry, records, hashOf);
        if (!isSame) return { code: "entry-altered", ...where };
      } else if (!((emptiedAt.get(recordName(list, id)) ?? 0) > at)) return { code: "entry-missing", ...where };
    }
  }
  return undefined;
}

/** Whether an entry is what its hash says. One without its content says nothing, which is well where records are left out too. */
function isWhole(entry: Kept, records: Evidence["records"], hashOf: HashOf): boolean {
  return entry.changes === undefined ? records === undefined : hashOf(entryText(entry)) === entry.hash;
}

function unsealedBreak(
  { blocks, head, entries, records }: Evidence,
  sealed: ReadonlySet<string>,
  hashOf: HashOf,
): Break | undefined {
  const through = Math.max(head?.through ?? 0, blocks.at(-1)?.through ?? 0);
  for (const { list, entry } of entries) {
    const { id, version, at } = entry;
    if (sealed.has(entryName({ list, at, id }))) continue;
    if (!isWhole(entry, records, hashOf)) return { code: "entry-altered", list, id, version, at };
    // A late one waits for the next block; one that no later block will look for was not there.
    if (at <= through - LATE_MS) return { code: "entry-added", list, id, version, at };
  }
  return undefined;
}

/** Each record's own entries in order, and the record as they leave it. */
function recordsBreak({ entries, records }: Evidence): Break | undefined {
  const histories = new Map<string, { list: string; entries: Kept[] }>();
  for (const { list, entry } of entries) {
    const name = recordName(list, entry.id);
    const found = histories.get(name) ?? { list, entries: [] };
    found.entries.push(entry);
    histories.set(name, found);
  }
  for (const [name, history] of histories) {
    const found = chainBreak(history) ?? (records && recordBreak(history, records.get(name)));
    if (found) return found;
  }
  for (const name of records?.keys() ?? []) {
    const [list = "", id = ""] = name.split("#");
    if (!histories.has(name)) return { code: "record-unknown", list, id };
  }
  return undefined;
}

function chainBreak({ list, entries }: { list: string; entries: readonly Kept[] }): Break | undefined {
  let before: Kept | undefined;
  for (const entry of entries) {
    const { id, version, at, previous } = entry;
    const follows = before
      ? previous?.hash === before.hash && previous.at === before.at
      : // What came before the deletion went with it, from the oldest on.
        previous === undefined || entries.some(({ emptied }) => emptied);
    if (!follows) return { code: "entry-cut", list, id, version, at };
    before = entry;
  }
  return undefined;
}

/** Whether a chain of vouchers or publications is the one that the blocks saw growing: each end they saw is in it. */
export function markBreak(
  blocks: readonly Block[],
  which: "vouchers" | "posted",
  hashAt: (seq: number) => string | undefined,
): Break | undefined {
  for (const block of blocks) {
    const mark: Mark = block[which];
    if (mark.seq > 0 && hashAt(mark.seq) !== mark.hash) {
      return { code: which === "vouchers" ? "vouchers" : "publications", block: block.number, no: mark.seq };
    }
  }
  return undefined;
}
