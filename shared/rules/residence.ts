import type { Values } from "../schema/field.ts";
import { birthdayAt } from "./calendar.ts";

/** Whether something dated counts on a day, and the day after it on which that changes. */
export type Presence = { readonly isThere: boolean; readonly changesOn?: string | undefined };

/** There from the first day it was (always, where nobody noted it), until the day it left. */
export function presenceOn(day: string, from: unknown, until?: unknown): Presence {
  const [start, end] = [from, until].map((date) => (typeof date === "string" ? date : undefined));
  if (end !== undefined && end <= day) return { isThere: false };
  if (start !== undefined && start > day) return { isThere: false, changesOn: start };
  return { isThere: true, changesOn: end };
}

/**
 * Whether a person is a resident of the community on a day (居民): living here or away, and arrived by then.
 * Where nobody noted the arrival, they count from birth.
 */
export function residenceOn(day: string, values: Values): Presence {
  if (values.live !== "here" && values.live !== "away") return { isThere: false };
  const dates = [values.arrived, values.birth].filter((date) => typeof date === "string");
  return presenceOn(day, dates.sort().at(-1));
}

/** Whether something that happened on a date is of the twelve months up to a day (近12个月); undated is not. */
export function withinYearOn(day: string, date: unknown): Presence {
  if (typeof date !== "string") return { isThere: false };
  const on = date.slice(0, 10);
  return presenceOn(day, on, birthdayAt(on, 1));
}
