import type { Values } from "../../shared/schema/field.ts";
import type { RecordView } from "../providers/contract.ts";
import { type ProblemBody, type ServerField, sentenceOf } from "../providers/http.ts";
import type { BatchRow, Trouble } from "./pending.ts";
import { dropCell, putCell, type QueueState } from "./queue-state.ts";
import { isSameValue } from "./same-value.ts";

export type Taken = { readonly id: string; readonly version: number };

/** What the server says of one row of a batch. */
export type RowAnswer = Taken | ProblemBody;

/** Problems have a title and a status; an accepted row has neither. */
export function isProblem(answer: RowAnswer): answer is ProblemBody {
  return "status" in answer && "title" in answer;
}

/** The server took a row. What was typed into it meanwhile stays to be sent. */
export function tookRow(state: QueueState, row: BatchRow, id: string): void {
  const draft = state.drafts.get(row.id);
  if (draft && row.version === undefined) {
    state.drafts.delete(row.id);
    state.aliases.set(row.id, id);
    for (const [key, value] of Object.entries(draft.values)) {
      const sent = row.values[key] ?? null;
      if (!isSameValue(sent, value)) putCell(state, id, key, { value, base: sent, state: "unsaved" });
    }
    return;
  }
  for (const [key, sent] of Object.entries(row.values)) {
    const pending = state.cells.get(id)?.get(key);
    if (!pending) continue;
    if (isSameValue(pending.value, sent)) dropCell(state, id, key);
    else putCell(state, id, key, { value: pending.value, base: sent, state: "unsaved" });
  }
}

/** The record as it is after the server took a row, until the next refresh brings what it worked out itself. */
export function afterRow(before: RecordView | undefined, row: BatchRow, answer: Taken) {
  return {
    updatedAt: "",
    updatedBy: "",
    ...before,
    id: answer.id,
    version: answer.version,
    values: { ...before?.values, ...row.values },
  } satisfies RecordView;
}

/** The server refused a row: the cells at fault say why, the others of the row are sent again without them. */
export function refusedRow(state: QueueState, row: BatchRow, problem: ProblemBody): void {
  const byColumn = new Map<string, Trouble>();
  for (const field of problem.fields ?? []) {
    const column = field.path.split(".")[0] ?? "";
    if (!byColumn.has(column)) byColumn.set(column, troubleOf(column, field));
  }
  if (row.version === undefined) {
    refuseDraft(state, row, problem, byColumn);
    return;
  }
  const atFault = Object.keys(row.values).filter((key) => byColumn.has(key));
  for (const [key, sent] of Object.entries(row.values)) {
    const pending = state.cells.get(row.id)?.get(key);
    if (!pending || pending.state === "conflict") continue;
    const blamed = (atFault.length === 0 || atFault.includes(key)) && isSameValue(pending.value, sent);
    const trouble = byColumn.get(key) ?? { message: sentenceOf(problem) };
    const { value, base } = pending;
    putCell(
      state,
      row.id,
      key,
      blamed ? { value, base, state: "refused", trouble } : { value, base, state: "unsaved" },
    );
  }
}

function troubleOf(column: string, { message, params }: ServerField): Trouble {
  if (params?.proposed === undefined) return { message };
  return { message, mend: { key: params.fix ?? column, value: params.proposed } };
}

function refuseDraft(state: QueueState, row: BatchRow, problem: ProblemBody, byColumn: ReadonlyMap<string, Trouble>) {
  const draft = state.drafts.get(row.id);
  if (!draft) return;
  if (!isSameRow(draft.values, row.values)) {
    state.drafts.set(row.id, { ...draft, state: "unsaved" });
    return;
  }
  const problems = byColumn.size > 0 ? Object.fromEntries(byColumn) : { "": { message: sentenceOf(problem) } };
  state.drafts.set(row.id, { ...draft, state: "refused", problems, offered: false });
}

function isSameRow(a: Values, b: Values): boolean {
  return Object.keys({ ...a, ...b }).every((key) => isSameValue(a[key], b[key]));
}

/** Nobody knows whether the row arrived, or it must be tried upon a newer version: its cells wait again. */
export function waitAgain(state: QueueState, row: BatchRow): void {
  const draft = state.drafts.get(row.id);
  if (draft?.state === "saving") state.drafts.set(row.id, { ...draft, state: "unsaved" });
  for (const [key, pending] of state.cells.get(row.id) ?? []) {
    if (pending.state === "saving") putCell(state, row.id, key, { ...pending, state: "unsaved" });
  }
}
