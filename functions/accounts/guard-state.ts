import * as z from "zod/mini";
import { Refusal } from "../../shared/contract/refusal.ts";
import type { HeldTerm, Term } from "../../shared/guard/terms.ts";
import { exclusiveKey, holderKey, memberKey } from "../guard/account-keys.ts";
import { type Holder, readHolder } from "../guard/rights-in.ts";
import type { Deps } from "../http/deps.ts";
import { type Item, openItems } from "../store/items.ts";
import type { Key } from "../store/table.ts";
import type { PlannedItem } from "../store/transact.ts";
import { transactItem } from "../store/transact.ts";

const heldTerm = z.object({
  id: z.string(),
  post: z.string(),
  from: z.string(),
  until: z.optional(z.string()),
  account: z.optional(z.string()),
  person: z.string(),
});
const exclusiveItem = z.object({ terms: z.array(heldTerm), version: z.int() });

/** What the guard knows of one account in one community, and of the posts there that exclude each other. */
export type GuardState = { readonly holder: Holder; readonly exclusive: { terms: HeldTerm[]; version: number } };

export async function readGuard(deps: Deps, community: string, account: string | undefined): Promise<GuardState> {
  const [holder, item] = await Promise.all([
    account === undefined ? { terms: [], version: 0 } : readHolder(deps, account, community),
    openItems(deps.documents, deps.tables.records).get(exclusiveKey(community)),
  ]);
  return { holder, exclusive: item ? exclusiveItem.parse(item) : { terms: [], version: 0 } };
}

/**
 * The items that move the guard from one state to the next, in the same transaction as the post's record. Each stands
 * on the version that was read, so of two grants at the same moment one is looked at again.
 */
export function guardWrites(
  deps: Deps,
  community: string,
  account: string | undefined,
  before: GuardState,
  next: { readonly terms: readonly Term[]; readonly exclusive?: readonly HeldTerm[] | undefined },
): PlannedItem[] {
  const items: PlannedItem[] = [];
  if (account !== undefined) {
    items.push(versioned(deps, holderKey(community, account), before.holder.version, { account, terms: next.terms }));
    const member = transactItem(deps.tables.records, { put: { ...memberKey(account, community), account } });
    items.push({ item: member, refusal: () => new Refusal("conflict") });
  }
  if (next.exclusive) {
    items.push(versioned(deps, exclusiveKey(community), before.exclusive.version, { terms: next.exclusive }));
  }
  return items;
}

function versioned(deps: Deps, key: Key, version: number, item: Item): PlannedItem {
  const put = { ...key, ...item, version: version + 1 };
  const only = version === 0 ? ("absent" as const) : { version };
  return { item: transactItem(deps.tables.records, { put, only }), refusal: () => new Refusal("stale") };
}
