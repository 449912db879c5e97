import type { Value, Values } from "../../shared/schema/field.ts";
import type { RecordView } from "../providers/contract.ts";
import type { Batch, BatchRow, Draft, Pending, Unsaved } from "./pending.ts";
import { isSameValue } from "./same-value.ts";

/**
 * What a clerk has changed and the server has not taken, as maps that change in place.
 * All decisions about single cells and new rows are here; `save-queue.ts` decides when to send.
 */
export type QueueState = {
  readonly cells: Map<string, Map<string, Pending>>;
  readonly drafts: Map<string, Draft>;
  /** Real ids of rows that began as drafts. */
  readonly aliases: Map<string, string>;
  /** Sent, and not answered so far. */
  readonly batches: Batch[];
};

export function emptyQueue(): QueueState {
  return { cells: new Map(), drafts: new Map(), aliases: new Map(), batches: [] };
}

/** A clerk set a cell of a record; setting it back to what the server has takes the change away. */
export function setCell(state: QueueState, record: RecordView, key: string, value: Value): void {
  const before = state.cells.get(record.id)?.get(key);
  const stored = record.values[key] ?? null;
  if (before?.state !== "saving" && isSameValue(value, stored)) {
    dropCell(state, record.id, key);
    return;
  }
  // A change of a change is still made upon what was seen first; only a conflict that is typed over is decided.
  const base = before && before.state !== "conflict" ? before.base : stored;
  putCell(state, record.id, key, { value, base, state: "unsaved" });
  // What was refused may hold beside this: rules look at the whole row.
  for (const [other, pending] of state.cells.get(record.id) ?? []) {
    if (pending.state === "refused")
      putCell(state, record.id, other, { value: pending.value, base: pending.base, state: "unsaved" });
  }
}

export function putCell(state: QueueState, id: string, key: string, pending: Pending): void {
  const row = state.cells.get(id) ?? new Map<string, Pending>();
  row.set(key, pending);
  state.cells.set(id, row);
}

export function dropCell(state: QueueState, id: string, key: string): void {
  const row = state.cells.get(id);
  row?.delete(key);
  if (row?.size === 0) state.cells.delete(id);
}

/** A clerk set a cell of a row that the server does not know yet. */
export function setDraftCell(state: QueueState, id: string, key: string, value: Value, isComplete: Complete): void {
  const before = state.drafts.get(id);
  const values = { ...before?.values, [key]: value };
  const { [key]: _solved, "": _row, ...problems } = before?.problems ?? {};
  const kept = before?.state === "saving" ? "saving" : "unsaved";
  state.drafts.set(id, { values, problems, state: kept, offered: isComplete(values) });
}

/** Whether a new row has what it needs to be worth sending. */
export type Complete = (values: Values) => boolean;

/**
 * The server's record moved under changes of ours: a cell that somebody else changed too is a conflict, one that now
 * holds what we wanted is done. Cells on their way are left to their answer.
 */
export function meetRecord(
  state: QueueState,
  record: RecordView,
  conflict: (record: RecordView, key: string) => string,
) {
  for (const [key, pending] of state.cells.get(record.id) ?? []) {
    const stored = record.values[key] ?? null;
    if (pending.state === "saving" || isSameValue(stored, pending.base)) continue;
    if (isSameValue(stored, pending.value)) dropCell(state, record.id, key);
    else if (isOurs(state, record.id, key, stored)) putCell(state, record.id, key, { ...pending, base: stored });
    else
      putCell(state, record.id, key, {
        ...pending,
        base: stored,
        state: "conflict",
        trouble: { message: conflict(record, key) },
      });
  }
}

/** Whether what the server has is what we sent ourselves, though its answer has not come yet. */
function isOurs(state: QueueState, id: string, key: string, stored: Value): boolean {
  return state.batches.some(({ rows }) =>
    rows.some((row) => row.id === id && Object.hasOwn(row.values, key) && isSameValue(row.values[key], stored)),
  );
}

/** The clerk decided a conflict. `base` already is what the other person wrote. */
export function resolveCell(state: QueueState, id: string, key: string, choice: "mine" | "theirs"): void {
  const pending = state.cells.get(id)?.get(key);
  if (pending?.state !== "conflict") return;
  if (choice === "theirs") dropCell(state, id, key);
  else putCell(state, id, key, { value: pending.value, base: pending.base, state: "unsaved" });
}

/** Takes the next rows to send: none that is already on its way, and no cell that waits for the clerk. */
export function takeRows(state: QueueState, versionOf: (id: string) => number | undefined, limit: number): BatchRow[] {
  const busy = new Set(state.batches.flatMap((batch) => batch.rows.map((row) => row.id)));
  const rows: BatchRow[] = [];
  for (const [id, cells] of state.cells) {
    if (rows.length >= limit) return rows;
    const version = versionOf(id);
    if (busy.has(id) || version === undefined) continue;
    const ready = [...cells].filter(([, pending]) => pending.state === "unsaved");
    if (ready.length === 0) continue;
    for (const [key, pending] of ready) cells.set(key, { value: pending.value, base: pending.base, state: "saving" });
    rows.push({ id, version, values: Object.fromEntries(ready.map(([key, { value }]) => [key, value])) });
  }
  for (const [id, draft] of state.drafts) {
    if (rows.length >= limit) return rows;
    if (busy.has(id) || draft.state !== "unsaved" || !draft.offered) continue;
    state.drafts.set(id, { ...draft, state: "saving" });
    rows.push({ id, values: draft.values });
  }
  return rows;
}

/** How many rows hold something that is not saved. */
export function unsavedRows(state: QueueState): number {
  return state.cells.size + state.drafts.size;
}

/** A copy to keep across a reload; what is on its way counts as unsaved, its batch is kept beside it. */
export function toUnsaved(state: QueueState): Unsaved {
  const cells = Object.fromEntries([...state.cells].map(([id, row]) => [id, Object.fromEntries(row)]));
  return { cells, drafts: Object.fromEntries(state.drafts), batches: [...state.batches] };
}

export function fromUnsaved(unsaved: Unsaved): QueueState {
  return {
    cells: new Map(Object.entries(unsaved.cells).map(([id, row]) => [id, new Map(Object.entries(row).map(waiting))])),
    drafts: new Map(Object.entries(unsaved.drafts).map(waiting)),
    aliases: new Map(),
    batches: [...unsaved.batches],
  };
}

/** Adds what another tab left; what is typed here already stays. */
export function addUnsaved(state: QueueState, unsaved: Unsaved): void {
  const more = fromUnsaved(unsaved);
  for (const [id, row] of more.cells) {
    for (const [key, pending] of row) if (!state.cells.get(id)?.has(key)) putCell(state, id, key, pending);
  }
  for (const [id, draft] of more.drafts) if (!state.drafts.has(id)) state.drafts.set(id, draft);
  for (const batch of more.batches) if (!state.batches.some(({ key }) => key === batch.key)) state.batches.push(batch);
}

/** Whatever was on its way when the page closed waits again. */
function waiting<T extends Pending | Draft>([key, item]: [string, T]): [string, T] {
  return [key, item.state === "saving" ? { ...item, state: "unsaved" } : item];
}
