import type { Duty, Rhythm, Season } from "../schema/duty.ts";
import { addDays, birthdayAt, isDay, isMonth, lastDayOf, monthBefore } from "./calendar.ts";
import type { Stage } from "./flow.ts";

/** Rhythms whose periods are named by a single day. */
const BY_DAY: ReadonlySet<Rhythm> = new Set(["day", "workday", "date", "week", "term"]);

/** Rhythms of several months: how many, and the letter that counts them within the year. */
const PARTS: Partial<Record<Rhythm, { readonly months: number; readonly letter: string }>> = {
  quarter: { months: 3, letter: "Q" },
  "half-year": { months: 6, letter: "H" },
};

/** The period that a day falls in: the day itself, `2026-06`, `2026-Q2`, `2026-H1` or `2026`. */
export function periodOf(rhythm: Rhythm, day: string): string {
  if (rhythm === "week") return weekEnd(day);
  if (BY_DAY.has(rhythm)) return day;
  if (rhythm === "year") return day.slice(0, 4);
  const part = PARTS[rhythm];
  return part
    ? `${day.slice(0, 4)}-${part.letter}${Math.ceil(Number(day.slice(5, 7)) / part.months)}`
    : day.slice(0, 7);
}

/** Whether a text names a period of this rhythm. */
export function isPeriod(rhythm: Rhythm, text: string): boolean {
  if (rhythm === "week") return isDay(text) && weekEnd(text) === text;
  if (BY_DAY.has(rhythm)) return isDay(text);
  if (rhythm === "year") return /^\d{4}$/.test(text) && isDay(`${text}-12-31`);
  const part = PARTS[rhythm];
  if (!part) return isMonth(text);
  const at = Number(/^\d{4}-([QH])([1-4])$/.exec(text)?.[2]);
  return text[5] === part.letter && at <= 12 / part.months && isDay(lastDay(rhythm, text));
}

/** The last day of a period; of a year, the last day of the season. */
export function lastDay(rhythm: Rhythm, period: string, season?: Season): string {
  if (BY_DAY.has(rhythm)) return period;
  if (rhythm === "year") return `${period}-${season?.to ?? "12-31"}`;
  const part = PARTS[rhythm];
  if (!part) return lastDayOf(period);
  return lastDayOf(`${period.slice(0, 4)}-${String(Number(period.slice(6)) * part.months).padStart(2, "0")}`);
}

/** The first day of a period. */
export function firstDay(rhythm: Rhythm, period: string, season?: Season): string {
  if (rhythm === "week") return addDays(period, -6);
  if (BY_DAY.has(rhythm)) return period;
  if (rhythm === "year") return `${period}-${season?.from ?? "01-01"}`;
  let month = lastDay(rhythm, period).slice(0, 7);
  for (let back = 1; back < (PARTS[rhythm]?.months ?? 1); back += 1) month = monthBefore(month);
  return `${month}-01`;
}

/** The Sunday that ends the week of a day; a week is named by it. */
function weekEnd(day: string): string {
  return addDays(day, (7 - new Date(`${day}T00:00:00Z`).getUTCDay()) % 7);
}

/** The period before. */
export function periodBefore(rhythm: Rhythm, period: string): string {
  return periodOf(rhythm, addDays(firstDay(rhythm, period), -1));
}

/** Until when a duty of a period is to be done, and from which day it is whose. */
export function dutyStage(duty: Duty, period: string, days: (parameter: string) => number | null): Stage {
  const due = addDays(lastDay(duty.rhythm, period, duty.season), days(duty.days) ?? 0);
  const climbs = duty.late.map(({ after, to }) => ({ on: addDays(due, 1 + ((after && days(after)) || 0)), to }));
  return { since: firstDay(duty.rhythm, period, duty.season), due, ...(climbs.length > 0 && { climbs }) };
}

/** The term that follows what was done last (任期): named by the day on which it ends; none where nothing was ever done. */
export function termAfter(days: readonly string[], years: number | null): string | undefined {
  const last = [...days].sort().at(-1);
  return last === undefined || years === null ? undefined : birthdayAt(last, years);
}

/** How far back a working day that was missed can be seen, and made up. */
const WORKDAYS_BACK = 7;

/**
 * Periods of a duty that are open today: this one, and the last where it was not done and the committee was at work
 * already; of working days, those of the last week. What was missed longer ago cannot be made up.
 */
export function openPeriods(
  { rhythm, season }: Pick<Duty, "rhythm" | "season">,
  today: string,
  startedOn: string,
  isDone: (period: string) => boolean,
  isRest: (day: string) => boolean = () => false,
): readonly string[] {
  if (rhythm === "workday" || rhythm === "date") {
    const isOff = (day: string) => rhythm === "workday" && isRest(day);
    const days = Array.from({ length: WORKDAYS_BACK + 1 }, (_, back) => addDays(today, back - WORKDAYS_BACK));
    return days.filter((day) => day >= startedOn && !isOff(day) && !isDone(day));
  }
  const now = periodOf(rhythm, today);
  const before = periodBefore(rhythm, now);
  // A season that was over before the committee began was nobody's to keep.
  const own = lastDay(rhythm, now, season) >= startedOn ? [now] : [];
  const counted = firstDay(rhythm, before, season) >= startedOn ? [before, ...own] : own;
  return counted.filter((period) => !isDone(period));
}
