import * as z from "zod/mini";
import { addDays } from "../../shared/rules/calendar.ts";
import { registerNamed } from "../../shared/schema/registers.ts";
import { retentionOf } from "../../shared/schema/retention.ts";
import type { Kind } from "../jobs/kind.ts";
import { dueOn, moveDue } from "./calendar.ts";
import { deleteDependents } from "./delete-dependents.ts";
import { deleteOwn } from "./delete-own.ts";
import type { Work } from "./work.ts";

const retentionData = z.object({ from: z.string(), day: z.string() });

/**
 * Deletes what a community may no longer keep until the turn is over (到期删除). One record that cannot be deleted
 * holds up no other; it stays in the calendar, and the job is tried again.
 */
export const retentionSlice: Kind = async (deps, job, turn) => {
  const { from, day } = retentionData.parse(job.data);
  const tally = { done: job.done, failures: 0 };
  const work: Work = { deps, day, turn, tally };
  for (let on = from; on <= day; on = addDays(on, 1)) {
    for await (const due of dueOn(deps, job.community, on)) {
      const register = registerNamed(due.register);
      const retention = register && retentionOf(register);
      // A list that is kept for ever again, or is there no more.
      if (!register || !retention) await moveDue(deps, on, due, undefined);
      else if (due.source === due.register) await deleteOwn(work, retention, due, on);
      else await deleteDependents(work, retention, due, on);
      if (turn.isOver()) return { state: "running", done: tally.done };
    }
  }
  if (tally.failures > 0) throw new Error(`${tally.failures} records could not be deleted at the end of their time`);
  return { state: "done", done: tally.done, total: tally.done };
};
