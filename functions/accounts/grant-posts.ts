import { type FieldProblem, invalid, Refusal } from "../../shared/contract/refusal.ts";
import type { Rights } from "../../shared/guard/rights.ts";
import { POST_ROLES } from "../../shared/guard/roles.ts";
import { grantProblems, type HeldTerm, isExclusive, isTemporary, type Term } from "../../shared/guard/terms.ts";
import type { Register } from "../../shared/schema/register.ts";
import { registerNamed } from "../../shared/schema/registers.ts";
import type { Deps } from "../http/deps.ts";
import type { WriteContext, WritePlan } from "../records/context.ts";
import { planCreate } from "../records/plan.ts";
import { fillFromReserve } from "./fill-from-reserve.ts";
import { type GuardState, guardWrites } from "./guard-state.ts";

/** Columns of the post's record as somebody sent them; `post`, `from` and the person are what the guard looks at. */
export type Grant = { readonly id: string; readonly given: Readonly<Record<string, unknown>> };

/** The posts register, which only actions change. */
export function postsRegister(): Register {
  const register = registerNamed("posts");
  if (!register) throw new Error("There is no list of posts");
  return register;
}

/**
 * Whether these rights reach to granting and ending a post: the director's only from above, others that carry rights
 * by the director, and a mere duty (group leader, representative) by whoever keeps the lists.
 */
export function requireGrantRight(rights: Rights, post: string): void {
  const isAbove = rights.can("grantDirector");
  const may =
    post === "director"
      ? isAbove
      : rights.can("grantPosts") ||
        ((post === "secretary" || isTemporary(post)) && isAbove) ||
        (!carriesRights(post) && rights.can("write", "posts"));
  if (!may) throw new Refusal("no-right", [{ path: "post", code: "not-yours-to-grant" }]);
}

function carriesRights(post: string): boolean {
  return Object.hasOwn(POST_ROLES, post);
}

/** Nobody gives or takes a post of their own. */
export function refuseOneself(actor: string, account: string): void {
  if (actor === account) throw new Refusal("no-right", [{ path: "account", code: "about-oneself" }]);
}

/**
 * Plans granting posts (任命) to one account, or to a person without one: the records, their history, and the guard's
 * knowledge of them, for one transaction. Refused with everything that stands against it.
 */
export async function planGrants(
  deps: Deps,
  community: string,
  holder: { readonly account: string; readonly name: string } | undefined,
  grants: readonly Grant[],
  context: WriteContext,
  state: GuardState,
): Promise<WritePlan[]> {
  const terms: Term[] = [...state.holder.terms];
  let exclusive: HeldTerm[] = state.exclusive.terms;
  const problems: FieldProblem[] = [];
  const plans: WritePlan[] = [];
  const fillings: WritePlan[] = [];
  for (const { id, given } of grants) {
    const named = holder ? { ...given, person: given.person ?? holder.name, account: holder.account } : given;
    const reserve = await fillFromReserve(deps, community, named, context);
    problems.push(...reserve.problems);
    const values = reserve.rank === undefined ? named : { ...named, reserveRank: reserve.rank };
    if (given.endReason && !given.until) problems.push({ path: "until", code: "required" });
    const plan = await planCreate(deps, postsRegister(), community, values, { ...context, byAction: true }, { id });
    const term = termOf(plan.record.id, plan.record.values);
    problems.push(...grantProblems(term, terms, exclusive));
    const { account: _account, person: _person, ...own } = term;
    terms.push(own);
    if (isExclusive(term.post)) exclusive = [...exclusive, term];
    plans.push(plan);
    if (reserve.plan) fillings.push(reserve.plan);
  }
  if (problems.length > 0) throw invalid(...problems);
  const changed = exclusive === state.exclusive.terms ? undefined : exclusive;
  const guards = guardWrites(deps, community, holder?.account, state, { terms, exclusive: changed });
  const [first, ...rest] = plans;
  return first ? [{ ...first, items: [...first.items, ...guards] }, ...rest, ...fillings] : [];
}

/** The guard's view of a post's record. */
export function termOf(id: string, values: WritePlan["record"]["values"]): HeldTerm {
  const { account, until } = values;
  return {
    id,
    post: String(values.post),
    from: String(values.from),
    ...(typeof until === "string" ? { until } : {}),
    ...(typeof account === "string" ? { account } : {}),
    person: String(values.person),
  };
}
