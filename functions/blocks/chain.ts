import * as z from "zod/mini";
import { Refusal } from "../../shared/contract/refusal.ts";
import { type Block, type Head, type NewBlock, nextBlock } from "../../shared/rules/blocks/block.ts";
import type { Deps } from "../http/deps.ts";
import { readHead } from "../ledger/head.ts";
import { readChain } from "../publications/chain.ts";
import { publicHeadKey } from "../publications/keys.ts";
import { sha256 } from "../store/history.ts";
import { getItem, itemsBetween } from "../store/items.ts";
import { transact, transactItem } from "../store/transact.ts";
import { blockKey, blocksHeadKey, blocksPartition } from "./keys.ts";

const headItem = z.object({ number: z.int(), hash: z.string(), day: z.string(), through: z.int() });

export async function readBlocksHead(deps: Deps, community: string): Promise<Head | undefined> {
  const item = await getItem(deps, blocksHeadKey(community));
  return item && headItem.parse(item);
}

/** The latest blocks that may name an entry of this instant or later, latest first. */
export async function* blocksSince(deps: Deps, community: string, instant: number): AsyncGenerator<Block> {
  const range = { pk: blocksPartition(community), from: "B#", to: "B#~", backwards: true };
  for await (const item of itemsBetween(deps, range)) {
    const { pk, sk, ...block } = item;
    // Blocks are written by `addBlock` alone. What one was made through never grows less from one to the next.
    if (Number(block.through) < instant) return;
    yield block as Block;
  }
}

/** How far the search for entries has come: `all` when nothing is left up to the block's own instant. */
export type Reached = "all" | "more";

/**
 * Adds a block at the end of the chain, with the ends of the other chains as they are now, and puts its hash on the
 * public board: all in one transaction, and only after the block that was seen.
 */
export async function addBlock(
  deps: Deps,
  community: string,
  seen: Head | undefined,
  made: Omit<NewBlock, "vouchers" | "posted">,
  reached: Reached,
): Promise<Head> {
  const [books, posted] = await Promise.all([readHead(deps, community), readChain(deps, community)]);
  const vouchers = { seq: books.seq, hash: books.hash };
  const block = nextBlock(community, seen, { ...made, vouchers, posted }, sha256);
  const { number, hash, day } = block;
  const head = { number, hash, day, through: reached === "all" ? block.through : (seen?.through ?? 0) };
  const table = deps.tables.records;
  const refusal = () => new Refusal("in-flight");
  await transact(deps, [
    { item: transactItem(table, { put: { ...blockKey(community, number), ...block }, only: "absent" }), refusal },
    headWrite(deps, community, seen, head),
    { item: transactItem(table, { put: { ...publicHeadKey(community), number, hash, day } }), refusal },
  ]);
  return head;
}

/** Notes that there was nothing new up to an instant. */
export async function moveOn(deps: Deps, community: string, seen: Head, through: number): Promise<void> {
  await transact(deps, [headWrite(deps, community, seen, { ...seen, through })]);
}

function headWrite(deps: Deps, community: string, seen: Head | undefined, head: Head) {
  const only = seen ? { number: seen.number, through: seen.through } : ("absent" as const);
  const put = { ...blocksHeadKey(community), ...head };
  return { item: transactItem(deps.tables.records, { put, only }), refusal: () => new Refusal("in-flight") };
}
