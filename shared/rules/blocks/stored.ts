import type { Values } from "../../schema/field.ts";
import { brokenBefore, type Link, linkOf } from "../ledger/chain.ts";
import type { KeptItem } from "../moving/owner.ts";
import { brokenPosting, type Posting } from "../publication/chain.ts";
import type { Block, HashOf, Head, Mark } from "./block.ts";
import type { Break } from "./break.ts";
import { type Evidence, historyBreak, markBreak, recordName, type StoredEntry } from "./check.ts";
import type { HashedEntry } from "./entry.ts";
import type { AsKept } from "./record.ts";

/** What the items of one community say of its past, by their key classes. */
export type Collected = {
  readonly community: string;
  readonly blocks: Block[];
  head?: Head;
  readonly entries: StoredEntry[];
  readonly records: Map<string, AsKept>;
  readonly links: Link[];
  vouchers: Mark;
  readonly postings: Map<number, Posting>;
  posted: Mark;
};

const NONE: Mark = { seq: 0, hash: null };

/** Sorts the items of an export by community. What says nothing about the past is passed over. */
export function collect(all: Map<string, Collected>, item: KeptItem): void {
  const [kind = "", ...parts] = item.pk.split("#");
  const community = parts.at(-1) ?? "";
  const list = parts.length === 2 ? (parts[0] ?? "") : "";
  if (!/^\d{12}$/.test(community)) return;
  const found = all.get(community) ?? empty(community);
  const { pk, sk, ...content } = item;
  // Each class is written by one module alone, whose shape this is; what was tampered with fails its hash.
  if (kind === "H" && list) found.entries.push({ list, entry: content as unknown as HashedEntry });
  else if (kind === "R" && list) {
    found.records.set(recordName(list, sk), content as unknown as AsKept);
    const link = list === "vouchers" ? linkOf(community, content.values as Values) : undefined;
    if (link) found.links.push(link);
  } else if (kind === "Z" && sk.startsWith("B#")) found.blocks.push(content as unknown as Block);
  else if (kind === "Z" && sk === "HEAD") found.head = content as unknown as Head;
  else if (kind === "L" && sk === "HEAD") found.vouchers = markOf(content);
  else if (kind === "Y" && sk === "HEAD") found.posted = markOf(content);
  else if (kind === "Y" && typeof content.no === "number") {
    found.postings.set(content.no, content as unknown as Posting);
  } else return;
  all.set(community, found);
}

export type Asked = {
  readonly printed?: Evidence["printed"];
  /** Whether everything of the community is there: its records, vouchers and publications too, and every entry's content. */
  readonly whole: boolean;
};

/** The first link of a community's past that does not hold, in whichever chain (断点). */
export function firstBreak(collected: Collected, { printed, whole }: Asked, hashOf: HashOf): Break | undefined {
  const { community, head, links, vouchers, postings, posted } = collected;
  const blocks = collected.blocks.toSorted((a, b) => a.number - b.number);
  const entries = collected.entries.toSorted((a, b) => a.entry.at - b.entry.at);
  const evidence = {
    ...{ community, blocks, entries },
    ...(whole && { records: collected.records }),
    ...(head && { head }),
    ...(printed && { printed }),
  };
  const found = historyBreak(evidence, hashOf);
  if (found || !whole) return found;
  const hashes = new Map(links.map(({ seq, hash }) => [seq, hash]));
  return (
    broken("vouchers", brokenBefore(links, vouchers.seq, hashOf)) ??
    markBreak(blocks, "vouchers", (seq) => hashes.get(seq)) ??
    broken("publications", brokenPosting(community, postings, posted, hashOf)) ??
    markBreak(blocks, "posted", (seq) => postings.get(seq)?.hash)
  );
}

function broken(code: "vouchers" | "publications", no: number | undefined): Break | undefined {
  return no === undefined ? undefined : { code, no };
}

const markOf = ({ seq, hash }: Readonly<Record<string, unknown>>): Mark => ({
  seq: Number(seq),
  hash: typeof hash === "string" ? hash : null,
});

function empty(community: string): Collected {
  return {
    ...{ community, blocks: [], entries: [], records: new Map(), links: [], vouchers: NONE },
    ...{ postings: new Map(), posted: NONE },
  };
}
