import { setTimeout } from "node:timers/promises";
import { invalid, Refusal } from "../../shared/contract/refusal.ts";
import { dayOf } from "../../shared/rules/calendar.ts";
import { movementOf } from "../../shared/rules/ledger/balance.ts";
import { isMajor, submitProblems } from "../../shared/rules/ledger/entry.ts";
import type { Values } from "../../shared/schema/field.ts";
import { flowOf } from "../../shared/schema/flows.ts";
import { planMove, refuseMove } from "../flows/move.ts";
import type { Deps } from "../http/deps.ts";
import { registerOf } from "../imports/batch.ts";
import { commit } from "../records/commit.ts";
import type { WritePlan } from "../records/context.ts";
import { givenBefore } from "../records/once.ts";
import { readRules } from "../rules/read-rules.ts";
import { getRecord, type StoredRecord } from "../store/records.ts";
import type { PlannedItem } from "../store/transact.ts";
import { type Act, type Actor, overdraft, refuse } from "./act.ts";
import { approved, closedProblem } from "./approval.ts";
import { refuseOverBudget, yearItems } from "./budget.ts";
import { creditPlans, fromDonation } from "./credits.ts";
import { headWrite, readHead, refuseClosedDay } from "./head.ts";
import { inTurn } from "./in-turn.ts";
import { giveReceiptBack, takeReceipt } from "./receipts.ts";
import { restrictedItems } from "./restricted-funds.ts";
import { planReversal } from "./reversal.ts";
import { asVoucher, countedItems } from "./sums.ts";

export const VOUCHER_MOVES = ["submit", "approve", "return", "report", "pay", "reverse"] as const;
export type VoucherMove = (typeof VOUCHER_MOVES)[number];

/** How often an act is worked out anew when another one of the same books came between. */
const ATTEMPTS = 60;

/** Vouchers, the list. */
export const vouchersRegister = () => registerOf("vouchers");

/**
 * Moves one voucher (逐笔审批, S8.17). What gives a number or moves money stands on the head of the books as it was read;
 * when another such act came first it is worked out again, so that acts at the same moment all succeed one after another.
 */
export async function moveVoucher(
  deps: Deps,
  community: string,
  id: string,
  move: VoucherMove,
  given: Readonly<Record<string, unknown>>,
  actor: Actor,
): Promise<StoredRecord> {
  const rules = await readRules(deps, community);
  return inTurn(community, async () => {
    for (let attempt = 1; ; attempt += 1) {
      const current = await getRecord(deps, "vouchers", community, id);
      const flow = current && flowOf("vouchers", current.values);
      if (!current || !flow) throw new Refusal("not-found");
      const before = await givenBefore(deps, current, actor.context.once);
      if (before) return before;
      if (!Object.hasOwn(flow.moves, move)) throw new Refusal("conflict", [{ path: "kind", code: "not-in-state" }]);
      const plans = await PLANS[move](deps, { ...actor, community, flow, current, given, rules });
      try {
        await commit(deps, plans);
        return plans[0].record;
      } catch (error) {
        const isPassing = error instanceof Refusal && (error.code === "stale" || error.code === "busy");
        if (!isPassing || attempt === ATTEMPTS) throw error;
        await setTimeout(Math.random() * Math.min(4 * attempt, 60));
      }
    }
  });
}

type Plans = readonly [WritePlan, ...WritePlan[]];

const PLANS: Readonly<Record<VoucherMove, (deps: Deps, act: Act) => Promise<Plans>>> = {
  submit: async (deps, act) => {
    // Who may not submit it learns that before what is wrong with it.
    refuseMove(act.flow, act.current, "submit", act.context, act.rights);
    const given = await fromDonation(deps, act.community, act.current.values);
    const problems = submitProblems({ ...act.current.values, ...given });
    const also = { ...given, enteredBy: act.context.actor.name };
    const taken = problems.length > 0 ? [] : await takeReceipt(deps, act.current);
    const plan = await planned(deps, act, "submit", also, taken);
    if (problems.length > 0) throw invalid(...problems);
    await refuseClosedDay(deps, vouchersRegister(), act.community, act.current.values);
    return [plan];
  },
  approve: async (deps, act) => {
    const { community, current, context } = act;
    const { values } = current;
    const head = await readHead(deps, community);
    const { also, head: next } = approved(deps, community, values, context.actor.name, head);
    const day = String(values.date);
    // An expense is not in the books before it is paid.
    const counts = values.kind !== "out";
    const extra = [
      headWrite(deps, community, next),
      ...(counts ? countedItems(deps, community, values, day) : []),
      ...restrictedItems(deps, community, values),
      ...yearItems(deps, community, values),
    ];
    const plan = await planned(deps, act, "approve", { ...also, ...(counts && { bookedOn: day }) }, extra);
    refuse(closedProblem(head, day));
    if (counts) refuse(await overdraft(deps, community, head, day, movementOf(asVoucher(values))));
    await refuseOverBudget(deps, community, values);
    return [plan, ...(await creditPlans(deps, community, values, context))];
  },
  return: async (deps, act) => [await planned(deps, act, "return", {}, await giveReceiptBack(deps, act.current))],
  report: async (deps, act) => {
    const plan = await planMove(deps, act.flow, act.current, "report", act.given, act.context, act);
    if (!major(deps, act)) throw new Refusal("conflict", [{ path: "reportNo", code: "not-major" }]);
    return [plan];
  },
  pay: async (deps, act) => {
    const { community, current } = act;
    const { values } = current;
    const head = await readHead(deps, community);
    const date = String(values.date);
    // What is paid after its day was closed counts on the day it is paid.
    const day = closedProblem(head, date) ? dayOf(deps.now()) : date;
    const extra = [headWrite(deps, community, head), ...countedItems(deps, community, values, day)];
    const plan = await planned(deps, act, "pay", { bookedOn: day }, extra);
    if (values.state === "approved" && major(deps, act)) {
      throw new Refusal("conflict", [{ path: "reportNo", code: "report-before-payment" }]);
    }
    refuse(closedProblem(head, day));
    refuse(await overdraft(deps, community, head, day, movementOf(asVoucher(values))));
    return [plan];
  },
  reverse: planReversal,
};

/** One move of the voucher's flow with what the books add to it. */
function planned(deps: Deps, act: Act, name: VoucherMove, also: Values, extra: readonly PlannedItem[]) {
  const { rights, rules } = act;
  return planMove(deps, act.flow, act.current, name, {}, act.context, { rights, rules, also, extra });
}

function major(deps: Deps, { current, rules }: Act): boolean {
  const { firm } = rules.number("ledger.majorFen", dayOf(deps.now()));
  return isMajor(current.values, firm?.value ?? Number.POSITIVE_INFINITY);
}
