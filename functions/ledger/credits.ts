import { invalid, Refusal } from "../../shared/contract/refusal.ts";
import { fundsOpen } from "../../shared/rules/task.ts";
import type { Values } from "../../shared/schema/field.ts";
import type { Deps } from "../http/deps.ts";
import { registerOf } from "../imports/batch.ts";
import type { WriteContext, WritePlan } from "../records/context.ts";
import { planPatch } from "../records/plan.ts";
import { allRecords, getRecord } from "../store/records.ts";

/** What a donation says about the voucher that brings it: who gave, the wish about the name, and the fund it is bound to (L14). */
export async function fromDonation(deps: Deps, community: string, values: Values): Promise<Values> {
  if (typeof values.donation !== "string") return {};
  const donation = await getRecord(deps, "donations", community, values.donation);
  if (!donation) throw invalid({ path: "donation", code: "unknown-reference" });
  const { donor, publishName, restricted, fund, purpose } = donation.values;
  return {
    counterparty: donor ?? null,
    publishName: publishName === true,
    ...(typeof purpose === "string" && { purpose: purpose.slice(0, 120) }),
    ...(restricted === true && typeof fund === "string" && { restrictedFund: fund }),
  };
}

/**
 * Notes an income where it was waited for: at its donation, and at the task it was due for (费随事转, L15), in the same
 * transaction as the approval. More than was given is refused; what is taken back is taken off.
 */
export async function creditPlans(
  deps: Deps,
  community: string,
  values: Values,
  { actor }: Pick<WriteContext, "actor">,
): Promise<WritePlan[]> {
  const amountFen = Number(values.amountFen);
  const plans: WritePlan[] = [];
  const note = async (list: string, id: unknown, change: (held: Values) => Values) => {
    const record = typeof id === "string" ? await getRecord(deps, list, community, id) : undefined;
    if (!record) return;
    const context = { actor, action: "move" as const, byAction: true };
    const plan = await planPatch(deps, registerOf(list), record, change(record.values), context, { unlocked: true });
    if (plan !== "unchanged") plans.push(plan);
  };
  await note("donations", values.donation, (held) => {
    const receivedFen = Number(held.receivedFen ?? 0) + amountFen;
    if (amountFen > 0 && receivedFen > Number(held.amountFen)) {
      throw new Refusal("conflict", [{ path: "amountFen", code: "more-than-given" }]);
    }
    return { receivedFen, ...(amountFen > 0 && { receiptNo: values.documentNo ?? null }) };
  });
  await note("tasks", values.task, (held) => ({ fundsBooked: Number(held.fundsBooked ?? 0) + amountFen }));
  return plans;
}

/** A task's funds: due, received by vouchers, noted by hand, and still to come (S9.24). */
export type TaskFunds = {
  readonly id: string;
  readonly title: string;
  readonly department: string;
  readonly state: string;
  readonly dueFen: number;
  readonly bookedFen: number;
  readonly notedFen: number;
  readonly openFen: number;
};

/** Tasks that money is due for, the unfunded ones first (经费未到清单, L15). */
export async function taskFunds(deps: Deps, community: string): Promise<TaskFunds[]> {
  const tasks: TaskFunds[] = [];
  for await (const { id, values } of allRecords(deps, "tasks", community)) {
    const { state, decision, fundsDue = 0, fundsBooked = 0, fundsPaid = 0 } = values;
    if (decision === "refuse" || state === "cancelled" || (!fundsDue && !fundsBooked)) continue;
    tasks.push({
      id,
      title: String(values.title),
      department: String(values.department),
      state: String(state),
      dueFen: Number(fundsDue),
      bookedFen: Number(fundsBooked),
      notedFen: Number(fundsPaid),
      openFen: fundsOpen(values),
    });
  }
  return tasks.sort((a, b) => b.openFen - a.openFen);
}
