import type { FieldProblem } from "../../shared/contract/refusal.ts";
import type { RowState } from "../../shared/import/evaluate.ts";
import type { Language } from "../../shared/schema/label.ts";
import { fieldSentence } from "../../shared/words/problems.ts";
import type { Deps } from "../http/deps.ts";
import { signCursor } from "../records/cursor.ts";
import { listedRows, type RowPlace } from "./all-rows.ts";
import type { ImportJob } from "./import-job.ts";
import { lastEntry, readEntries } from "./journal.ts";
import { type Preview, type ReportedRow, reportedRows } from "./preview.ts";

/** Rows an answer lists; the others follow by cursor. */
export const ROWS_LISTED = 1000;

/**
 * What a caller is told about a file: `columns` as `ImportColumn` describes them (with the note's sentence), `counts`
 * by state, and the `rows` to look at. A problem with `level: "note"` does not keep the row from being taken.
 */
export async function previewAnswer(deps: Deps, { job, columns }: Preview, language: Language) {
  return {
    id: job.id,
    state: job.state,
    counts: job.data.counts,
    columns: columns.map((column) => ({
      ...column,
      confidence: Math.round(column.confidence * 100) / 100,
      ...(column.note && { message: fieldSentence(column.note, language) }),
    })),
    ...(await rowsAnswer(deps, job, 0, language)),
  };
}

/** A page of the rows to look at. */
export async function rowsAnswer(deps: Deps, job: ImportJob, from: number, language: Language) {
  const { rows, next } = await reportedRows(deps, job.id, from, ROWS_LISTED);
  return {
    rows: rows.map((row) => rowView(row, language)),
    ...(next !== undefined && { cursor: await signCursor(deps, rowsScope(job), { from: next }) }),
  };
}

/** Where the list of all rows begins. */
export const FIRST_ROW: RowPlace = { row: 0, reported: 0 };

/** A page of all rows of the file, each with its state, or of those in one state. */
export async function allRowsAnswer(
  deps: Deps,
  job: ImportJob,
  only: RowState | undefined,
  from: RowPlace,
  language: Language,
) {
  const { rows, next } = await listedRows(deps, job, only, from, ROWS_LISTED);
  return {
    rows: rows.map((row) => ({ ...rowView(row, language), title: row.title })),
    ...(next && { cursor: await signCursor(deps, rowsScope(job), { ...next, ...(only && { only }) }) }),
  };
}

/** Whose rows a cursor continues. */
export const rowsScope = (job: ImportJob) => `import/${job.community}/${job.id}`;

/** Where an import stands; while it works, as far as its journal goes. */
export async function stateAnswer(deps: Deps, job: ImportJob, language: Language) {
  const { id, total, data } = job;
  const isWorking = job.state === "queued" || job.state === "running";
  const book = data.phase === "commit" ? "J" : (`U${data.attempt}` as const);
  const done = isWorking ? ((await lastEntry(deps, id, book))?.done ?? 0) : job.done;
  const refused = job.state === "done" && data.phase === "commit" ? await refusedRows(deps, id) : [];
  return {
    id,
    state: isWorking ? "running" : job.state,
    done: Math.min(done, total),
    total,
    counts: data.counts,
    undone: data.undone,
    ...(refused.length > 0 && {
      refused: refused.map((row) => rowView({ ...row, state: "error", notes: [] }, language)),
    }),
    ...(data.changedRows.length > 0 && { changedRows: data.changedRows }),
  };
}

async function refusedRows(deps: Deps, id: string) {
  const entries = await readEntries(deps, id, "J");
  return entries.flatMap(({ refused }) => refused).slice(0, ROWS_LISTED);
}

function rowView({ row, state, problems, notes }: ReportedRow, language: Language) {
  const worded = ({ path, code, params }: FieldProblem) => ({
    path,
    code,
    message: fieldSentence(code, language, params),
    ...(params && { params }),
  });
  return {
    row,
    state,
    problems: [...problems.map(worded), ...notes.map((note) => ({ ...worded(note), level: "note" }))],
  };
}
