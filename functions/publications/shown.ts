import { addDays } from "../../shared/rules/calendar.ts";
import type { Rules } from "../../shared/rules/in-force.ts";
import type { Values } from "../../shared/schema/field.ts";
import type { PublicationKind } from "../../shared/schema/publication.ts";
import type { Deps } from "../http/deps.ts";
import { getRecord } from "../store/records.ts";

/** How long something is shown whose kind's number of days a committee has left open. */
const OPEN_DAYS = 365;

/** The last day something is shown that begins on `from`, by its kind's number of days. */
export function lastDayShown(kind: PublicationKind, from: string, rules: Rules): string {
  const { value } = rules.number(kind.days, from);
  return addDays(from, Math.max(1, value ?? OPEN_DAYS) - 1);
}

/**
 * The day before which something whose days have to run in full may not end, when it is shown from `from` on; nothing
 * where it may. A correction runs as long as what it corrects, which has hung until then.
 */
export async function leastLastDay(
  deps: Deps,
  community: string,
  { corrects }: Values,
  kind: PublicationKind,
  from: string,
  rules: Rules,
): Promise<string | undefined> {
  if (!kind.inFull || rules.number(kind.days, from).value === null) return undefined;
  const earlier = typeof corrects === "string" ? await getRecord(deps, "publications", community, corrects) : undefined;
  return typeof earlier?.values.to === "string" ? earlier.values.to : lastDayShown(kind, from, rules);
}
