import { Refusal } from "../../shared/contract/refusal.ts";
import type { Value, Values } from "../../shared/schema/field.ts";
import type { Deps } from "../http/deps.ts";
import type { Outcome, Turn } from "../jobs/kind.ts";
import type { WritePlan } from "../records/context.ts";
import { openValues } from "../records/open-values.ts";
import { planDelete, planPatch } from "../records/plan.ts";
import type { StoredRecord } from "../store/records.ts";
import { transact } from "../store/transact.ts";
import { ITEMS_TOGETHER, itemsOfWrite, registerOf } from "./batch.ts";
import type { ImportJob } from "./import-job.ts";
import { type Book, entryWrite, lastEntry, type Touch } from "./journal.ts";
import { currentRecords, type Touched, touchedRecords } from "./touched.ts";
import { changedRows } from "./undo.ts";

/**
 * Takes back what an import did until the turn is over. Before every slice all that is left is looked at once more.
 * A clerk's change that comes between stops the undo with the rows named, and what it took back is put in place again:
 * an import is taken back as a whole or not at all.
 */
export async function undoRows(deps: Deps, job: ImportJob, turn: Turn): Promise<Outcome> {
  const book: Book = `U${job.data.attempt}`;
  const touched = await touchedRecords(deps, job);
  let next = (await lastEntry(deps, job.id, book))?.next ?? 0;
  const rest = touched.slice(next);
  const rows = await changedRows(deps, job.community, rest);
  if (rows.length > 0) return stopped(rows);
  const current = await currentRecords(deps, job.community, rest);
  let batch: readonly Touched[] = [];
  try {
    for (let place = 0; place < rest.length; place += batch.length) {
      batch = nextBatch(rest, place, current);
      await takeBack(deps, job, book, batch, current, next);
      next += batch.length;
      await turn.renew();
      if (turn.isOver() && place + batch.length < rest.length) return { state: "running", done: next };
    }
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    // Whoever came between shows in the versions when the next slice looks.
    const isPassing = ["in-flight", "busy", "stale"].includes(error.code);
    return isPassing ? { state: "running", done: next } : stopped(batch.map(({ row }) => row));
  }
  return { state: "done", done: touched.length, data: { undone: true } };
}

function stopped(rows: readonly number[]): Outcome {
  return { state: "running", done: 0, data: { phase: "redo", changedRows: [...new Set(rows)].slice(0, 100) } };
}

function nextBatch(rest: readonly Touched[], start: number, current: ReadonlyMap<string, StoredRecord>): Touched[] {
  const batch: Touched[] = [];
  let items = 0;
  for (const one of rest.slice(start, start + ITEMS_TOGETHER)) {
    const record = current.get(`${one.register}#${one.id}`);
    const sealed = Object.fromEntries(Object.entries(record?.sealed ?? {}).map(([key, { mask }]) => [key, mask]));
    const given = { ...record?.values, ...sealed, ...one.before };
    items += itemsOfWrite({ register: one.register, id: one.id, create: one.before === undefined, given });
    if (batch.length > 0 && items > ITEMS_TOGETHER) break;
    batch.push(one);
  }
  return batch;
}

async function takeBack(
  deps: Deps,
  job: ImportJob,
  book: Book,
  batch: readonly Touched[],
  current: ReadonlyMap<string, StoredRecord>,
  from: number,
): Promise<void> {
  const context = { actor: { account: job.account, name: job.name }, action: "undo" as const };
  const plans: WritePlan[] = [];
  const touches: Touch[] = [];
  for (const { register, id, version, row, before } of batch) {
    const record = current.get(`${register}#${id}`);
    if (!record || record.version !== version) throw new Refusal("stale");
    const definition = registerOf(register);
    // What the import made is referred to by nothing but itself: that was looked at for all of it.
    const options = { referencesHold: true };
    const plan = before
      ? await planPatch(deps, definition, record, before, context, options)
      : await planDelete(deps, definition, record, context, options);
    if (plan === "unchanged") continue;
    plans.push(plan);
    touches.push({
      register,
      id,
      version: plan.record.version,
      row,
      before: held(await openValues(deps, record), before),
    });
  }
  const next = from + batch.length;
  const journal = await entryWrite(deps, job.id, book, { from, next, done: next, touches, refused: [] });
  await transact(deps, [...plans.flatMap(({ items }) => items), journal]);
}

/** What the columns that change hold now: all of a record that goes. */
function held(open: Values, changing: Values | undefined): Values {
  if (!changing) return open;
  const values: Record<string, Value> = {};
  for (const key of Object.keys(changing)) values[key] = open[key] ?? null;
  return values;
}
