import { Refusal } from "../../shared/contract/refusal.ts";
import { addDays, dayOf, lastDayOf } from "../../shared/rules/calendar.ts";
import { type IncomeExpenseTable, incomeExpenseTable } from "../../shared/rules/ledger/income-expense.ts";
import { isReviewed, reviewDue } from "../../shared/rules/ledger/review.ts";
import type { Deps } from "../http/deps.ts";
import { readRules } from "../rules/read-rules.ts";
import { allRecords, type StoredRecord } from "../store/records.ts";
import { balanceOn } from "./balance.ts";
import { readHead } from "./head.ts";
import { type LedgerMonth, readMonth } from "./months.ts";

/** The income-expense table of a month (收支公开表); of a closed month as it was closed, else as of now. */
export async function monthTable(deps: Deps, community: string, month: LedgerMonth): Promise<IncomeExpenseTable> {
  const { close, sums, vouchers } = month;
  const [opening, closing] = close
    ? [close.opening, close.closing]
    : await Promise.all([
        balanceOn(deps, community, addDays(`${month.month}-01`, -1)),
        balanceOn(deps, community, lastDayOf(month.month)),
      ]);
  return incomeExpenseTable(month.month, opening, closing, sums, vouchers);
}

/** A month as its page and its publication need it: the table, who closed and reviewed it, what stands out. */
export type MonthReport = {
  readonly month: string;
  readonly table: IncomeExpenseTable;
  readonly closed?: {
    readonly by: string;
    readonly at: string;
    readonly statementFen: number;
    readonly items: readonly { text: string; amountFen: number }[];
  };
  readonly signatures: readonly {
    readonly name: string;
    readonly at: string;
    readonly findings?: string | undefined;
  }[];
  /** Closed by the import of a past book, which the director confirmed as a whole: no review is due. */
  readonly past: boolean;
  /** Reviewed by enough reviewers, so that it may be made public. */
  readonly released: boolean;
  /** The last day for the review, and whether it has passed without one. */
  readonly reviewDue: string;
  readonly reviewLate: boolean;
  readonly reviewersMin: number;
  /** Vouchers of the month that the director approved for themselves (L3), first in the review. */
  readonly selfApproved: readonly VoucherLine[];
  /** What was given, with the donor's wish about being named (S2.6). */
  readonly donations: readonly (VoucherLine & { readonly donor: string; readonly publishName: boolean })[];
  readonly major: readonly VoucherLine[];
};

export type VoucherLine = {
  readonly id: string;
  readonly no: string;
  readonly day: string;
  readonly summary: string;
  readonly amountFen: number;
};

export async function monthReport(deps: Deps, community: string, month: string): Promise<MonthReport> {
  const [found, head, rules, booked] = await Promise.all([
    readMonth(deps, community, month),
    readHead(deps, community),
    readRules(deps, community),
    bookedIn(deps, community, month),
  ]);
  const { close, signatures } = found;
  const today = dayOf(deps.now());
  const reviewersMin = rules.number("ledger.reviewersMin", today).firm?.value ?? 1;
  const due = reviewDue(month, rules.number("ledger.reviewDay", today).value ?? 10);
  const past = close === undefined && month <= (head.closedMonth ?? "");
  const released = close !== undefined && isReviewed(signatures, reviewersMin);
  return {
    month,
    table: await monthTable(deps, community, found),
    ...(close && {
      closed: {
        by: close.by.name,
        at: new Date(close.at).toISOString(),
        statementFen: close.statementFen,
        items: close.items,
      },
    }),
    signatures: signatures.map(({ name, at, findings }) => ({ name, at: new Date(at).toISOString(), findings })),
    past,
    released,
    reviewDue: due,
    reviewLate: !released && !past && found.vouchers > 0 && today > due,
    reviewersMin,
    selfApproved: booked.filter(({ values }) => values.selfApproved === true).map(lineOf),
    donations: booked
      .filter(({ values }) => values.kind === "in" && values.source === "3")
      .map((record) => ({
        ...lineOf(record),
        donor: String(record.values.counterparty ?? ""),
        publishName: record.values.publishName === true,
      })),
    major: booked.filter(({ values }) => values.reportNo !== undefined).map(lineOf),
  };
}

/**
 * A month that the council has reviewed, as it stays: what the publication of the finance table is made from. Refused
 * while it is not closed and reviewed (S8.20).
 */
export async function reviewedMonth(deps: Deps, community: string, month: string): Promise<MonthReport> {
  const report = await monthReport(deps, community, month);
  if (!report.closed) throw new Refusal("conflict", [{ path: "month", code: "month-open" }]);
  if (!report.released) throw new Refusal("conflict", [{ path: "month", code: "month-not-reviewed" }]);
  return report;
}

/** Vouchers that count in a month, in order of days. */
export async function bookedIn(deps: Deps, community: string, month: string): Promise<StoredRecord[]> {
  const booked: StoredRecord[] = [];
  for await (const record of allRecords(deps, "vouchers", community)) {
    if (String(record.values.bookedOn ?? "").startsWith(month)) booked.push(record);
  }
  return booked.sort((a, b) => (orderOf(a) < orderOf(b) ? -1 : 1));
}

const orderOf = ({ id, values }: StoredRecord) =>
  `${values.bookedOn}#${String(values.seq ?? 0).padStart(9, "0")}#${id}`;

function lineOf({ id, values }: StoredRecord): VoucherLine {
  return {
    id,
    no: String(values.no),
    day: String(values.bookedOn),
    summary: String(values.summary),
    amountFen: Number(values.amountFen),
  };
}
