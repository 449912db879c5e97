import type { Refusal } from "../../shared/contract/refusal.ts";
import type { Deps } from "../http/deps.ts";
import type { Outcome } from "../jobs/kind.ts";
import { transact } from "../store/transact.ts";
import { type Batch, EMPTY, planBatch } from "./batch.ts";
import type { ImportJob, RefusedRow } from "./import-job.ts";
import { entryWrite, lastEntry } from "./journal.ts";
import type { Kept } from "./lists.ts";

/** How often a row is tried again that always meets somebody else's change. */
const TRIES = 3;

/** Writes the batches of a slice one after another, each with its line in the journal. */
export type BatchWriter = {
  /** The row with which the next batch begins. */
  readonly next: () => number;
  readonly write: (batch: Batch) => Promise<void>;
  /** Passes over a row that cannot be taken, and says so. */
  readonly refuse: (row: RefusedRow) => Promise<void>;
  /** Waits for what is on its way. */
  readonly outcome: (state: "running" | "done") => Promise<Outcome>;
  /** What to do after a refusal: rows of the batch are tried one by one, and the one that cannot be is passed over. */
  readonly recover: (error: Refusal) => Promise<Outcome>;
};

export async function openBatchWriter(deps: Deps, job: ImportJob, kept: Kept): Promise<BatchWriter> {
  const context = { actor: { account: job.account, name: job.name }, action: "import" as const };
  const last = await lastEntry(deps, job.id, "J");
  let next = last?.next ?? 0;
  let done = last?.done ?? 0;
  let sent: { readonly batch: Batch; readonly written: Promise<void> } | undefined;
  let planning: Batch | undefined;

  const send = async (batch: Batch, refused: readonly RefusedRow[]) => {
    planning = batch;
    const { plans, touches } = await planBatch(deps, job.community, batch, kept, context);
    const entry = {
      from: next,
      next: (batch.rows.at(-1) ?? next) + 1,
      done: done + batch.rows.length,
      touches,
      refused,
    };
    const journal = await entryWrite(deps, job.id, "J", entry);
    // The next batch is planned while this one is on its way; it is sent only when this one has arrived.
    await sent?.written;
    next = entry.next;
    done = entry.done;
    const written = transact(deps, [...plans.flatMap(({ items }) => items), journal]);
    // Whoever awaits it meets the failure; until then it must not count as one that nobody handles.
    written.catch(() => undefined);
    sent = { batch, written };
    planning = undefined;
    if (batch.rows.length <= 1) await written;
  };

  return {
    next: () => next,
    write: async (batch) => {
      if (batch.rows.length > 0) await send(batch, []);
    },
    refuse: (row) => send({ ...EMPTY, rows: [row.row] }, [row]),
    outcome: async (state) => {
      await sent?.written;
      return { state, done };
    },
    recover: async (error) => {
      const hasArrived = await (sent?.written.then(
        () => true,
        () => false,
      ) ?? true);
      const batch = hasArrived ? planning : sent?.batch;
      const reached = await lastEntry(deps, job.id, "J");
      const outcome: Outcome = { state: "running", done: reached?.done ?? 0 };
      if (error.code === "in-flight" || error.code === "busy" || !batch) return outcome;
      const [row = 0] = batch.rows;
      if (batch.rows.length > 1) return { ...outcome, data: { careful: batch.rows.at(-1) ?? 0 } };
      const times = job.data.stuck.row === row ? job.data.stuck.times + 1 : 1;
      if (error.code === "stale" && times < TRIES) return { ...outcome, data: { careful: row, stuck: { row, times } } };
      const problems = error.fields.length > 0 ? error.fields : [{ path: "", code: error.code }];
      const entry = {
        from: reached?.next ?? 0,
        next: row + 1,
        done: (reached?.done ?? 0) + 1,
        touches: [],
        refused: [{ row, problems: problems.map(({ path, code }) => ({ path, code })) }],
      };
      await transact(deps, [await entryWrite(deps, job.id, "J", entry)]);
      return { ...outcome, done: entry.done };
    },
  };
}
