import { dayOf } from "../../shared/rules/calendar.ts";
import { leavingDay } from "../../shared/rules/handover.ts";
import { planEnd } from "../accounts/plan-end.ts";
import type { Deps } from "../http/deps.ts";
import type { WriteContext } from "../records/context.ts";
import { getRecord, type StoredRecord } from "../store/records.ts";
import type { PlannedItem } from "../store/transact.ts";

/**
 * The last signature of a handover ends the giver's post (S8.21, L12), and with it every right it gave, in the same
 * transaction. A post that ended before, as after a death, stays as it is.
 */
export async function endHandedOver(
  deps: Deps,
  { community, values }: StoredRecord,
  { actor }: WriteContext,
): Promise<{ extra?: readonly PlannedItem[] }> {
  const post = typeof values.post === "string" ? await getRecord(deps, "posts", community, values.post) : undefined;
  if (!post || post.values.endReason) return {};
  const until = leavingDay(String(values.ended), dayOf(deps.now()));
  const planned = post.values.until;
  const ending = {
    until: typeof planned === "string" && planned < until ? planned : until,
    endReason: String(values.endReason ?? "term"),
  };
  const plan = await planEnd(deps, post, ending, { actor, action: "end" });
  return plan ? { extra: plan.items } : {};
}
