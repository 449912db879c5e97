import { Refusal } from "../../shared/contract/refusal.ts";
import { dayOf } from "../../shared/rules/calendar.ts";
import { LEDGER_POSTS, mustHandOverFirst } from "../../shared/rules/handover.ts";
import type { Ending } from "../accounts/plan-end.ts";
import type { Deps } from "../http/deps.ts";
import type { WriteContext, WritePlan } from "../records/context.ts";
import { readRules } from "../rules/read-rules.ts";
import type { StoredRecord } from "../store/records.ts";
import { handoverOfPost, planHandover } from "./open-handover.ts";

/**
 * What ending a post by hand does about its handover: refused while it must come first (409 `handover-first`, L12, with
 * the rule), else the handover opens along with the end, unless it is there already.
 */
export async function handoverOnEnding(
  deps: Deps,
  post: StoredRecord,
  { until, endReason }: Ending,
  { actor }: WriteContext,
): Promise<WritePlan[]> {
  const { community, id, values } = post;
  const code = String(values.post);
  if (!LEDGER_POSTS.has(code)) return [];
  const [handover, rules] = await Promise.all([handoverOfPost(deps, community, id), readRules(deps, community)]);
  if (handover?.values.state === "closed") return [];
  const { parameter, value, source, checked } = rules.flag("handovers.first", dayOf(deps.now()));
  if (mustHandOverFirst(code, endReason, value && checked)) {
    const extra = { rule: { parameter, value, source, checked }, ...(handover && { handover: handover.id }) };
    throw new Refusal("conflict", [{ path: "post", code: "handover-first" }], extra);
  }
  return handover
    ? []
    : [await planHandover(deps, community, { post: id, ended: until, endReason }, { actor, action: "create" })];
}
