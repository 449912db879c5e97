import type { FieldProblem } from "../../contract/refusal.ts";
import type { Values } from "../../schema/field.ts";
import { LINES, leaves } from "./lines.ts";

/** Far above what a committee ever moves at once: ten thousand million yuan, in fen. Sums of such stay exact. */
export const AMOUNT_MAX_FEN = 1_000_000_000_000;

/** What is wrong with a voucher as it is written, whoever writes it and however. */
export function entryProblems(values: Values, today: string): readonly FieldProblem[] {
  const problems: FieldProblem[] = [];
  const { amountFen, date, kind, line, book, source } = values;
  // Only actions make vouchers that take back an amount: a reversing one, or a past book's entry in red.
  const least = values.reverses || values.imported ? -AMOUNT_MAX_FEN : 1;
  if (typeof amountFen === "number" && amountFen < least) {
    problems.push({ path: "amountFen", code: "amount-not-positive" });
  }
  if (typeof amountFen === "number" && amountFen > AMOUNT_MAX_FEN) {
    problems.push({ path: "amountFen", code: "amount-too-large", params: { max: AMOUNT_MAX_FEN / 100 } });
  }
  // Books are kept year by year; what is older than last year comes in as opening history.
  const earliest = `${Number(today.slice(0, 4)) - 1}-01-01`;
  if (typeof date === "string" && date < earliest && !values.imported) {
    problems.push({ path: "date", code: "too-early", params: { min: earliest } });
  }
  if (typeof line === "string" && kind && LINES[line]?.kind !== kind) {
    problems.push({ path: "line", code: "line-of-other-kind" });
  }
  if (kind === "transfer" && typeof line === "string" && leaves(line) && leaves(line) !== book) {
    problems.push({ path: "book", code: "book-money-leaves" });
  }
  if (values.donation && !isDonation(values)) problems.push({ path: "donation", code: "income-only" });
  if (values.task && kind !== "in") problems.push({ path: "task", code: "income-only" });
  if (values.restrictedFund && kind === "transfer") problems.push({ path: "restrictedFund", code: "not-of-transfer" });
  if (values.overBudget && kind !== "out") problems.push({ path: "overBudget", code: "expense-only" });
  if (kind === "in" && !source) problems.push({ path: "source", code: "required" });
  return problems;
}

/**
 * What keeps a voucher from being submitted (收有凭、支有据, S8.19): a receipt's number for income (L2), a document for
 * expense (L7), and for a donation who gave it and whether the name may be published (L14).
 */
export function submitProblems(values: Values): readonly FieldProblem[] {
  const needed = values.kind === "transfer" ? [] : ["documentKind", "documentNo"];
  if (values.kind === "out") needed.push("attachments");
  if (isDonation(values)) needed.push("counterparty", "publishName");
  const missing = needed.filter((path) => values[path] === undefined || values[path] === null);
  return [
    ...missing.map((path) => ({ path, code: path === "documentNo" ? "document-missing" : "required" })),
    ...(values.kind === "out" && values.attachments === 0 ? [{ path: "attachments", code: "document-missing" }] : []),
  ];
}

/** Whether an income voucher is a gift (捐助). */
export function isDonation({ kind, source }: Values): boolean {
  return kind === "in" && source === "3";
}

/** Whether an expense must be reported to the town before it is paid (重大支出报告备案, S8.18). */
export function isMajor(values: Values, majorFen: number): boolean {
  return values.kind === "out" && (values.major === true || Number(values.amountFen) >= majorFen);
}

/** Whether the director approves a claim of their own (L3): they handled it, or it goes to them. */
export function isOwnClaim({ kind, handler, counterparty }: Values, director: string): boolean {
  return kind === "out" && (handler === director || counterparty === director);
}
