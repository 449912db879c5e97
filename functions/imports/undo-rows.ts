import { Refusal } from "../../shared/contract/refusal.ts";
import type { Deps } from "../http/deps.ts";
import type { Outcome, Turn } from "../jobs/kind.ts";
import type { WritePlan } from "../records/context.ts";
import { planDelete, planPatch } from "../records/plan.ts";
import type { StoredRecord } from "../store/records.ts";
import { transact } from "../store/transact.ts";
import { ITEMS_TOGETHER, itemsOfWrite, registerOf } from "./batch.ts";
import type { ImportJob } from "./import-job.ts";
import { BatchDone, entryWrite, lastEntry } from "./journal.ts";
import { currentRecords, type Touched, touchedRecords } from "./touched.ts";
import { changedRows } from "./undo.ts";

/**
 * Takes back what an import did until the turn is over. Before every slice all that is left is looked at once more;
 * a clerk's change that comes between stops the undo with the rows named, and loses nothing of theirs.
 */
export async function undoRows(deps: Deps, job: ImportJob, turn: Turn): Promise<Outcome> {
  const touched = await touchedRecords(deps, job.id);
  const last = await lastEntry(deps, job.id, "U");
  let next = last?.next ?? 0;
  const rest = touched.slice(next);
  const rows = await changedRows(deps, job.community, rest);
  if (rows.length > 0) return stopped(next, rows);
  const current = await currentRecords(deps, job.community, rest);
  try {
    for (let place = 0; place < rest.length; ) {
      const batch = nextBatch(rest, place, current);
      await takeBack(deps, job, batch, current, next);
      place += batch.length;
      next += batch.length;
      await turn.renew();
      if (turn.isOver() && place < rest.length) return { state: "running", done: next };
    }
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    // Whoever came between shows in the versions when the next slice looks.
    if (error instanceof BatchDone || error.code === "busy" || error.code === "stale") {
      return { state: "running", done: next };
    }
    return stopped(
      next,
      rest.slice(0, 1).map(({ row }) => row),
    );
  }
  return { state: "done", done: touched.length, data: { undone: true } };
}

function stopped(done: number, rows: readonly number[]): Outcome {
  return { state: "failed", done, data: { changedRows: rows.slice(0, 100) } };
}

function nextBatch(rest: readonly Touched[], start: number, current: ReadonlyMap<string, StoredRecord>): Touched[] {
  const batch: Touched[] = [];
  let items = 0;
  for (const one of rest.slice(start, start + ITEMS_TOGETHER)) {
    const record = current.get(`${one.register}#${one.id}`);
    const given = { ...record?.values, ...record?.sealed, ...one.before } as Touched["before"] & object;
    items += itemsOfWrite({ register: one.register, id: one.id, create: one.before === undefined, given });
    if (batch.length > 0 && items > ITEMS_TOGETHER) break;
    batch.push(one);
  }
  return batch;
}

async function takeBack(
  deps: Deps,
  job: ImportJob,
  batch: readonly Touched[],
  current: ReadonlyMap<string, StoredRecord>,
  from: number,
): Promise<void> {
  const context = { actor: { account: job.account, name: job.name }, action: "undo" as const };
  const plans: WritePlan[] = [];
  for (const { register, id, version, before } of batch) {
    const record = current.get(`${register}#${id}`);
    if (!record || record.version !== version) throw new Refusal("stale");
    const definition = registerOf(register);
    // What the import made is referred to by nothing but itself: that was looked at for all of it.
    const options = { referencesHold: true };
    const plan = before
      ? await planPatch(deps, definition, record, before, context, options)
      : await planDelete(deps, definition, record, context, options);
    if (plan !== "unchanged") plans.push(plan);
  }
  const next = from + batch.length;
  const journal = await entryWrite(deps, job.id, "U", { from, next, done: next, touches: [], refused: [] });
  await transact(deps, [...plans.flatMap(({ items }) => items), journal]);
}
