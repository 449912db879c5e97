import type { Value } from "../../shared/schema/field.ts";
import type { RecordView } from "../providers/contract.ts";
import { type Http, isPassing, Problem } from "../providers/http.ts";
import { afterRow, isProblem, type RowAnswer, refusedRow, tookRow, waitAgain } from "./answers.ts";
import { BATCH_ROWS, type Batch, type BatchRow, type Pending, type Unsaved } from "./pending.ts";
import {
  addUnsaved,
  type Complete,
  emptyQueue,
  fromUnsaved,
  meetRecord,
  type QueueState,
  resolveCell,
  setCell,
  setDraftCell,
  takeRows,
  toUnsaved,
  unsavedRows,
} from "./queue-state.ts";
import type { RecordList } from "./record-list.ts";

export type Edit = { readonly id: string; readonly isNew: boolean; readonly key: string; readonly value: Value };

/** Sends what clerks type, row by row, and keeps what could not be sent (保存队列). */
export type SaveQueue = {
  state(): QueueState;
  /** Rises with every change. */
  revision(): number;
  isOffline(): boolean;
  unsaved(): number;
  subscribe(listener: () => void): () => void;
  edit(edits: readonly Edit[]): void;
  /** The clerk left a row: a new one is offered to the server even if something seems to be missing. */
  leave(id: string): void;
  discard(id: string): void;
  resolve(id: string, key: string, choice: "mine" | "theirs"): void;
  /** Goes on with what another tab could not save before it was closed. */
  takeOver(unsaved: Unsaved): void;
  /** Tries again at once, such as when the browser is online again. */
  retry(): void;
};

export type QueueDeps = {
  readonly http: Http;
  readonly list: RecordList;
  readonly keep: { read(): Unsaved | undefined; write(unsaved: Unsaved | undefined): void };
  readonly isComplete: Complete;
  readonly conflict: (record: RecordView, key: string) => string;
  /** Somebody else deleted the row that these changes were for. */
  readonly lost: (id: string, cells: ReadonlyMap<string, Pending>) => void;
  readonly newId: () => string;
  readonly later: (run: () => void, ms: number) => () => void;
};

/** Typing on goes into the same batch; a block of cells comes at once anyway. */
const QUIET_MS = 250;
const BACK_OFF_MS = [1_000, 2_000, 5_000, 10_000, 15_000];
const STALE_MS = 600;
const AGAIN = new Set([412, 429, 503]);
const BATCHES_AT_ONCE = 3;

export function createSaveQueue(deps: QueueDeps): SaveQueue {
  const { list } = deps;
  const kept = deps.keep.read();
  const state = kept ? fromUnsaved(kept) : emptyQueue();
  const sending = new Set<string>();
  const listeners = new Set<() => void>();
  let revision = 0;
  let failures = 0;
  let cancelTimer: (() => void) | undefined;

  function changed(): void {
    revision += 1;
    deps.keep.write(unsavedRows(state) > 0 || state.batches.length > 0 ? toUnsaved(state) : undefined);
    for (const listener of listeners) listener();
  }

  function schedule(ms: number): void {
    cancelTimer?.();
    cancelTimer = deps.later(() => {
      cancelTimer = undefined;
      pump();
    }, ms);
  }

  /** Sends whatever can be sent now: first what nobody knows the fate of, then new batches. */
  function pump(): void {
    for (const batch of [...state.batches]) if (!sending.has(batch.key)) void send(batch);
    while (state.batches.length < BATCHES_AT_ONCE && failures === 0) {
      const rows = takeRows(state, (id) => list.get().records.get(id)?.version, BATCH_ROWS);
      if (rows.length === 0) break;
      const batch: Batch = { key: deps.newId(), rows };
      state.batches.push(batch);
      void send(batch);
    }
    changed();
  }

  async function send(batch: Batch): Promise<void> {
    sending.add(batch.key);
    try {
      const patches = batch.rows.map(({ id, version, values }) =>
        version === undefined ? { values } : { id, version, values },
      );
      const answers = await deps.http<readonly RowAnswer[]>("POST", `${list.path}/patches`, {
        body: { patches },
        headers: { "idempotency-key": batch.key },
      });
      failures = 0;
      settle(batch, (row) => answers[batch.rows.indexOf(row)]);
    } catch (error) {
      failed(batch, error);
    } finally {
      sending.delete(batch.key);
      changed();
    }
  }

  function settle(batch: Batch, answerTo: (row: BatchRow) => RowAnswer | undefined): void {
    state.batches.splice(state.batches.indexOf(batch), 1);
    const taken: RecordView[] = [];
    let stale = false;
    for (const row of batch.rows) {
      const answer = answerTo(row);
      if (answer && !isProblem(answer)) {
        tookRow(state, row, answer.id);
        taken.push(afterRow(list.get().records.get(answer.id), row, answer));
      } else if (!answer || AGAIN.has(answer.status) || answer.code === "in-flight") {
        waitAgain(state, row);
        stale = true;
      } else refusedRow(state, row, answer);
    }
    list.apply(taken);
    // The refresh brings masks, worked-out columns, and for stale rows what the other person wrote.
    const refreshed = list.refresh().catch(() => undefined);
    if (stale) void refreshed.then(() => schedule(STALE_MS));
    else schedule(0);
  }

  function failed(batch: Batch, error: unknown): void {
    const refusal = error instanceof Problem ? error : undefined;
    if (isPassing(error) || refusal?.status === 401 || refusal?.body.code === "in-flight") {
      for (const row of batch.rows) waitAgain(state, row);
      failures += 1;
      schedule(BACK_OFF_MS[Math.min(failures, BACK_OFF_MS.length) - 1] ?? QUIET_MS);
      return;
    }
    const message = error instanceof Error ? error.message : String(error);
    const body = refusal?.body ?? { status: 500, code: "fault", title: message };
    settle(batch, () => ({ ...body, fields: [] }));
  }

  list.subscribe(() => {
    if (state.cells.size === 0) return;
    const { records, status } = list.get();
    for (const [id, cells] of [...state.cells]) {
      const record = records.get(id);
      if (record) meetRecord(state, record, deps.conflict);
      else if (status === "ready") {
        state.cells.delete(id);
        deps.lost(id, new Map(cells));
      }
    }
    changed();
  });
  if (kept) void list.load().then(() => schedule(0));

  return {
    state: () => state,
    revision: () => revision,
    isOffline: () => failures > 0,
    unsaved: () => unsavedRows(state),
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    edit(edits) {
      for (const { id: given, isNew, key, value } of edits) {
        const id = state.aliases.get(given) ?? given;
        const record = list.get().records.get(id);
        if (record) setCell(state, record, key, value);
        else if (isNew || state.drafts.has(id)) setDraftCell(state, id, key, value, deps.isComplete);
      }
      if (failures === 0) schedule(QUIET_MS);
      changed();
    },
    leave(id) {
      const draft = state.drafts.get(id);
      if (draft?.state !== "unsaved" || draft.offered) return;
      state.drafts.set(id, { ...draft, offered: true });
      if (failures === 0) schedule(QUIET_MS);
      changed();
    },
    discard(id) {
      state.drafts.delete(id);
      state.cells.delete(id);
      changed();
    },
    resolve(id, key, choice) {
      resolveCell(state, id, key, choice);
      schedule(0);
      changed();
    },
    takeOver(unsaved) {
      addUnsaved(state, unsaved);
      void list.load().then(() => schedule(0));
      changed();
    },
    retry() {
      if (state.batches.length > 0 || failures > 0) {
        failures = 0;
        schedule(0);
      }
    },
  };
}
