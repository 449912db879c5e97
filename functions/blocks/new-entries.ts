import { type Head, LATE_MS, type Leaf, leavesOf } from "../../shared/rules/blocks/block.ts";
import { REGISTERS } from "../../shared/schema/registers.ts";
import type { Deps } from "../http/deps.ts";
import { itemsBetween } from "../store/items.ts";
import { historyPartition, instantText } from "../store/table.ts";
import { blocksSince } from "./chain.ts";

/** Where a search stopped: the list, and the key of the last entry looked at. */
export type Place = { readonly list: string; readonly key: string };

/** From when on entries are looked at: what was stored late may be a while before the instant last reached. */
export const lookFrom = (head: Head | undefined): number => Math.max(0, (head?.through ?? 0) - LATE_MS);

/** Whether anything happened in a community that may not be in a block yet: one small read for each list. */
export async function mayHaveNews(deps: Deps, community: string, head: Head | undefined, through: number) {
  const found = await Promise.all(
    [...REGISTERS.keys()].map(async (list) => {
      const range = { ...rangeOf(community, list, instantText(lookFrom(head)), through), limit: 1, only: "sk" };
      for await (const _ of itemsBetween(deps, range)) return true;
      return false;
    }),
  );
  return found.includes(true);
}

/** The entries up to an instant that no block names yet, list by list in order of time, from a place on. */
export async function* newEntries(
  deps: Deps,
  community: string,
  head: Head | undefined,
  through: number,
  after: Place | undefined,
): AsyncGenerator<{ readonly leaf: Leaf; readonly place: Place }> {
  const from = lookFrom(head);
  const sealed = new Set<string>();
  for await (const block of blocksSince(deps, community, from)) {
    for (const { list, at, id } of leavesOf(block)) sealed.add(`${list}#${at}#${id}`);
  }
  for (const list of [...REGISTERS.keys()].sort()) {
    if (after && list < after.list) continue;
    // A key goes on from the one before with a character that comes before all others.
    const first = list === after?.list ? `${after.key} ` : instantText(from);
    for await (const item of itemsBetween(deps, rangeOf(community, list, first, through))) {
      const [at, id, key] = [Number(item.at), String(item.id), String(item.sk)];
      if (sealed.has(`${list}#${at}#${id}`)) continue;
      yield { leaf: { list, at, id, version: Number(item.version), hash: String(item.hash) }, place: { list, key } };
    }
  }
}

function rangeOf(community: string, list: string, from: string, through: number) {
  // Sort keys go on with `#`, which comes before `~`.
  return { pk: historyPartition(list, community), from, to: `${instantText(through)}~` };
}
