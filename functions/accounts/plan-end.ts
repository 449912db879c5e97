import { isExclusive, type Term } from "../../shared/guard/terms.ts";
import type { Deps } from "../http/deps.ts";
import type { WriteContext, WritePlan } from "../records/context.ts";
import { planPatch } from "../records/plan.ts";
import type { StoredRecord } from "../store/records.ts";
import { postsRegister, termOf } from "./grant-posts.ts";
import { guardWrites, readGuard } from "./guard-state.ts";

export type Ending = { readonly until: string; readonly endReason: string };

/** Plans the end of a post: its record and what the guard knows of it, for one transaction; nothing where it has ended so. */
export async function planEnd(
  deps: Deps,
  current: StoredRecord,
  given: Ending,
  context: WriteContext,
): Promise<WritePlan | undefined> {
  const { community, values } = current;
  const account = typeof values.account === "string" ? values.account : undefined;
  const plan = await planPatch(deps, postsRegister(), current, given, { ...context, byAction: true });
  if (plan === "unchanged") return undefined;
  const guards = await endedGuards(deps, community, account, plan.record);
  return { ...plan, items: [...plan.items, ...guards] };
}

/** What the guard knows once the post of this record has an end. */
async function endedGuards(deps: Deps, community: string, account: string | undefined, record: StoredRecord) {
  const state = await readGuard(deps, community, account);
  const { id, post, until } = termOf(record.id, record.values);
  const close = <T extends Term>(term: T): T => (term.id === id ? { ...term, until } : term);
  const exclusive = isExclusive(post) ? state.exclusive.terms.map(close) : undefined;
  return guardWrites(deps, community, account, state, { terms: state.holder.terms.map(close), exclusive });
}
