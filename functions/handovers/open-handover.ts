import { invalid, Refusal } from "../../shared/contract/refusal.ts";
import type { Rights } from "../../shared/guard/rights.ts";
import { LEDGER_POSTS } from "../../shared/rules/handover.ts";
import type { Register } from "../../shared/schema/register.ts";
import { registerNamed } from "../../shared/schema/registers.ts";
import { refuseOneself, requireGrantRight } from "../accounts/grant-posts.ts";
import type { Deps } from "../http/deps.ts";
import { commit } from "../records/commit.ts";
import type { WriteContext, WritePlan } from "../records/context.ts";
import { givenBefore, onceId } from "../records/once.ts";
import { planCreate } from "../records/plan.ts";
import { allRecords, getRecord, type StoredRecord } from "../store/records.ts";

/** A post that somebody is to leave, or the committee after an election. */
export type Leaving = {
  /** The post's record; without it the committee as a whole is handed over. */
  readonly post?: string | undefined;
  /** The leaving day, or the day of the election. */
  readonly ended: string;
  readonly endReason?: string | undefined;
  /** Of a committee: who stands for the outgoing one. */
  readonly giver?: string | undefined;
  readonly giverAccount?: string | undefined;
  readonly taker?: string | undefined;
  readonly takerAccount?: string | undefined;
};

/** The list of handovers, which only actions fill. */
export function handoversRegister(): Register {
  const register = registerNamed("handovers");
  if (!register) throw new Error("There is no list of handovers");
  return register;
}

/**
 * Plans a handover (移交, W08) for the transaction of whatever ends the post or the committee: call it with the day of
 * leaving, or of the election when its result is announced, and commit its items along with the caller's own. It is due
 * so many days after that day (`elections.handoverDays`); the same leaving is handed over once (422 `not-unique`).
 */
export async function planHandover(
  deps: Deps,
  community: string,
  { post, ...leaving }: Leaving,
  context: WriteContext,
  id?: string,
): Promise<WritePlan> {
  const of = post === undefined ? { of: "committee", election: leaving.ended } : await ofPost(deps, community, post);
  const given = Object.fromEntries(Object.entries({ ...leaving, ...of }).filter(([, value]) => value !== undefined));
  const { actor, once } = context;
  const create: WriteContext = { actor, action: "create", byAction: true, ...(once && { once }) };
  return planCreate(deps, handoversRegister(), community, given, create, id === undefined ? {} : { id });
}

/**
 * Opens a handover by hand, by whoever may end the post; for the committee, by the director or from above. Once for
 * each key.
 */
export async function openHandover(
  deps: Deps,
  community: string,
  { rights, context }: { readonly rights: Rights; readonly context: WriteContext },
  leaving: Leaving,
): Promise<StoredRecord> {
  const id = context.once && onceId("handovers", community, context.once);
  const opened = async () => {
    const existing = id === undefined ? undefined : await getRecord(deps, "handovers", community, id);
    return existing && givenBefore(deps, existing, context.once);
  };
  const before = await opened();
  if (before) return before;
  if (leaving.post === undefined) {
    if (!rights.can("grantPosts") && !rights.can("grantDirector")) throw new Refusal("no-right");
  } else {
    const held = await heldPost(deps, community, leaving.post);
    requireGrantRight(rights, String(held.values.post));
    if (typeof held.values.account === "string") refuseOneself(context.actor.account, held.values.account);
    if (held.values.endReason) throw invalid({ path: "post", code: "already-ended" });
    if (leaving.endReason === undefined) throw invalid({ path: "endReason", code: "required" });
  }
  const plan = await planHandover(deps, community, leaving, context, id);
  try {
    await commit(deps, [plan]);
  } catch (error) {
    // The same request may have come a moment earlier.
    const twin = await opened();
    if (!twin) throw error;
    return twin;
  }
  return plan.record;
}

/** The handover of a post, unless it was cancelled. */
export async function handoverOfPost(deps: Deps, community: string, post: string): Promise<StoredRecord | undefined> {
  for await (const record of allRecords(deps, "handovers", community)) {
    if (record.values.post === post && record.values.state !== "cancelled") return record;
  }
  return undefined;
}

async function heldPost(deps: Deps, community: string, id: string): Promise<StoredRecord> {
  const held = await getRecord(deps, "posts", community, id);
  if (!held) throw invalid({ path: "post", code: "unknown-reference" });
  if (!LEDGER_POSTS.has(String(held.values.post))) throw invalid({ path: "post", code: "not-handed-over" });
  return held;
}

async function ofPost(deps: Deps, community: string, id: string) {
  const { values } = await heldPost(deps, community, id);
  const { post: of, person: giver, account } = values;
  return { of, giver, post: id, ...(typeof account === "string" && { giverAccount: account }) };
}
