import { Refusal } from "../../shared/contract/refusal.ts";
import { addDays, dayOf } from "../../shared/rules/calendar.ts";
import { calendarDay, dueDay } from "../../shared/rules/retention.ts";
import type { Values } from "../../shared/schema/field.ts";
import type { Register } from "../../shared/schema/register.ts";
import { retainedBy, retentionOf } from "../../shared/schema/retention.ts";
import type { Deps } from "../http/deps.ts";
import type { StoredRecord } from "../store/records.ts";
import type { Key } from "../store/table.ts";
import type { PlannedItem } from "../store/transact.ts";
import { dueKey } from "./keys.ts";

/**
 * What a write puts into the calendar: when a record's end is set or moved, the day on which everything kept for it is
 * due. An entry of an earlier day stays; on that day the run works out again what is due, and moves on. The end stands
 * on one record, an event, and not on its hundreds of sign-ups: strangers who sign up at once never meet here.
 */
export function dueItems(
  deps: Deps,
  register: Register,
  { community, id, deleted }: Pick<StoredRecord, "community" | "id" | "deleted">,
  before: Values,
  after: Values,
): PlannedItem[] {
  const today = dayOf(deps.now());
  const items = retainedBy(register.name).flatMap((retention) => {
    const from = after[retention.column];
    if (typeof from !== "string" || from === before[retention.column]) return [];
    const due = { community, source: register.name, id, register: retention.register.name };
    return [dueItem(deps, dueKey(calendarDay(dueDay(from, retention.days), today), due))];
  });
  if (deleted && retentionOf(register)) items.push(dueItem(deps, ownDueKey(deps, register, community, id)));
  return items;
}

/** The next day's entry for one record: what is left of it is to go then, whatever interrupts its deletion now. */
export function ownDueKey(deps: Deps, { name }: Register, community: string, id: string): Key {
  return dueKey(addDays(dayOf(deps.now()), 1), { community, source: name, id, register: name });
}

export function dueItem(deps: Deps, key: Key): PlannedItem {
  return {
    item: { Put: { TableName: deps.tables.records, Item: { ...key } } },
    refusal: () => new Refusal("stale"),
  };
}

/** The most calendar entries that one write of a list makes. */
export function dueItemsMax(register: Register): number {
  return retainedBy(register.name).length + (retentionOf(register) ? 1 : 0);
}
