import { dayOf } from "../../shared/rules/calendar.ts";
import { keepingOf } from "../../shared/rules/retention.ts";
import type { Retention } from "../../shared/schema/retention.ts";
import { getRecord } from "../store/records.ts";
import { moveDue } from "./calendar.ts";
import { type Due, dueKey } from "./keys.ts";
import { deleteDue, sourceOf, type Work } from "./work.ts";

/**
 * Works off an entry that names the record itself: one whose time counts from a column of its own, or one that was
 * deleted before its time and of which something may still be left.
 */
export async function deleteOwn(work: Work, retention: Retention, due: Due, day: string): Promise<void> {
  const { deps } = work;
  const { community, id, register } = due;
  const record = await getRecord(deps, register, community, id, { deleted: true });
  if (!record || (!record.deleted && retention.via !== undefined)) return moveDue(deps, day, due, undefined);
  const keeping = keepingOf(sourceOf(retention, record), retention.days, dayOf(deps.now()));
  if (!keeping.due) return moveDue(deps, day, due, keeping.on);
  // Moved at the last moment, it stands in the calendar twice; this entry is looked at again by the next run.
  await deleteDue(work, retention, { community, id, foundBy: dueKey(day, due) }, async (now) =>
    keepingOf(sourceOf(retention, now), retention.days, dayOf(deps.now())).due ? [] : "kept",
  );
}
