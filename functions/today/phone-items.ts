import { addDays, dayOf } from "../../shared/rules/calendar.ts";
import type { Deps } from "../http/deps.ts";
import { findEvent } from "../sign-ups/community-event.ts";
import { peopleToPhone } from "../sign-ups/to-phone.ts";
import { allRecords } from "../store/records.ts";

/** People of an event who moved up and do not know it yet (S1.4). */
export type PhoneItem = {
  readonly event: string;
  readonly title: string;
  readonly people: number;
  readonly since: string;
};

/** Events that are still to come, with how many people are to be phoned. */
export async function phoneItems(deps: Deps, community: string): Promise<PhoneItem[]> {
  const yesterday = addDays(dayOf(deps.now()), -1);
  const items: PhoneItem[] = [];
  for await (const { id, values } of allRecords(deps, "events", community)) {
    if (String(values.gather ?? "") < yesterday || values.status === "cancelled") continue;
    const event = await findEvent(deps, community, id);
    const people = event ? await peopleToPhone(deps, community, id, { onlyNoted: true }) : [];
    const [first] = people;
    if (event && first)
      items.push({ event: id, title: event.title, people: people.length, since: dayOf(Date.parse(first.since)) });
  }
  return items;
}
