import { sharesOf } from "../share.ts";
import { type Money, plus } from "./balance.ts";
import { linesOf } from "./lines.ts";

/** What moved in a month, by kind, line and source; reversals have been taken off. */
export type Sum = {
  readonly kind: "in" | "out" | "transfer";
  readonly line: string;
  readonly source?: string | undefined;
  readonly amountFen: number;
};

/** The income-expense table (收支公开表, P5) of a month or a year. */
export type IncomeExpenseTable = {
  readonly period: string;
  readonly opening: Money;
  /** By source (L13), in the order of the sources. */
  readonly income: readonly { source: string; amountFen: number; share: number | null }[];
  readonly incomeLines: readonly { line: string; amountFen: number }[];
  readonly incomeFen: number;
  readonly expense: readonly { line: string; amountFen: number; share: number | null }[];
  readonly expenseFen: number;
  readonly closing: Money;
  readonly vouchers: number;
};

const SOURCES = ["1", "2", "3", "4", "9"] as const;

/**
 * Income by source with shares that add up to 100.0 % (S9.14, C11), expense by line, and what is left: opening + in -
 * out = closing. Transfers move money between the books and are neither.
 */
export function incomeExpenseTable(
  period: string,
  opening: Money,
  closing: Money,
  sums: readonly Sum[],
  vouchers: number,
): IncomeExpenseTable {
  const of = (kind: Sum["kind"], holds: (sum: Sum) => boolean) =>
    sums.filter((sum) => sum.kind === kind && holds(sum)).reduce((total, { amountFen }) => total + amountFen, 0);
  const bySource = SOURCES.map((source) => of("in", (sum) => (sum.source ?? "9") === source));
  const incomeLines = linesOf("in").map((line) => ({ line, amountFen: of("in", (sum) => sum.line === line) }));
  const spent = linesOf("out")
    .map((line) => ({ line, amountFen: of("out", (sum) => sum.line === line) }))
    .filter(({ amountFen }) => amountFen !== 0);
  const shares = partShares(bySource);
  const spentShares = partShares(spent.map(({ amountFen }) => amountFen));
  return {
    period,
    opening,
    income: SOURCES.map((source, index) => ({
      source,
      amountFen: bySource[index] ?? 0,
      share: shares[index] ?? null,
    })),
    incomeLines: incomeLines.filter(({ amountFen }) => amountFen !== 0),
    incomeFen: of("in", () => true),
    expense: spent.map((line, index) => ({ ...line, share: spentShares[index] ?? null })),
    expenseFen: of("out", () => true),
    closing,
    vouchers,
  };
}

/** Where more was taken back than came in, there is no whole to have shares of. */
function partShares(amounts: readonly number[]): readonly (number | null)[] {
  return amounts.some((amount) => amount < 0) ? amounts.map(() => null) : sharesOf(amounts);
}

/** Whether a table holds together: opening and income, less expense, is the closing balance (L18). */
export function holdsTogether({ opening, incomeFen, expenseFen, closing }: IncomeExpenseTable): boolean {
  const total = (money: Money) => money.cashFen + money.bankFen;
  return total(plus(opening, { cashFen: incomeFen, bankFen: -expenseFen })) === total(closing);
}
