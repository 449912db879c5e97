import type { Holidays } from "../schema/parameter.ts";
import { addDays } from "./calendar.ts";
import type { Rules } from "./in-force.ts";

/** The days of rest that periods reckon with (休假日). */
export type RestDays = {
  readonly holidays: (year: number) => Holidays | undefined;
  readonly weekendsRest: boolean;
};

/** The last day of a period; it ends with its last second (24 点). */
export type Deadline = {
  readonly day: string;
  /** The day of rest on which it would have ended. */
  readonly movedFrom?: string;
  /** A year whose holidays are not known: the day was not moved, whatever it falls on. */
  readonly noListFor?: number;
};

/** The days of rest as the rules of a committee have them. */
export function restDaysOf(rules: Rules, day: string): RestDays {
  return {
    holidays: (year) => rules.holidays(year)?.value,
    weekendsRest: rules.flag("calendar.weekendsRest", day).value,
  };
}

/** Whether a day is one of rest; undefined for a year whose list is not known. */
export function rests(day: string, { holidays, weekendsRest }: RestDays): boolean | undefined {
  const list = holidays(Number(day.slice(0, 4)));
  if (!list) return undefined;
  if (list.work.includes(day)) return false;
  return list.off.includes(day) || (weekendsRest && isWeekend(day));
}

function isWeekend(day: string): boolean {
  return [0, 6].includes(new Date(`${day}T00:00:00Z`).getUTCDay());
}

/** The last day that lies `days` before a day (C5). Periods that run backwards are not moved. */
export function daysBefore(day: string, days: number): Deadline {
  return { day: addDays(day, -days) };
}

/**
 * The last day of a period of natural days (C5, 民法典 arts. 201-203): the starting day is not counted, and a last day
 * of rest moves to the first day after the rest. Where the year's list is not known, the day stands and it is said.
 */
export function daysAfter(day: string, days: number, rest: RestDays): Deadline {
  const plain = addDays(day, days);
  for (let last = plain; ; last = addDays(last, 1)) {
    const isRest = rests(last, rest);
    if (isRest === undefined) return { day: plain, noListFor: Number(last.slice(0, 4)) };
    if (!isRest) return last === plain ? { day: plain } : { day: last, movedFrom: plain };
  }
}

/**
 * The last of so many working days (工作日) after a day. Where a year's list is not known, Monday to Friday are counted
 * and it is said.
 */
export function workingDaysAfter(day: string, days: number, rest: RestDays): Deadline {
  let [last, left] = [day, days];
  let noListFor: number | undefined;
  while (left > 0) {
    last = addDays(last, 1);
    // Offices rest on weekends, whatever is agreed about periods.
    const known = rests(last, { ...rest, weekendsRest: true });
    if (known === undefined) noListFor ??= Number(last.slice(0, 4));
    if (!(known ?? isWeekend(last))) left -= 1;
  }
  return noListFor === undefined ? { day: last } : { day: last, noListFor };
}
