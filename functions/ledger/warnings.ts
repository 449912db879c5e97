import { dayOf } from "../../shared/rules/calendar.ts";
import type { InForce } from "../../shared/rules/in-force.ts";
import { type Warning, yuan } from "../../shared/rules/ledger/day-close.ts";
import { isMajor } from "../../shared/rules/ledger/entry.ts";
import type { Deps } from "../http/deps.ts";
import { readRules } from "../rules/read-rules.ts";
import type { StoredRecord } from "../store/records.ts";
import { budgetRemarks } from "./budget.ts";
import { readHead } from "./head.ts";
import type { VoucherMove } from "./moves.ts";
import { receiptRemarks } from "./receipts.ts";
import { readOpenDays } from "./sums.ts";

/** Remarks about a voucher that stop nobody, and the numbers that act on it, each with its source. */
export async function voucherWarnings(
  deps: Deps,
  record: StoredRecord,
  move: VoucherMove | undefined,
): Promise<{ warnings: readonly Warning[]; rules: readonly InForce[] }> {
  const { community, values } = record;
  const rules = await readRules(deps, community);
  const today = dayOf(deps.now());
  const warnings: Warning[] = [];
  const acting: InForce[] = [];
  if (values.kind === "out") {
    const major = rules.number("ledger.majorFen", today);
    if (isMajor(values, major.value ?? Number.POSITIVE_INFINITY)) acting.push(major);
    const cash = rules.number("ledger.cashPaymentFen", today);
    if (values.book === "cash" && cash.value !== null && Number(values.amountFen) > cash.value) {
      acting.push(cash);
      warnings.push({ path: "book", code: "cash-payment-large", params: { limit: yuan(cash.value) } });
    }
  }
  if (move === undefined || move === "submit") {
    warnings.push(...(await receiptRemarks(deps, record)), ...(await budgetRemarks(deps, community, values)));
  }
  if (move === undefined) {
    // A day with movements is closed before the next day's entry (L5); who is behind is told so.
    const open = await readOpenDays(deps, community, (await readHead(deps, community)).closedThrough);
    const earlier = open.find(({ day }) => day < String(values.date));
    if (earlier) warnings.push({ path: "date", code: "day-not-closed", params: { day: earlier.day } });
  }
  return { warnings, rules: acting };
}
