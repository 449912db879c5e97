import { both, type Source } from "../../../shared/rules/publication/freeze.ts";
import type { Values } from "../../../shared/schema/field.ts";
import type { Deps } from "../../http/deps.ts";
import { bookedIn, reviewedMonth } from "../../ledger/month-table.ts";

/**
 * The finance table of a month (收支公开表, P5): refused while the month is not closed and reviewed by the council (S8.20).
 * Of a voucher nothing is public but its line, amount and, where the donor wished it, the donor's name.
 */
export async function monthSource(deps: Deps, community: string, month: string): Promise<Source> {
  const report = await reviewedMonth(deps, community, month);
  const booked = (await bookedIn(deps, community, month)).map(({ values }) => values);
  const { table, closed, signatures } = report;
  const total = ({ cashFen, bankFen }: { cashFen: number; bankFen: number }) => cashFen + bankFen;
  const findings = signatures.flatMap((one) => (one.findings ? [one.findings] : []));
  return {
    totals: {
      month,
      opening: total(table.opening),
      income: table.incomeFen,
      expense: table.expenseFen,
      closing: total(table.closing),
      cash: table.closing.cashFen,
      bank: table.closing.bankFen,
      vouchers: table.vouchers,
    },
    income: table.income.map(({ source, amountFen, share }) => ({ source, amount: amountFen, share })),
    expense: table.expense.map(({ line, amountFen, share }) => ({ line, amount: amountFen, share })),
    donations: booked.filter(isDonation).map((values) => ({
      day: String(values.bookedOn),
      donor: String(values.counterparty ?? ""),
      donorNamed: values.publishName === true,
      amount: Number(values.amountFen),
    })),
    signed: {
      approver: both(names(booked.map(({ approvedBy }) => approvedBy))),
      cashier: both(names(booked.map(({ enteredBy }) => enteredBy))),
      accountant: closed?.by ?? null,
      reviewers: both(names(signatures.map(({ name }) => name))),
      findings: findings.length > 0 ? both(findings.join(" ")) : null,
    },
  };
}

const isDonation = (values: Values) => values.kind === "in" && values.source === "3";

/** Each name once, in order. */
const names = (all: readonly unknown[]) =>
  [...new Set(all.filter((name): name is string => typeof name === "string"))].join(" ");
