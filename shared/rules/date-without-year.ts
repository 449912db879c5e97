import { isDay } from "./calendar.ts";
import { dateTimeFromText, dayFromText, halfWidth } from "./written-date.ts";

/** A day without its year: `5-31`, `-5-31`, `5/31`, `5月31日`. */
const BARE_DAY = /^[-/.年]?\s*(\d{1,2})\s*[-./月]\s*(\d{1,2})\s*[日号]?/;

/**
 * A day somebody wrote without its year (S1.7) as the full day nearest to today, or nothing when the text is no such day.
 * It is only a proposal: nobody's year is guessed for them.
 */
export function proposedDay(written: string, today: string): string | undefined {
  const text = halfWidth(written).trim();
  if (BARE_DAY.exec(text)?.[0] !== text || dayFromText(text) !== undefined) return undefined;
  return nearest(text, today);
}

/** A minute of a day without its year (`5-31 8:00`, `5月31日上午8点`), with the full day nearest to today. */
export function proposedDateTime(written: string, today: string): string | undefined {
  const text = halfWidth(written).trim();
  const day = BARE_DAY.exec(text)?.[0];
  const proposed = day && nearest(day, today);
  return proposed && dateTimeFromText(text) === undefined
    ? dateTimeFromText(`${proposed} ${text.slice(day.length).replace(/^[T\s]+/, "")}`)
    : undefined;
}

function nearest(text: string, today: string): string | undefined {
  const [month = "", day = ""] = (BARE_DAY.exec(text) ?? []).slice(1).map((part) => part.padStart(2, "0"));
  const year = Number(today.slice(0, 4));
  const days = [year, year - 1, year + 1].map((one) => `${one}-${month}-${day}`).filter(isDay);
  const distance = (one: string) => Math.abs(Date.parse(one) - Date.parse(today));
  return days.sort((a, b) => distance(a) - distance(b))[0];
}
