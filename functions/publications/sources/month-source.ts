import { lastDayOf } from "../../../shared/rules/calendar.ts";
import { both, type Source } from "../../../shared/rules/publication/freeze.ts";
import type { Values } from "../../../shared/schema/field.ts";
import type { Deps } from "../../http/deps.ts";
import { bookedIn, reviewedMonth } from "../../ledger/month-table.ts";
import { restrictedIn } from "../../ledger/restricted-funds.ts";
import { allRecords } from "../../store/records.ts";

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
    restricted: (await restrictedIn(deps, community, month)).map(({ name, inFen, outFen, balanceFen }) => ({
      purpose: both(name),
      in: inFen,
      out: outFen,
      balance: balanceFen,
    })),
    assets: await assetsAt(deps, community, month),
    signed: {
      approver: both(names(booked.map(({ approvedBy }) => approvedBy))),
      cashier: both(names(booked.map(({ enteredBy }) => enteredBy))),
      accountant: closed?.by ?? null,
      reviewers: both(names(signatures.map(({ name }) => name))),
      findings: findings.length > 0 ? both(findings.join(" ")) : null,
    },
  };
}

/** What the committee owned as the month ended, and what was scrapped in it: never who keeps it. */
async function assetsAt(deps: Deps, community: string, month: string) {
  const owned: Values[] = [];
  for await (const { values } of allRecords(deps, "assets", community)) {
    const isKept = typeof values.scrapped !== "string" || values.scrapped >= `${month}-01`;
    if (isKept && String(values.bought) <= lastDayOf(month)) owned.push(values);
  }
  return owned.sort(byNumber).map(({ no, name, value, source, state, scrapped }) => ({
    no: String(no),
    name: both(String(name)),
    value: Number(value),
    source: String(source),
    // Scrapped after the month, it was still there.
    state: typeof scrapped === "string" && scrapped > lastDayOf(month) ? "use" : String(state),
  }));
}

const byNumber = (a: Values, b: Values) => String(a.no).localeCompare(String(b.no), "zh", { numeric: true });

const isDonation = (values: Values) => values.kind === "in" && values.source === "3";

/** Each name once, in order. */
const names = (all: readonly unknown[]) =>
  [...new Set(all.filter((name): name is string => typeof name === "string"))].join(" ");
