import { addDays } from "../../shared/rules/calendar.ts";
import type { Rules } from "../../shared/rules/in-force.ts";
import type { PublicationKind } from "../../shared/schema/publication.ts";

/** How long something is shown whose kind's number of days a committee has left open. */
const OPEN_DAYS = 365;

/** The last day something is shown that begins on `from`, by its kind's number of days. */
export function lastDayShown(kind: PublicationKind, from: string, rules: Rules): string {
  const { value } = rules.number(kind.days, from);
  return addDays(from, Math.max(1, value ?? OPEN_DAYS) - 1);
}
