import type { FieldProblem } from "../../contract/refusal.ts";
import { addDays } from "../calendar.ts";
import { type DaySum, type Money, plus } from "./balance.ts";

/** A remark that does not stop anybody, worded like a field problem. */
export type Warning = FieldProblem;

/** What closing a day (日清, S8.16) looks at. Days are those with movements that are still open, in order. */
export type DayClose = {
  readonly day: string;
  readonly today: string;
  readonly closedThrough: string | undefined;
  readonly openDays: readonly DaySum[];
  readonly base: Money;
  readonly countedFen: number;
  readonly reason: string | undefined;
};

/** What stands against closing the day (L5): counted cash is book cash, or somebody says why not; days go in order. */
export function dayCloseProblems(close: DayClose): readonly FieldProblem[] {
  const { day, today, closedThrough, countedFen, reason } = close;
  if (day > today) return [{ path: "day", code: "in-the-future" }];
  if (closedThrough !== undefined && day <= closedThrough) return [{ path: "day", code: "day-closed" }];
  const earlier = close.openDays.find((one) => one.day < day);
  if (earlier) return [{ path: "day", code: "earlier-day-open", params: { day: earlier.day } }];
  const difference = countedFen - bookAt(close).cashFen;
  if (difference !== 0 && !reason?.trim()) {
    return [{ path: "reason", code: "difference-needs-reason", params: { difference: yuan(difference) } }];
  }
  return [];
}

/** Both books at the end of the day that is being closed. */
export function bookAt({ base, openDays, day }: Pick<DayClose, "base" | "openDays" | "day">): Money {
  return openDays.filter((one) => one.day <= day).reduce<Money>(plus, base);
}

/** Cash movements of the day by what they were, for the rule against spending income (坐支). */
export type CashOfDay = { readonly outFen: number; readonly drawnFen: number };

/**
 * Remarks on a closed day: more cash in the till than its limit (L8), more cash spent than the day began with and the
 * bank gave (L9), and a close that came late.
 */
export function dayWarnings(close: DayClose, cash: CashOfDay, limits: { cashLimitFen: number }): readonly Warning[] {
  const warnings: Warning[] = [];
  const { cashFen } = bookAt(close);
  if (cashFen > limits.cashLimitFen) {
    warnings.push({
      path: "countedFen",
      code: "cash-over-limit",
      params: { cash: yuan(cashFen), limit: yuan(limits.cashLimitFen) },
    });
  }
  if (cash.outFen > close.base.cashFen + cash.drawnFen) warnings.push({ path: "day", code: "spent-from-income" });
  if (isLate(close.day, close.today)) warnings.push({ path: "day", code: "closed-late" });
  return warnings;
}

/** The last day for closing is the next working day; a weekend does not count, a holiday calendar is not asked. */
export function isLate(day: string, today: string): boolean {
  let last = addDays(day, 1);
  while ([0, 6].includes(new Date(`${last}T00:00:00Z`).getUTCDay())) last = addDays(last, 1);
  return today > last;
}

/** An amount as people read it. */
export function yuan(fen: number): string {
  const whole = Math.abs(fen);
  return `${fen < 0 ? "-" : ""}${Math.floor(whole / 100)}.${String(whole % 100).padStart(2, "0")}`;
}
