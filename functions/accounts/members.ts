import { Refusal } from "../../shared/contract/refusal.ts";
import type { Rights } from "../../shared/guard/rights.ts";
import { inForce, isExclusive } from "../../shared/guard/terms.ts";
import { dayOf } from "../../shared/rules/calendar.ts";
import { accountKey, holderKey, memberKey } from "../guard/account-keys.ts";
import { type Actor, readAccount } from "../guard/actor.ts";
import { holderItem, readHolder, requireRight, rightsIn } from "../guard/rights-in.ts";
import type { Deps } from "../http/deps.ts";
import type { WriteContext } from "../records/context.ts";
import { openItems } from "../store/items.ts";
import type { PlannedAnswer } from "./answer-once.ts";
import { planGrants, requireGrantRight } from "./grant-posts.ts";
import { guardWrites, readGuard } from "./guard-state.ts";
import { newInvitation, plannedInvitation, renewedInvitation, type Shown } from "./invite.ts";

export type Invited = Shown & { readonly posts: readonly { readonly id: string; readonly post: string }[] };

/**
 * Plans inviting somebody to the community's work (邀请): an account, its one-time link and the posts it starts with, in one
 * transaction. The rights hold from the first day, but nobody can use them before the link is taken up.
 */
export async function planInvitation(
  deps: Deps,
  community: string,
  rights: Rights,
  context: WriteContext,
  wanted: { readonly name: string; readonly posts: readonly string[]; readonly from: string },
): Promise<PlannedAnswer<Invited>> {
  requireRight(rights, "invite");
  for (const post of wanted.posts) requireGrantRight(rights, post);
  const invitation = newInvitation(deps, wanted.name, []);
  const { account } = invitation;
  const state = await readGuard(deps, community, account);
  const grants = wanted.posts.map((post) => ({ id: deps.newId(), given: { post, from: wanted.from } }));
  const plans = await planGrants(deps, community, { account, name: wanted.name }, grants, context, state);
  const membership = plans.length > 0 ? [] : guardWrites(deps, community, account, state, { terms: [] });
  const { items, answer } = plannedInvitation(deps, invitation);
  return {
    items: [...plans.flatMap((plan) => plan.items), ...membership, ...items],
    answer: { ...answer, posts: grants.map(({ id, given }) => ({ id, post: given.post })) },
  };
}

/**
 * Plans a new link for a member who forgot the password, or whose device is in other hands: every session and token of
 * theirs ends at once, and so does every earlier link. Whoever holds the link holds the account for a moment, so money
 * and the director's seat are renewed from above only, and an account that reaches further is not a community's.
 */
export async function planReinvitation(
  deps: Deps,
  actor: Actor,
  community: string,
  account: string,
  secondStep: "keep" | "drop",
): Promise<PlannedAnswer<Shown>> {
  const found = await readAccount(deps, account);
  const holder = await readHolder(deps, account, community);
  if (!found || holder.version === 0 || actor.account === account) throw new Refusal("not-found");
  if (found.areas.length > 0) throw new Refusal("no-right");
  const items = openItems(deps.documents, deps.tables.records);
  const memberships = await items.list(memberKey(account, community).pk);
  for (const { sk } of memberships) {
    const rights = await rightsIn(deps, actor, String(sk));
    requireRight(rights, "invite");
    const { terms } = await readHolder(deps, account, String(sk));
    if (terms.some((term) => isExclusive(term.post))) requireRight(rights, "grantDirector");
  }
  const set = { epoch: found.epoch + 1, linksFrom: deps.now() };
  const signOut = { change: accountKey(account), set, only: { epoch: found.epoch } };
  const renewed = renewedInvitation(deps, account, found.name, secondStep === "keep");
  return plannedInvitation(deps, { ...renewed, writes: [signOut, ...renewed.writes] });
}

/** Everybody with an account in the community, their posts, and whether the invitation was taken up. */
export async function listMembers(deps: Deps, community: string) {
  const found = await openItems(deps.documents, deps.tables.records).list(holderKey(community, "").pk, "A#");
  const day = dayOf(deps.now());
  return Promise.all(
    found.map(async (item) => {
      const id = String(item.sk).slice(2);
      const account = await readAccount(deps, id);
      const posts = holderItem.parse(item).terms.map((term) => ({ ...term, inForce: inForce(term, day) }));
      const state = account?.login === undefined && !account?.subject ? "invited" : "active";
      return { account: id, name: account?.name ?? "", login: account?.login, state, posts };
    }),
  );
}
