import { invalid, Refusal } from "../../shared/contract/refusal.ts";
import type { Rights } from "../../shared/guard/rights.ts";
import { readAccount } from "../guard/actor.ts";
import { handoverOnEnding } from "../handovers/handover-on-ending.ts";
import type { Deps } from "../http/deps.ts";
import { commit } from "../records/commit.ts";
import type { WriteContext, WritePlan } from "../records/context.ts";
import { givenBefore, onceId } from "../records/once.ts";
import { getRecord, type StoredRecord } from "../store/records.ts";
import { planGrants, refuseOneself, requireGrantRight } from "./grant-posts.ts";
import { readGuard } from "./guard-state.ts";
import { planEnd } from "./plan-end.ts";

type Asker = { readonly rights: Rights; readonly context: WriteContext };

/** How often an action is worked out anew when another one came between. */
const ATTEMPTS = 8;

/**
 * Grants a post (任命). The rights that go with it hold from its first day, for the account that is named. A person
 * without an account may hold any post, now or in the past, and has no rights by it.
 */
export async function grantPost(
  deps: Deps,
  community: string,
  { rights, context }: Asker,
  account: string | undefined,
  given: Readonly<Record<string, unknown>>,
): Promise<StoredRecord> {
  requireGrantRight(rights, String(given.post));
  const holder = account === undefined ? undefined : await readAccount(deps, account);
  if (account !== undefined) {
    refuseOneself(context.actor.account, account);
    if (!holder) throw invalid({ path: "account", code: "unknown-reference" });
  }
  const id = context.once ? onceId("posts", community, context.once) : deps.newId();
  return again(async () => {
    const before = await grantedBefore(deps, community, id, context);
    if (before) return before;
    const state = await readGuard(deps, community, account);
    const plans = await planGrants(deps, community, holder, [{ id, given }], context, state);
    await commit(deps, plans);
    return recordOf(plans);
  });
}

async function grantedBefore(deps: Deps, community: string, id: string, context: WriteContext) {
  const existing = context.once && (await getRecord(deps, "posts", community, id));
  return existing && givenBefore(deps, existing, context.once);
}

function recordOf([plan]: readonly WritePlan[]): StoredRecord {
  if (!plan) throw new Error("A grant makes a record");
  return plan.record;
}

/**
 * Ends a post (离任) from a day on, with the reason. From that day on its rights are gone, with the next request. A post
 * with rights in the books is handed over first, where the rule says so (S8.21); where it is not, its handover opens.
 */
export async function endPost(
  deps: Deps,
  community: string,
  { rights, context }: Asker,
  id: string,
  given: { readonly until: string; readonly endReason: string },
): Promise<StoredRecord> {
  return again(async () => {
    const current = await getRecord(deps, "posts", community, id);
    if (!current) throw new Refusal("not-found");
    const before = await givenBefore(deps, current, context.once);
    if (before) return before;
    const account = typeof current.values.account === "string" ? current.values.account : undefined;
    requireGrantRight(rights, String(current.values.post));
    if (account !== undefined) refuseOneself(context.actor.account, account);
    if (current.values.endReason) throw invalid({ path: "until", code: "already-ended" });
    // Ending never lengthens: a term that was to end earlier cannot be carried on by it.
    const planned = current.values.until;
    if (typeof planned === "string" && given.until > planned) throw invalid({ path: "until", code: "after-end" });
    const plan = await planEnd(deps, current, given, context);
    if (!plan) return current;
    const handover = await handoverOnEnding(deps, current, given, context);
    await commit(deps, [plan, ...handover]);
    return plan.record;
  });
}

/** Works an action out again when what it stood on has moved; the rules then see the newer state. */
export async function again<T>(action: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await action();
    } catch (error) {
      if (!(error instanceof Refusal && error.code === "stale") || attempt === ATTEMPTS) throw error;
    }
  }
}
