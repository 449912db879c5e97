import type { FieldProblem } from "../../contract/refusal.ts";
import { lastDayOf } from "../calendar.ts";
import { yuan } from "./day-close.ts";

/** A line of the bank reconciliation (银行存款余额调节表): why book and statement differ. */
export type ReconciliationItem = { readonly text: string; readonly amountFen: number };

/** What closing a month (月结, S8.16) looks at. */
export type MonthClose = {
  readonly month: string;
  readonly today: string;
  readonly closedMonth: string | undefined;
  /** Months with movements, in order. */
  readonly months: readonly string[];
  /** Days of the month and before that moved and are not closed. */
  readonly openDays: readonly string[];
  readonly bookBankFen: number;
  readonly statementFen: number;
  readonly items: readonly ReconciliationItem[];
};

/** What stands against closing the month (L6): its days are all closed, and the statement agrees or says why not. */
export function monthCloseProblems(close: MonthClose): readonly FieldProblem[] {
  const { month, today, closedMonth, months, openDays } = close;
  if (lastDayOf(month) >= today) return [{ path: "month", code: "month-not-over" }];
  if (closedMonth !== undefined && month <= closedMonth) return [{ path: "month", code: "month-closed" }];
  const earlier = months.find((one) => one < month && (closedMonth === undefined || one > closedMonth));
  if (earlier !== undefined) return [{ path: "month", code: "earlier-month-open", params: { month: earlier } }];
  const [day] = openDays;
  if (day !== undefined) return [{ path: "month", code: "earlier-day-open", params: { day } }];
  const explained = close.items.reduce((sum, { amountFen }) => sum + amountFen, 0);
  const difference = close.statementFen - close.bookBankFen - explained;
  if (difference !== 0) {
    return [{ path: "items", code: "statement-differs", params: { difference: yuan(difference) } }];
  }
  return [];
}
