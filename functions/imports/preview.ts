import { type EvaluatedRow, openEvaluator, type RowState } from "../../shared/import/evaluate.ts";
import type { ImportColumn } from "../../shared/import/match-columns.ts";
import { dayOf } from "../../shared/rules/calendar.ts";
import type { Deps } from "../http/deps.ts";
import { requireChange } from "../jobs/job.ts";
import { type Counts, type ImportJob, importedRegister, importTargets, madeId } from "./import-job.ts";
import { openLists, ROWS_MAX } from "./lists.ts";
import { begunRows, partsBeginning, removeParts, rowsFrom, savePart } from "./parts.ts";

/** Rows of a file that a clerk should look at: all that are refused, and those with a note. */
export type ReportedRow = Pick<EvaluatedRow, "row" | "state" | "problems" | "notes">;

/** Reported rows of one part. */
const REPORTED_TOGETHER = 500;

export type Preview = { readonly job: ImportJob; readonly columns: readonly ImportColumn[] };

/**
 * Says of every kept row what would become of it (预览), and writes no record. The states of all rows are kept: what was
 * refused here is not taken later, whatever the lists look like by then.
 */
export async function evaluateImport(deps: Deps, given: ImportJob, columns: readonly ImportColumn[]): Promise<Preview> {
  const job = await reopened(deps, given);
  const register = importedRegister(job);
  const { first, all } = await begunRows(rowsFrom(deps, job.id, 0), ROWS_MAX + 1);
  const { index } = openLists(deps, job.community, first.length);
  const evaluate = openEvaluator({
    register,
    columns,
    targets: importTargets(job),
    index,
    today: dayOf(deps.now()),
    idFor: (name, key) => madeId(job.id, name, key),
  });
  const counts: Record<RowState, number> = { new: 0, changed: 0, same: 0, error: 0 };
  const states: string[] = [];
  const reported: ReportedRow[] = [];
  for await (const { row, cells } of all) {
    const evaluated = await evaluate(row, cells);
    if (!evaluated) continue;
    const { state, problems, notes } = evaluated;
    counts[state] += 1;
    states[row] = state.charAt(0);
    if (problems.length > 0 || notes.length > 0) reported.push({ row, state, problems, notes });
  }
  await savePart(deps, job.id, "COLUMNS", columns);
  await savePart(deps, job.id, "STATES", Array.from(states, (state) => state ?? " ").join(""));
  await saveReport(deps, job.id, reported);
  const change = {
    state: "ready" as const,
    total: counts.new + counts.changed,
    done: 0,
    data: { ...job.data, counts },
  };
  await requireChange(deps, job, change);
  return {
    job: { ...job, ...change, turn: job.turn + 1, data: { ...job.data, counts: counts satisfies Counts } },
    columns,
  };
}

/** Whoever dies while a file is evaluated anew leaves it open: nobody takes rows by one half of what was said of them. */
async function reopened(deps: Deps, job: ImportJob): Promise<ImportJob> {
  if (job.state === "open") return job;
  await requireChange(deps, job, { state: "open" });
  return { ...job, state: "open", turn: job.turn + 1 };
}

/** One page of the rows to look at; `next` continues it. */
export async function reportedRows(
  deps: Deps,
  id: string,
  from: number,
  limit: number,
): Promise<{ rows: ReportedRow[]; next?: number }> {
  const rows: ReportedRow[] = [];
  const part = Math.floor(from / REPORTED_TOGETHER);
  for await (const { content } of partsBeginning(deps, id, "E#", { after: reportPart(part) })) {
    rows.push(...(content as ReportedRow[]));
    if (rows.length - (from % REPORTED_TOGETHER) > limit) break;
  }
  const page = rows.slice(from % REPORTED_TOGETHER, (from % REPORTED_TOGETHER) + limit);
  const isMore = rows.length - (from % REPORTED_TOGETHER) > limit;
  return { rows: page, ...(isMore && { next: from + page.length }) };
}

/** The rows to look at, from a place among them on. */
export async function* reportedFrom(deps: Deps, id: string, from: number): AsyncGenerator<ReportedRow> {
  const part = Math.floor(from / REPORTED_TOGETHER);
  let place = part * REPORTED_TOGETHER;
  for await (const { content } of partsBeginning(deps, id, "E#", { after: reportPart(part) })) {
    for (const row of content as ReportedRow[]) {
      if (place >= from) yield row;
      place += 1;
    }
  }
}

async function saveReport(deps: Deps, id: string, reported: readonly ReportedRow[]): Promise<void> {
  const parts: string[] = [];
  for (let start = 0; start < reported.length; start += REPORTED_TOGETHER) {
    const part = reportPart(start / REPORTED_TOGETHER);
    await savePart(deps, id, part, reported.slice(start, start + REPORTED_TOGETHER));
    parts.push(part);
  }
  const stale: string[] = [];
  for await (const { part } of partsBeginning(deps, id, "E#")) if (!parts.includes(part)) stale.push(part);
  await removeParts(deps, id, stale);
}

const reportPart = (number: number) => `E#${String(number).padStart(6, "0")}`;
