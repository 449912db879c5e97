import type { Rights } from "../../shared/guard/rights.ts";
import { bareEntry, type HashedEntry } from "../../shared/rules/blocks/entry.ts";
import { REGISTERS, registerNamed } from "../../shared/schema/registers.ts";
import type { Deps } from "../http/deps.ts";
import { type Item, itemsBetween } from "../store/items.ts";
import { historyPartition } from "../store/table.ts";
import { blocksPartition } from "./keys.ts";

/** An answer measures at most 6 MB, and one line of it at most what an item does. */
const PAGE_BYTES = 3_500_000;

/** Where a page ended: the partition, and the key of its last item. */
export type Reached = { readonly pk: string; readonly sk: string };

/**
 * The sealed history of a community as lines of items (历史导出), a page of it: first its blocks, then the entries they
 * name, list by list. What the reader may not take away stands there as its hash alone, which is enough to see that it
 * is there and was there; sealed values stay sealed.
 */
export async function historyPage(
  deps: Deps,
  { community, rights, after }: { community: string; rights: Rights; after: Reached | undefined },
): Promise<{ lines: string; after?: Reached }> {
  const lists = listsOf(community);
  const partitions = [blocksPartition(community), ...lists.keys()];
  const first = after ? partitions.indexOf(after.pk) : 0;
  const lines: string[] = [];
  let bytes = 0;
  for (const pk of first < 0 ? [] : partitions.slice(first)) {
    // A key goes on from the one before with a character that comes before all others.
    const from = pk === after?.pk ? `${after.sk} ` : " ";
    // Of the blocks' partition the blocks alone: its head may already be one further.
    const to = pk === blocksPartition(community) ? "B#~" : "~";
    for await (const item of itemsBetween(deps, { pk, from, to })) {
      const line = `${JSON.stringify(shown(item, lists.get(pk), rights))}\n`;
      lines.push(line);
      bytes += Buffer.byteLength(line);
      if (bytes > PAGE_BYTES) return { lines: lines.join(""), after: { pk, sk: String(item.sk) } };
    }
  }
  return { lines: lines.join("") };
}

/** The lists by the partition of their history. */
const listsOf = (community: string): ReadonlyMap<string, string> =>
  new Map([...REGISTERS.keys()].sort().map((list) => [historyPartition(list, community), list]));

function shown({ pk, sk, once: _, ...content }: Item, list: string | undefined, rights: Rights): Item {
  if (list === undefined) return { pk, sk, ...content };
  // Items of this class are entries.
  const entry = content as unknown as HashedEntry;
  return { pk, sk, ...(mayTake(list, entry, rights) ? entry : bareEntry(entry)) };
}

/** Whether somebody may take an entry along with its content: the list, and every column that changed. */
function mayTake(list: string, { changes }: HashedEntry, rights: Rights): boolean {
  if (!rights.can("export", list)) return false;
  return Object.keys(changes).every((column) => {
    const field = registerNamed(list)?.fields[column];
    return field !== undefined && (field.restricted === undefined || rights.restricted(field.restricted));
  });
}
