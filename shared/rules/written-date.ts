import { isDay, isMonth } from "./calendar.ts";

/** Full-width digits, letters and signs as the half-width ones they mean; the ideographic space as a space. */
export function halfWidth(text: string): string {
  return text
    .replace(/[\uff01-\uff5e]/g, (char) => String.fromCharCode(char.charCodeAt(0) - 0xfee0))
    .replace(/\u3000/g, " ");
}

/**
 * A day as people and office software write it: `1976年2月16日`, `1972.3.1`, `2004/10/22`, `20041022`,
 * an ISO instant at midnight, or a spreadsheet's day number (1900 system). Undefined when it is none of these.
 */
export function dayFromText(written: string): string | undefined {
  const text = halfWidth(written).trim();
  const parts =
    /^(\d{4})\s*[-./年]\s*(\d{1,2})\s*[-./月]\s*(\d{1,2})\s*日?$/.exec(text) ??
    /^(\d{4})(\d{2})(\d{2})$/.exec(text) ??
    /^(\d{4})-(\d{2})-(\d{2})[T ]\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?Z?$/.exec(text);
  if (parts) return existing(parts[1], parts[2], parts[3]);
  if (/^\d{5}(\.\d+)?$/.test(text)) return dayFromSerial(Math.floor(Number(text)));
  return undefined;
}

/** A month as people write it: `2026年10月`, `2026-10`, `2026.10`. */
export function monthFromText(written: string): string | undefined {
  const parts = /^(\d{4})\s*[-./年]\s*(\d{1,2})\s*月?$/.exec(halfWidth(written).trim());
  const month = parts ? `${parts[1]}-${String(parts[2]).padStart(2, "0")}` : dayFromText(written)?.slice(0, 7);
  return month && isMonth(month) ? month : undefined;
}

/** A minute as people write it: a day and `8:00`, `8点30分` or nothing (midnight is not assumed). */
export function dateTimeFromText(written: string): string | undefined {
  const text = halfWidth(written).trim();
  const parts = /^(.*?\d日?)[T\s]*(上午|下午)?\s*(\d{1,2})(?:[:点时](\d{1,2})?分?)(?::\d{2}(?:\.\d+)?Z?)?$/.exec(text);
  const day = parts?.[1] ? dayFromText(parts[1]) : undefined;
  if (!parts || !day) return undefined;
  const time = clock(Number(parts[3]), Number(parts[4] ?? 0), parts[2] === "下午");
  return time && `${day}T${time}`;
}

/** A time of day as people write it: `8:00`, `08：30`, `下午3点`. */
export function timeFromText(written: string): string | undefined {
  const parts = /^(上午|下午)?\s*(\d{1,2})(?:[:点时](\d{1,2})?分?)(?::\d{2})?$/.exec(halfWidth(written).trim());
  return parts ? clock(Number(parts[2]), Number(parts[3] ?? 0), parts[1] === "下午") : undefined;
}

function clock(hour: number, minute: number, afternoon: boolean): string | undefined {
  const hours = afternoon && hour < 12 ? hour + 12 : hour;
  if (hours > 23 || minute > 59) return undefined;
  return `${String(hours).padStart(2, "0")}:${String(minute).padStart(2, "0")}`;
}

function existing(year = "", month = "", day = ""): string | undefined {
  const text = `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
  return isDay(text) ? text : undefined;
}

function dayFromSerial(serial: number): string | undefined {
  // Day 60 is the 29 February 1900 that the 1900 system invents; later days are shifted by it.
  if (serial < 61) return undefined;
  return new Date(Date.UTC(1899, 11, 30) + serial * 86_400_000).toISOString().slice(0, 10);
}
