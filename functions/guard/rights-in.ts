import * as z from "zod/mini";
import { Refusal } from "../../shared/contract/refusal.ts";
import { type AreaRole, covers, type Rights, rightsOf } from "../../shared/guard/rights.ts";
import type { Right } from "../../shared/guard/roles.ts";
import { inForce } from "../../shared/guard/terms.ts";
import { dayOf } from "../../shared/rules/calendar.ts";
import type { Deps } from "../http/deps.ts";
import { openItems } from "../store/items.ts";
import { areaKey, holderKey } from "./account-keys.ts";
import type { Actor } from "./actor.ts";

/** The posts an account holds in one community, as kept beside the post records in the same transaction. */
export const holderItem = z.object({
  terms: z.array(z.object({ id: z.string(), post: z.string(), from: z.string(), until: z.optional(z.string()) })),
  version: z.int(),
});
export type Holder = z.infer<typeof holderItem>;

/**
 * What somebody may do in a community today, read freshly for every request: ending a post ends access at once.
 * Where somebody has nothing, the community is not there for them (404, not 403).
 */
export async function rightsIn(
  deps: Pick<Deps, "documents" | "tables" | "now">,
  actor: Actor,
  community: string,
): Promise<Rights> {
  const roles = actor.areas.filter((area) => covers(area, community)).map(({ role }) => role);
  const terms = actor.via === "client" ? [] : await termsToday(deps, actor.account, community);
  const posts = [...new Set(terms.map(({ post }) => post))];
  const rights = rightsOf(
    posts,
    roles,
    terms.map(({ id }) => id),
  );
  if (rights.isNobody) throw new Refusal("not-found");
  if (posts.length === 0 && !(await exists(deps, community))) throw new Refusal("not-found");
  return rights;
}

/** 403 unless the right is there. */
export function requireRight(rights: Rights, right: Right, register?: string): void {
  if (!rights.can(right, register)) throw new Refusal("no-right");
}

async function termsToday(
  deps: Pick<Deps, "documents" | "tables" | "now">,
  account: string,
  community: string,
): Promise<Holder["terms"]> {
  const holder = await readHolder(deps, account, community);
  const day = dayOf(deps.now());
  return holder.terms.filter((term) => inForce(term, day));
}

export async function readHolder(
  deps: Pick<Deps, "documents" | "tables">,
  account: string,
  community: string,
): Promise<Holder> {
  const item = await openItems(deps.documents, deps.tables.records).get(holderKey(community, account));
  return item ? holderItem.parse(item) : { terms: [], version: 0 };
}

async function exists(deps: Pick<Deps, "documents" | "tables">, community: string): Promise<boolean> {
  return (await openItems(deps.documents, deps.tables.records).get(areaKey(community))) !== undefined;
}

/** An area role of the wanted kind over a street or district; what somebody may not see is not found. */
export function requireArea(actor: Actor, code: string, roles: readonly AreaRole["role"][]): void {
  const covering = actor.areas.filter((area) => covers(area, code));
  if (covering.length === 0) throw new Refusal("not-found");
  if (!covering.some(({ role }) => roles.includes(role))) throw new Refusal("no-right");
}
