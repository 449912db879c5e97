import { dayOf, isDay } from "../../shared/rules/calendar.ts";
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
  { supervised }: Readonly<Record<string, unknown>>,
): Promise<{ extra?: readonly PlannedItem[] }> {
  const post = typeof values.post === "string" ? await getRecord(deps, "posts", community, values.post) : undefined;
  if (!post || post.values.endReason) return {};
  // The street may have signed on an earlier day than it is entered; what that day is, the move itself checks.
  const closedOn = typeof supervised === "string" && isDay(supervised) ? supervised : dayOf(deps.now());
  const until = leavingDay(String(values.ended), closedOn);
  const planned = post.values.until;
  const ending = {
    until: typeof planned === "string" && planned < until ? planned : until,
    endReason: String(values.endReason ?? "term"),
  };
  const plan = await planEnd(deps, post, ending, { actor, action: "end" });
  return plan ? { extra: plan.items } : {};
}
