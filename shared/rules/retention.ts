import { addDays } from "./calendar.ts";

/** Whether a record may still be kept (保存期限): it is due for deletion, or not yet; `on` is the day it will be, if known. */
export type Keeping = { readonly due: true } | { readonly due: false; readonly on?: string };

/** The first day on which a record may no longer be kept, `days` days after a day or minute in China. */
export function dueDay(from: string, days: number): string {
  return addDays(from.slice(0, 10), days);
}

/**
 * Decides about one record on a day (个人信息保护法第四十七条). `source` is what its time counts from: absent when that
 * is itself gone, so that nothing is left to keep the record for; without `from` while nobody knows when it ends.
 */
export function keepingOf(source: { readonly from?: string } | undefined, days: number, today: string): Keeping {
  if (!source) return { due: true };
  if (source.from === undefined) return { due: false };
  const on = dueDay(source.from, days);
  return on <= today ? { due: true } : { due: false, on };
}

/** The day under which something due on `on` stands in the calendar: a day that has begun may have been worked off. */
export function calendarDay(on: string, today: string): string {
  return on > today ? on : addDays(today, 1);
}
