import type { Duty, Rhythm } from "../schema/duty.ts";
import { addDays, isDay, isMonth, lastDayOf, monthBefore } from "./calendar.ts";
import type { Stage } from "./flow.ts";

/** The period that a day falls in: the day itself, `2026-06`, or `2026-Q2`. */
export function periodOf(rhythm: Rhythm, day: string): string {
  if (rhythm === "day") return day;
  const month = day.slice(0, 7);
  return rhythm === "month" ? month : `${day.slice(0, 4)}-Q${Math.ceil(Number(month.slice(5)) / 3)}`;
}

/** Whether a text names a period of this rhythm. */
export function isPeriod(rhythm: Rhythm, text: string): boolean {
  if (rhythm === "day") return isDay(text);
  return rhythm === "month" ? isMonth(text) : /^\d{4}-Q[1-4]$/.test(text) && isDay(lastDay("quarter", text));
}

/** The last day of a period. */
export function lastDay(rhythm: Rhythm, period: string): string {
  if (rhythm === "day") return period;
  if (rhythm === "month") return lastDayOf(period);
  return lastDayOf(`${period.slice(0, 4)}-${String(Number(period.slice(6)) * 3).padStart(2, "0")}`);
}

/** The first day of a period. */
export function firstDay(rhythm: Rhythm, period: string): string {
  if (rhythm === "day") return period;
  const last = lastDay(rhythm, period).slice(0, 7);
  return `${rhythm === "month" ? last : monthBefore(monthBefore(last))}-01`;
}

/** The period before. */
export function periodBefore(rhythm: Rhythm, period: string): string {
  return periodOf(rhythm, addDays(firstDay(rhythm, period), -1));
}

/** Until when a duty of a period is to be done, and from which day it is whose. */
export function dutyStage(duty: Duty, period: string, days: (parameter: string) => number | null): Stage {
  const due = addDays(lastDay(duty.rhythm, period), days(duty.days) ?? 0);
  const climbs = duty.late.map(({ after, to }) => ({ on: addDays(due, 1 + ((after && days(after)) || 0)), to }));
  return { since: firstDay(duty.rhythm, period), due, ...(climbs.length > 0 && { climbs }) };
}

/**
 * Periods of a duty that somebody writes down and that are open today: this one, and the last where it was not done and
 * the committee was at work already. What was missed longer ago cannot be made up.
 */
export function openPeriods(
  { rhythm }: Duty,
  today: string,
  startedOn: string,
  isDone: (period: string) => boolean,
): readonly string[] {
  const now = periodOf(rhythm, today);
  const before = periodBefore(rhythm, now);
  const counted = firstDay(rhythm, before) >= startedOn ? [before, now] : [now];
  return counted.filter((period) => !isDone(period));
}
