import { Refusal } from "../../shared/contract/refusal.ts";
import { dayOf } from "../../shared/rules/calendar.ts";
import { type Keeping, keepingOf } from "../../shared/rules/retention.ts";
import type { Retention } from "../../shared/schema/retention.ts";
import type { Deps } from "../http/deps.ts";
import { removeLine } from "../sign-ups/traces.ts";
import { itemsBetween } from "../store/items.ts";
import { getRecord } from "../store/records.ts";
import { backReferencePartition, recordKey } from "../store/table.ts";
import type { PlannedItem } from "../store/transact.ts";
import { moveDue } from "./calendar.ts";
import type { Due } from "./keys.ts";
import { deleteDue, sourceOf, type Work } from "./work.ts";

/**
 * Works off an entry that names what a time counts from, such as an event: everything that refers to it is deleted, or
 * the entry moves to another day because the event was put off. Those still to be deleted are the ones still referring.
 */
export async function deleteDependents(work: Work, retention: Retention, due: Due, day: string): Promise<void> {
  const { deps, turn } = work;
  const { community, source, id } = due;
  const { register, via = "" } = retention;
  const first = await sourceNow(deps, retention, due);
  if (!first.keeping.due) return moveDue(deps, day, due, first.keeping.on);
  let left = false;
  const pk = backReferencePartition(source, community);
  const range = { pk, from: `${id}#${register.name}#${via}#`, to: `${id}#${register.name}#${via}#~`, only: "sk" };
  for await (const { sk } of itemsBetween(deps, range)) {
    const dependent = String(sk).split("#").at(-1) ?? "";
    const foundBy = { pk, sk: String(sk) };
    const isGone = await deleteDue(work, retention, { community, id: dependent, foundBy }, async () => {
      const { keeping, unchanged } = await sourceNow(deps, retention, due);
      return keeping.due ? [unchanged] : "kept";
    });
    left ||= !isGone;
    if (turn.isOver()) return;
  }
  // The entry stays for what is left, and for an event put off meanwhile: the next run looks again.
  if (left) return;
  if (register.queue) await removeLine(deps, id);
  await moveDue(deps, day, due, undefined);
}

/** What the source says now, and the item that lets a deletion happen only while it still says so. */
async function sourceNow(
  deps: Deps,
  retention: Retention,
  { community, source, id }: Due,
): Promise<{ keeping: Keeping; unchanged: PlannedItem }> {
  const record = await getRecord(deps, source, community, id, { deleted: true });
  const condition = record
    ? { ConditionExpression: "head = :seen", ExpressionAttributeValues: { ":seen": record.head } }
    : { ConditionExpression: "attribute_not_exists(pk)" };
  return {
    keeping: keepingOf(sourceOf(retention, record), retention.days, dayOf(deps.now())),
    unchanged: {
      item: {
        ConditionCheck: { TableName: deps.tables.records, Key: recordKey(source, community, id), ...condition },
      },
      refusal: () => new Refusal("stale"),
    },
  };
}
