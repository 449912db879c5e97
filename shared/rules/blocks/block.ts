import { canonicalJson } from "../canonical-json.ts";

/** SHA-256 of a text, as base64url. */
export type HashOf = (text: string) => string;

/** One history entry as a block names it. */
export type Leaf = {
  readonly list: string;
  readonly id: string;
  readonly version: number;
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly hash: string;
};

/** The end of another chain, of vouchers or of publications: how long it is, and the hash of its last link. */
export type Mark = { readonly seq: number; readonly hash: string | null };

/**
 * What happened to the records of one community since the block before (变更封存块). It names every entry by its hash,
 * so that an entry which was lawfully deleted is still accounted for, and the hash of the block before, so that no block
 * can be changed or taken out without changing all that follow.
 *
 * Stored in the Records table under `Z#<community>` / `B#<number, 8 digits>`; the end of the chain under `HEAD` as
 * `{ number, hash, day, through }`. Entries stand by list, each as a `leafText`.
 */
export type Block = {
  /** From 1, without gaps. */
  readonly number: number;
  /** The day it was made on. */
  readonly day: string;
  /** Nothing that happened after this instant is in it. */
  readonly through: number;
  readonly previous: string | null;
  readonly count: number;
  readonly entries: Readonly<Record<string, readonly string[]>>;
  /** The community's voucher chain and chain of publications as they ended then. */
  readonly vouchers: Mark;
  readonly posted: Mark;
  readonly hash: string;
};

/** Where the chain of blocks ends; a community without a block has none. */
export type Head = Pick<Block, "number" | "hash" | "day" | "through">;

/** How much later than its own instant an entry may be stored and still be found: far more than any clock is wrong. */
export const LATE_MS = 86_400_000;

/** A database item holds 400 kB, and an entry takes about 100 bytes. */
export const BLOCK_MAX = 2_000;

/** What a block seals; everything but its own hash, and whose it is. */
export function blockText(community: string, { hash: _, ...content }: Omit<Block, "hash"> & { hash?: string }): string {
  return canonicalJson({ community, ...content });
}

export type NewBlock = Pick<Block, "day" | "through" | "vouchers" | "posted"> & { readonly leaves: readonly Leaf[] };

/** The block that comes after `head`. */
export function nextBlock(community: string, head: Head | undefined, made: NewBlock, hashOf: HashOf): Block {
  const { leaves, ...rest } = made;
  const entries: Record<string, string[]> = {};
  for (const leaf of leaves) {
    const texts = entries[leaf.list] ?? [];
    texts.push(leafText(leaf));
    entries[leaf.list] = texts;
  }
  const block = {
    ...rest,
    number: (head?.number ?? 0) + 1,
    previous: head?.hash ?? null,
    count: leaves.length,
    entries,
  };
  return { ...block, hash: hashOf(blockText(community, block)) };
}

export function leafText({ at, id, version, hash }: Omit<Leaf, "list">): string {
  return `${at}#${id}#${version}#${hash}`;
}

/** Every entry that a block names, list by list in order of time. */
export function leavesOf({ entries }: Pick<Block, "entries">): Leaf[] {
  return Object.entries(entries).flatMap(([list, texts]) => texts.map((text) => ({ list, ...leafFrom(text) })));
}

function leafFrom(text: string): Omit<Leaf, "list"> {
  const [, at, id = "", version, hash = ""] = /^(\d+)#(.+)#(\d+)#([\w-]+)$/.exec(text) ?? [];
  return { at: Number(at), id, version: Number(version), hash };
}

const ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

/** The first 64 bits of a hash, as people copy them from a wall: `3f2a 91bc 0d11 77aa`. */
export function shortHash(hash: string): string {
  const bits = [...hash.slice(0, 11)].map((letter) => ALPHABET.indexOf(letter).toString(2).padStart(6, "0")).join("");
  return (bits.slice(0, 64).match(/.{16}/g) ?? [])
    .map((four) => parseInt(four, 2).toString(16).padStart(4, "0"))
    .join(" ");
}
