import type { Cell } from "../../shared/files/cell.ts";
import type { RowState } from "../../shared/import/evaluate.ts";
import type { ImportColumn } from "../../shared/import/match-columns.ts";
import type { Deps } from "../http/deps.ts";
import { type ImportJob, importedRegister, readColumns } from "./import-job.ts";
import { readPart, rowsFrom } from "./parts.ts";
import { type ReportedRow, reportedFrom } from "./preview.ts";

/** A row of the file with its state, what was said of it, and whom or what it is about. */
export type ListedRow = ReportedRow & { readonly title: string };

/** Where a page begins: at a row of the file, and behind how many of the rows with something to say. */
export type RowPlace = { readonly row: number; readonly reported: number };

const STATES: Readonly<Record<string, RowState>> = { n: "new", c: "changed", s: "same", e: "error" };

/** One page of all rows of the file in its order, or of those in one state; `next` continues it. */
export async function listedRows(
  deps: Deps,
  job: ImportJob,
  only: RowState | undefined,
  from: RowPlace,
  limit: number,
): Promise<{ rows: ListedRow[]; next?: RowPlace }> {
  const states = await readPart(deps, job.id, "STATES");
  // Before the last part has come, nothing has been said of any row.
  if (typeof states !== "string") return { rows: [] };
  const title = titleOf(job, await readColumns(deps, job));
  const reports = reportedFrom(deps, job.id, from.reported);
  let report = await reports.next();
  let reported = from.reported;
  const rows: ListedRow[] = [];
  for await (const { row, cells } of rowsFrom(deps, job.id, from.row)) {
    const state = row < from.row ? undefined : STATES[states.charAt(row)];
    if (!state) continue;
    if (rows.length === limit) return { rows, next: { row, reported } };
    let said: ReportedRow | undefined;
    while (!report.done && report.value.row <= row) {
      if (report.value.row === row) said = report.value;
      report = await reports.next();
      reported += 1;
    }
    if (only && only !== state) continue;
    rows.push({ row, state, problems: said?.problems ?? [], notes: said?.notes ?? [], title: title(cells) });
  }
  return { rows };
}

/** Numbers of people typed into the wrong column must not be shown where names are. */
const TELLING_DIGITS = /\d{15}/;

/** What a row is about: the cells that lists call its record by. None of them is sealed. */
function titleOf(job: ImportJob, columns: readonly ImportColumn[]): (cells: readonly Cell[]) => string {
  const register = importedRegister(job);
  const named = register.title.filter((key) => !register.fields[key]?.sealed);
  const places = named.flatMap((key) => columns.find(({ field }) => field === key)?.index ?? []);
  return (cells) =>
    places
      .map((index) => String(cells[index] ?? "").trim())
      .filter((text) => text !== "" && !TELLING_DIGITS.test(text))
      .join(" ");
}
