import { addDays, dayOf, monthBefore } from "../../shared/rules/calendar.ts";
import { restDaysOf, rests } from "../../shared/rules/deadline.ts";
import { dutyStage, firstDay, lastDay, openPeriods, termAfter } from "../../shared/rules/duty.ts";
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
  const shownUntil = ({ lead = "duties.leadDays" }: Duty) => addDays(today, days(lead) ?? 0);
  const books = booksOf(deps, { community, today, rules });
  const recorded = recordedOf(deps, { community, today, rules });
  const found = await Promise.all(
    [...DUTIES.values()].map(async (duty) => {
      // A number left open: the committee is not asked for this duty.
      if (days(duty.days) === null) return [];
      const { fulfilment } = duty;
      const open = await (fulfilment === "record" || fulfilment === "list" ? recorded(duty) : books(fulfilment));
      return open.map(({ period, doneBy = [] }) => ({ duty, period, doneBy, stage: dutyStage(duty, period, days) }));
    }),
  );
  return found.flat().filter(({ duty, stage }) => (stage.due ?? "") <= shownUntil(duty));
}

/** Open periods of duties that somebody writes down, in the list of duties or in the list that shows them. */
function recordedOf(deps: Deps, { community, today, rules }: Asked): (duty: Duty) => Promise<Open[]> {
  const reading = Promise.all([doneIn(deps, community), startedOn(deps, community)]);
  const shownUntil = addDays(today, rules.number("duties.leadDays", today).value ?? 0);
  const rest = restDaysOf(rules, today);
  return async (duty) => {
    const [done, started] = await reading;
    if (duty.every !== undefined) return openTerm(deps, { community, today, rules }, duty, started);
    const isRest = (day: string) => rests(day, rest) ?? false;
    const isWritten = (period: string) => done.has(`${duty.name}#${period}`);
    const open = openPeriods(duty, today, started ?? today, isWritten, isRest);
    // A list is only looked into when the duty would be shown.
    const near = open.filter(
      (period) => (dutyStage(duty, period, (name) => rules.number(name, today).value).due ?? "") <= shownUntil,
    );
    if (!duty.shownBy || near.length === 0) return open.map((period) => ({ period }));
    const days = await shownOn(deps, community, duty.shownBy);
    // What was missed in its season may be made up until the year ends.
    const isShown = (period: string) =>
      days.some((day) => firstDay(duty.rhythm, period, duty.season) <= day && day <= lastDay(duty.rhythm, period));
    return near.filter((period) => !isShown(period)).map((period) => ({ period }));
  };
}

/** The term that runs since a duty was last done, or since the committee began where the duty says so. */
async function openTerm(
  deps: Deps,
  { community, today, rules }: Asked,
  { every, shownBy, fromStart }: Duty,
  started: string | undefined,
): Promise<Open[]> {
  if (every === undefined || !shownBy) return [];
  const shown = await shownOn(deps, community, shownBy);
  const days = shown.length === 0 && fromStart && started ? [started] : shown;
  const ends = termAfter(days, rules.number(every, today).value);
  return ends === undefined ? [] : [{ period: ends }];
}

/** The days of the records that show a duty done. */
async function shownOn(deps: Deps, community: string, { register, on, when }: NonNullable<Duty["shownBy"]>) {
  const days: string[] = [];
  for await (const { values } of allRecords(deps, register, community)) {
    const day = values[on];
    if (typeof day === "string" && when(values)) days.push(day.slice(0, 10));
  }
  return days;
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
): (by: Exclude<Fulfilment, "record" | "list">) => Promise<Open[]> {
  const months = once(() => readMonths(deps, community));
  const signers = rules.number("ledger.reviewersMin", today).firm?.value ?? 1;
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
