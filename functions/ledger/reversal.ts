import { Refusal } from "../../shared/contract/refusal.ts";
import { dayOf } from "../../shared/rules/calendar.ts";
import { movementOf } from "../../shared/rules/ledger/balance.ts";
import { reversalOf } from "../../shared/rules/ledger/reversal.ts";
import { planMove } from "../flows/move.ts";
import type { Deps } from "../http/deps.ts";
import { registerOf } from "../imports/batch.ts";
import type { WritePlan } from "../records/context.ts";
import { planCreate } from "../records/plan.ts";
import { type Act, overdraft, refuse } from "./act.ts";
import { approved, closedProblem } from "./approval.ts";
import { yearItems } from "./budget.ts";
import { creditPlans } from "./credits.ts";
import { headWrite, readHead } from "./head.ts";
import { freeReceipt } from "./receipts.ts";
import { restrictedItems } from "./restricted-funds.ts";
import { asVoucher, countedItems } from "./sums.ts";

/**
 * Takes an approved voucher back (冲销, L6): it stays as it was approved, and a reversing voucher of the same kind with the
 * amount negative is numbered, chained and approved in the same act. What has not been paid never moved money, and its
 * reversal moves none.
 */
export async function planReversal(deps: Deps, act: Act): Promise<readonly [WritePlan, ...WritePlan[]]> {
  const { community, current, flow, rights, rules, context } = act;
  const today = dayOf(deps.now());
  const head = await readHead(deps, community);
  const opposite = reversalOf(current.values, current.id, today);
  const counts = current.values.bookedOn !== undefined;
  const { name } = context.actor;
  const values = { ...opposite, enteredBy: name };
  const { also, head: next } = approved(deps, community, values, name, head);
  const extra = [
    headWrite(deps, community, next),
    ...(counts ? countedItems(deps, community, values, today) : []),
    ...restrictedItems(deps, community, values),
    ...yearItems(deps, community, values),
    ...(await freeReceipt(deps, current)),
  ];
  const move = { reversedBy: String(also.no) };
  const plan = await planMove(deps, flow, current, "reverse", {}, context, { rights, rules, also: move, extra });
  if (current.values.reverses) throw new Refusal("conflict", [{ path: "reverses", code: "reversal-stays" }]);
  refuse(closedProblem(head, today));
  if (counts) refuse(await overdraft(deps, community, head, today, movementOf(asVoucher(values))));
  const state = current.values.kind !== "out" ? "approved" : counts ? "paid" : "reversed";
  const made = await planCreate(
    deps,
    registerOf("vouchers"),
    community,
    { ...values, ...also, state, ...(counts && { bookedOn: today }) },
    { actor: context.actor, action: "move", byAction: true, ...(context.reason && { reason: context.reason }) },
    { rules },
  );
  return [plan, made, ...(await creditPlans(deps, community, values, context))];
}
