import { addDays } from "./calendar.ts";

/** Rest days and weekend days worked instead, of one year. */
export type RestDays = { readonly off: readonly string[]; readonly work: readonly string[] };

/** Whether offices work on a day: Monday to Friday, as the year's holiday arrangement changes it (节假日安排). */
export function isWorkingDay(day: string, restDays: (year: number) => RestDays | undefined): boolean {
  const year = restDays(Number(day.slice(0, 4)));
  if (year?.work.includes(day)) return true;
  if (year?.off.includes(day)) return false;
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
  return weekday !== 0 && weekday !== 6;
}

/** The working day that is `days` working days after a day; with none, the day itself. */
export function addWorkingDays(day: string, days: number, restDays: (year: number) => RestDays | undefined): string {
  let last = day;
  for (let left = days; left > 0; ) {
    last = addDays(last, 1);
    if (isWorkingDay(last, restDays)) left -= 1;
  }
  return last;
}
