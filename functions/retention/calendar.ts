import { dayOf } from "../../shared/rules/calendar.ts";
import { calendarDay } from "../../shared/rules/retention.ts";
import type { Deps } from "../http/deps.ts";
import { deleteItem, getItem, itemsBetween, putItem } from "../store/items.ts";
import { type Due, dueFrom, dueKey, duePartition, REACHED } from "./keys.ts";

/** The communities with something due on a day: one small read for each, however much is due there. */
export async function* communitiesDue(deps: Deps, day: string): AsyncGenerator<string> {
  let from = " ";
  for (;;) {
    let community: string | undefined;
    const range = { pk: duePartition(day), from, to: "~", limit: 1, only: "sk" };
    for await (const { sk } of itemsBetween(deps, range)) community = dueFrom(String(sk)).community;
    if (community === undefined) return;
    yield community;
    // Keys go on with `#`, which comes before `~`.
    from = `${community}~`;
  }
}

/** What is due in a community on a day. */
export async function* dueOn(deps: Deps, community: string, day: string): AsyncGenerator<Due> {
  const range = { pk: duePartition(day), from: `${community}#`, to: `${community}#~`, only: "sk" };
  for await (const { sk } of itemsBetween(deps, range)) yield dueFrom(String(sk));
}

/** Moves an entry to the day on which it will be due, or out of the calendar. The new one first: none is ever lost. */
export async function moveDue(deps: Deps, day: string, due: Due, on: string | undefined): Promise<void> {
  if (on !== undefined) await putItem(deps, { ...dueKey(calendarDay(on, dayOf(deps.now())), due) });
  await deleteItem(deps, dueKey(day, due));
}

/** The earliest day that may still hold something due; undefined before the first run. */
export async function reachedDay(deps: Deps): Promise<string | undefined> {
  const day = (await getItem(deps, REACHED))?.day;
  return typeof day === "string" ? day : undefined;
}

export async function setReachedDay(deps: Deps, day: string): Promise<void> {
  await putItem(deps, { ...REACHED, day });
}
