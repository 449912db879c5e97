/** Days and minutes as text: `YYYY-MM-DD`, `YYYY-MM-DDTHH:mm`, always Asia/Shanghai, which has no summer time. */

const SHANGHAI_OFFSET_MS = 8 * 3_600_000;

/** Whether the text is a day that exists, between 1800 and 2200. */
export function isDay(text: string): boolean {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  if (!match) return false;
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
  return year >= 1800 && year <= 2200 && month >= 1 && month <= 12 && day >= 1 && day <= daysIn(year, month);
}

export function isTime(text: string): boolean {
  return /^([01]\d|2[0-3]):[0-5]\d$/.test(text);
}

export function isDateTime(text: string): boolean {
  return text.length === 16 && text[10] === "T" && isDay(text.slice(0, 10)) && isTime(text.slice(11));
}

export function isMonth(text: string): boolean {
  return /^\d{4}-\d{2}$/.test(text) && isDay(`${text}-01`);
}

function daysIn(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}

/** The day that an instant (ms since 1970) falls on in China. */
export function dayOf(instant: number): string {
  return new Date(instant + SHANGHAI_OFFSET_MS).toISOString().slice(0, 10);
}

/** The minute that an instant falls in, as `YYYY-MM-DDTHH:mm` in China. */
export function minuteOf(instant: number): string {
  return new Date(instant + SHANGHAI_OFFSET_MS).toISOString().slice(0, 16);
}

/** The instant (ms since 1970) at which a Chinese minute begins. */
export function instantOf(dateTime: string): number {
  return Date.parse(`${dateTime}:00.000Z`) - SHANGHAI_OFFSET_MS;
}

/** The day `days` later, or earlier when negative. */
export function addDays(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}

/** The month before `YYYY-MM`. */
export function monthBefore(month: string): string {
  return addDays(`${month}-01`, -1).slice(0, 7);
}

/** The last day of `YYYY-MM`. */
export function lastDayOf(month: string): string {
  const [year, number] = [Number(month.slice(0, 4)), Number(month.slice(5, 7))];
  return `${month}-${String(daysIn(year, number)).padStart(2, "0")}`;
}

/**
 * Full years of age (周岁) on a day (C8). A birthday on 29 February counts from 1 March in common years,
 * which is the reading of the Civil Code's rule that a period ends on the day before its anniversary.
 */
export function ageOn(birth: string, day: string): number {
  const years = Number(day.slice(0, 4)) - Number(birth.slice(0, 4));
  return day.slice(5) >= birth.slice(5) ? years : years - 1;
}

/** The first day on which somebody born on `birth` is `age` years old. */
export function birthdayAt(birth: string, age: number): string {
  const year = Number(birth.slice(0, 4)) + age;
  const same = `${year}${birth.slice(4)}`;
  return isDay(same) ? same : `${year}-03-01`;
}
