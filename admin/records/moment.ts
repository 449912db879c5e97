import { minuteOf } from "../../shared/rules/calendar.ts";

/** An instant as people in China read it: `2026-01-31 09:30`. */
export function momentIn(iso: string): string {
  const instant = Date.parse(iso);
  return Number.isNaN(instant) ? iso : minuteOf(instant).replace("T", " ");
}
