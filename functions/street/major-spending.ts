import { addDays, dayOf } from "../../shared/rules/calendar.ts";
import type { Value } from "../../shared/schema/field.ts";
import type { Place } from "../accounts/places.ts";
import type { Deps } from "../http/deps.ts";
import { allRecords } from "../store/records.ts";
import { eachCommunity } from "./each-community.ts";

/** Major expenditure filed with the street (重大支出报备): what, how much, under which number; never to whom. */
export type MajorSpending = Readonly<Record<(typeof SHOWN)[number], Value>>;

const SHOWN = ["reportedOn", "reportNo", "no", "date", "amountFen", "line", "state"] as const;
const YEAR_DAYS = 365;

/** What communities of an area reported in a year before they paid it (S8.18), newest first. */
export function majorSpending(deps: Deps, area: string): Promise<(Place & { items: MajorSpending[] })[]> {
  const since = addDays(dayOf(deps.now()), -YEAR_DAYS);
  return eachCommunity(deps, area, async (place) => {
    const items: MajorSpending[] = [];
    for await (const { values } of allRecords(deps, "vouchers", place.code)) {
      if (String(values.reportedOn ?? "") <= since) continue;
      const columns = SHOWN.map((key) => [key, values[key] ?? null] as const);
      items.push(Object.fromEntries(columns) as Record<(typeof SHOWN)[number], Value>);
    }
    return { ...place, items: items.sort((a, b) => (String(a.reportedOn) < String(b.reportedOn) ? 1 : -1)) };
  });
}
