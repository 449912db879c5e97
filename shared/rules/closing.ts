import { addDays, instantOf } from "./calendar.ts";

/** Until when people may sign up for an event (报名截止, S1.3, C5). */
export type Closing = {
  /** The last day on which sign-ups are taken, to its last second. */
  readonly day: string;
  /** The first instant at which they no longer are. */
  readonly before: number;
};

/** Days before the event that sign-up closes, where the event does not say. */
export const CLOSE_DAYS = 2;

/**
 * Sign-up closes with the last second of the day that lies `closeDays` before the event's.
 * An event that closes on its own day takes people until it ends.
 */
export function closingOf(event: {
  gather: string;
  end?: string | undefined;
  closeDays?: number | undefined;
}): Closing {
  const day = addDays(event.gather.slice(0, 10), -(event.closeDays ?? CLOSE_DAYS));
  const midnight = instantOf(`${addDays(day, 1)}T00:00`);
  return { day, before: event.end === undefined ? midnight : Math.min(midnight, instantOf(event.end)) };
}
