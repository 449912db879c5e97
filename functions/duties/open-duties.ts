import { addDays, dayOf, monthBefore } from "../../shared/rules/calendar.ts";
import { dutyStage, openPeriods } from "../../shared/rules/duty.ts";
import type { Stage } from "../../shared/rules/flow.ts";
import type { Rules } from "../../shared/rules/in-force.ts";
import { isReviewed } from "../../shared/rules/ledger/review.ts";
import { DUTIES } from "../../shared/schema/duties.ts";
import type { Duty, Fulfilment } from "../../shared/schema/duty.ts";
import type { Deps } from "../http/deps.ts";
import { readHead } from "../ledger/head.ts";
import { type LedgerMonth, readMonths } from "../ledger/months.ts";
import { readOpenDays } from "../ledger/sums.ts";
import { allRecords, pageRecords } from "../store/records.ts";

/** A duty that is not done yet, for one period. */
export type OpenDuty = {
  readonly duty: Duty;
  readonly period: string;
  readonly stage: Stage;
  /** Accounts that have done their part already, where several are to. */
  readonly doneBy: readonly string[];
};

type Open = { readonly period: string; readonly doneBy?: readonly string[] };
type Asked = { readonly community: string; readonly today: string; readonly rules: Rules };

/** Duties of a community that are open today, and shown: those of records a while before they are due. */
export async function openDuties(deps: Deps, community: string, rules: Rules): Promise<OpenDuty[]> {
  const today = dayOf(deps.now());
  const days = (parameter: string) => rules.number(parameter, today).value;
  const shownUntil = addDays(today, days("duties.leadDays") ?? 0);
  const books = booksOf(deps, { community, today, rules });
  const recorded = recordedOf(deps, { community, today, rules });
  const found = await Promise.all(
    [...DUTIES.values()].map(async (duty) => {
      const open = await (duty.fulfilment === "record" ? recorded(duty) : books(duty.fulfilment));
      return open.map(({ period, doneBy = [] }) => ({ duty, period, doneBy, stage: dutyStage(duty, period, days) }));
    }),
  );
  return found.flat().filter(({ stage }) => (stage.due ?? "") <= shownUntil);
}

/** Open periods of duties that somebody writes down. */
function recordedOf(deps: Deps, { community, today }: Asked): (duty: Duty) => Promise<Open[]> {
  const reading = Promise.all([doneIn(deps, community), startedOn(deps, community)]);
  return async (duty) => {
    const [done, started] = await reading;
    const isDone = (period: string) => done.has(`${duty.name}#${period}`);
    return openPeriods(duty, today, started ?? today, isDone).map((period) => ({ period }));
  };
}

async function doneIn(deps: Deps, community: string): Promise<ReadonlySet<string>> {
  const done = new Set<string>();
  for await (const { values } of allRecords(deps, "duties", community)) done.add(`${values.duty}#${values.period}`);
  return done;
}

/** The day on which the first post was granted: nothing before it was missed. */
async function startedOn(deps: Deps, community: string): Promise<string | undefined> {
  const { records } = await pageRecords(deps, "posts", community, { limit: 200 });
  return records.map(({ createdAt }) => dayOf(createdAt)).sort()[0];
}

/** Open periods of duties that the books themselves show. */
function booksOf(
  deps: Deps,
  { community, today, rules }: Asked,
): (by: Exclude<Fulfilment, "record">) => Promise<Open[]> {
  const months = once(() => readMonths(deps, community));
  const signers = rules.number("ledger.reviewersMin", today).value ?? 1;
  const moved = ({ vouchers }: LedgerMonth) => vouchers > 0;
  return async (by) => {
    if (by === "day-close") {
      const { closedThrough } = await readHead(deps, community);
      const days = (await readOpenDays(deps, community, closedThrough)).filter(
        ({ vouchers, close }) => vouchers > 0 && !close,
      );
      // Days are closed one after another: the first that is open stands for all.
      return days.slice(0, 1).map(({ day }) => ({ period: day }));
    }
    if (by === "month-close") {
      const last = monthBefore(today.slice(0, 7));
      // An imported past book has closed its months too.
      const { closedMonth = "" } = await readHead(deps, community);
      const open = (await months()).filter((one) => moved(one) && one.month > closedMonth && one.month <= last);
      return open.slice(0, 1).map(({ month }) => ({ period: month }));
    }
    const unsigned = (await months()).filter(({ close, signatures }) => close && !isReviewed(signatures, signers));
    return unsigned.map(({ month, signatures }) => ({
      period: month,
      doneBy: signatures.map(({ account }) => account),
    }));
  };
}

function once<T>(read: () => Promise<T>): () => Promise<T> {
  let reading: Promise<T> | undefined;
  return () => {
    reading ??= read();
    return reading;
  };
}
