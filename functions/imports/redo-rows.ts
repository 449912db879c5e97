import { Refusal } from "../../shared/contract/refusal.ts";
import type { Deps } from "../http/deps.ts";
import type { Outcome, Turn } from "../jobs/kind.ts";
import type { WritePlan } from "../records/context.ts";
import { planCreate, planPatch } from "../records/plan.ts";
import type { StoredRecord } from "../store/records.ts";
import { transact } from "../store/transact.ts";
import { ITEMS_TOGETHER, itemsOfWrite, registerOf } from "./batch.ts";
import type { ImportJob } from "./import-job.ts";
import { type Book, entryWrite, lastEntry, readEntries, type Touch } from "./journal.ts";
import { currentRecords } from "./touched.ts";

/** Puts in place again what a stopped undo had taken back, and leaves alone what somebody has touched since. */
export async function redoRows(deps: Deps, job: ImportJob, turn: Turn): Promise<Outcome> {
  const book: Book = `R${job.data.attempt}`;
  const entries = await readEntries(deps, job.id, `U${job.data.attempt}`);
  // The last record taken back was the first one made: what others refer to comes first.
  const taken = entries.flatMap(({ touches }) => touches).reverse();
  let next = (await lastEntry(deps, job.id, book))?.next ?? 0;
  const current = await currentRecords(deps, job.community, taken.slice(next));
  try {
    while (next < taken.length) {
      const batch = nextBatch(taken, next, current);
      await putBack(deps, job, book, batch, current, next).catch(async (error: unknown) => {
        if (!(error instanceof Refusal) || error.code === "in-flight" || error.code === "busy") throw error;
        // One of them cannot be put back, because somebody has taken its place: the others can.
        for (const [place, one] of batch.entries()) await putBackOrPass(deps, job, book, one, current, next + place);
      });
      next += batch.length;
      await turn.renew();
      if (turn.isOver() && next < taken.length) return { state: "running" };
    }
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return { state: "running" };
  }
  return { state: "failed", done: 0, data: { phase: "commit", attempt: job.data.attempt + 1 } };
}

function nextBatch(taken: readonly Touch[], start: number, current: ReadonlyMap<string, StoredRecord>): Touch[] {
  const batch: Touch[] = [];
  let items = 0;
  for (const one of taken.slice(start, start + ITEMS_TOGETHER)) {
    const create = current.get(`${one.register}#${one.id}`)?.deleted === true;
    items += itemsOfWrite({ register: one.register, id: one.id, create, given: one.before ?? {} });
    if (batch.length > 0 && items > ITEMS_TOGETHER) break;
    batch.push(one);
  }
  return batch;
}

async function putBackOrPass(
  deps: Deps,
  job: ImportJob,
  book: Book,
  one: Touch,
  current: ReadonlyMap<string, StoredRecord>,
  from: number,
): Promise<void> {
  await putBack(deps, job, book, [one], current, from).catch((error: unknown) => {
    if (!(error instanceof Refusal) || error.code === "in-flight" || error.code === "busy") throw error;
    return putBack(deps, job, book, [{ ...one, version: -1 }], current, from);
  });
}

async function putBack(
  deps: Deps,
  job: ImportJob,
  book: Book,
  batch: readonly Touch[],
  current: ReadonlyMap<string, StoredRecord>,
  from: number,
): Promise<void> {
  const context = { actor: { account: job.account, name: job.name }, action: "import" as const, byAction: true };
  const plans: WritePlan[] = [];
  const touches: Touch[] = [];
  for (const { register, id, version, row, before = {} } of batch) {
    const record = current.get(`${register}#${id}`);
    if (!record || record.version !== version) continue;
    const definition = registerOf(register);
    const options = { referencesHold: true };
    const plan = record.deleted
      ? await planCreate(deps, definition, job.community, before, context, { ...options, over: record })
      : await planPatch(deps, definition, record, before, context, options);
    if (plan === "unchanged") continue;
    plans.push(plan);
    touches.push({ register, id, version: plan.record.version, row });
  }
  const next = from + batch.length;
  const journal = await entryWrite(deps, job.id, book, { from, next, done: next, touches, refused: [] });
  await transact(deps, [...plans.flatMap(({ items }) => items), journal]);
}
