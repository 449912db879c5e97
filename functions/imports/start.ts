import { invalid, Refusal } from "../../shared/contract/refusal.ts";
import { FileProblem } from "../../shared/files/file-problem.ts";
import { FILE_ROWS_MAX, readFile } from "../../shared/files/read-file.ts";
import type { Rights } from "../../shared/guard/rights.ts";
import { type DataRow, findTable } from "../../shared/import/find-table.ts";
import { type ImportColumn, matchColumns } from "../../shared/import/match-columns.ts";
import type { Register } from "../../shared/schema/register.ts";
import { REGISTERS } from "../../shared/schema/registers.ts";
import type { Deps } from "../http/deps.ts";
import { addJob, requireChange } from "../jobs/job.ts";
import { onceId } from "../records/once.ts";
import { type ImportData, type ImportJob, importTargets, NO_ROWS, readColumns, requireImport } from "./import-job.ts";
import { rowsFrom, savePart, saveRows } from "./parts.ts";
import { evaluateImport, type Preview } from "./preview.ts";

/** Who imports into which list, and what makes a repeated request the same one. */
export type Request = {
  readonly register: Register;
  readonly community: string;
  readonly actor: { readonly account: string; readonly name: string };
  readonly rights: Rights;
  readonly once?: { readonly key: string; readonly body: string } | undefined;
};

/** Takes a whole file: finds the table in it, keeps its rows sealed and says what would become of them. */
export async function startFromFile(deps: Deps, request: Request, bytes: Uint8Array): Promise<Preview> {
  const job = newImport(deps, request);
  const table = findTable(await readSheets(bytes), importTargets(job));
  if (!table) throw invalid({ path: "file", code: "no-header" });
  if (table.rows.length === 0) throw invalid({ path: "file", code: "no-rows" });
  if (table.rows.length > FILE_ROWS_MAX) throw tooManyRows();
  const columns = matchColumns(
    importTargets(job),
    table.headers,
    table.rows.map(({ cells }) => cells),
  );
  const begun = await begin(deps, request, job);
  if (begun.columns) return { ...begun, columns: begun.columns };
  await saveRows(deps, job.id, table.rows);
  return evaluateImport(deps, begun.job, columns);
}

/** Begins an import whose rows come in parts: the headings first, as the file has them. */
export async function startFromColumns(deps: Deps, request: Request, headers: readonly string[]): Promise<Preview> {
  const job = newImport(deps, request);
  const columns = matchColumns(importTargets(job), headers, []);
  const begun = await begin(deps, request, job);
  if (begun.columns) return { ...begun, columns: begun.columns };
  await savePart(deps, job.id, "COLUMNS", columns);
  return { job: begun.job, columns };
}

/** So few rows are evaluated with every part; of more, only when the caller says that a part is the last. */
const FEW_ROWS = 2_000;

/** Keeps a part of the rows; with the last one everything is evaluated. */
export async function addRows(
  deps: Deps,
  job: ImportJob,
  rows: readonly DataRow[],
  last: boolean | undefined,
): Promise<Preview | undefined> {
  if (job.state !== "open" && job.state !== "ready") throw new Refusal("conflict");
  if (rows.some(({ row }) => row > FILE_ROWS_MAX + 100)) throw tooManyRows();
  await saveRows(
    deps,
    job.id,
    [...rows].sort((a, b) => a.row - b.row),
  );
  // Contents tell more about columns than headings alone.
  const looked: DataRow["cells"][] = [];
  let count = 0;
  for await (const { cells } of rowsFrom(deps, job.id, 0)) {
    if (looked.length < 50) looked.push(cells);
    count += 1;
    if (count >= FEW_ROWS || (last !== undefined && count >= 50)) break;
  }
  if (last === false || (last === undefined && count >= FEW_ROWS)) {
    // What was said of the rows so far is not the whole any more.
    if (job.state === "ready") await requireChange(deps, job, { state: "open" });
    return undefined;
  }
  if (count === 0) throw invalid({ path: "rows", code: "no-rows" });
  const headers = (await readColumns(deps, job)).map(({ header }) => header);
  return evaluateImport(deps, job, matchColumns(importTargets(job), headers, looked));
}

/** Corrects which column is which (列对应), and evaluates again. Columns not named stay as they are. */
export async function correctColumns(
  deps: Deps,
  job: ImportJob,
  corrections: readonly { readonly index: number; readonly field: string | null }[],
): Promise<Preview> {
  // Open is also what is left by a correction that died on its way.
  if (job.state !== "ready" && job.state !== "open") throw new Refusal("in-flight");
  const targets = new Map(importTargets(job).map((target) => [target.path, target]));
  const columns = new Map((await readColumns(deps, job)).map((column) => [column.index, column]));
  const problems = corrections.flatMap(({ index, field }, place) => {
    if (!columns.has(index)) return [{ path: `columns.${place}.index`, code: "unknown-column" }];
    const target = field === null ? undefined : targets.get(field);
    if (field === null || (target && !target.barred)) return [];
    return [{ path: `columns.${place}.field`, code: target?.barred ?? "unknown-field" }];
  });
  for (const { index, field } of corrections) {
    const column = columns.get(index);
    if (column) columns.set(index, corrected(column, field));
  }
  const fields = [...columns.values()].flatMap(({ field }) => field ?? []);
  const twice = corrections.findIndex(
    ({ field }) => field !== null && fields.filter((one) => one === field).length > 1,
  );
  if (twice >= 0) problems.push({ path: `columns.${twice}.field`, code: "column-twice" });
  if (problems.length > 0) throw invalid(...problems);
  return evaluateImport(deps, job, [...columns.values()]);
}

function corrected({ note: _, ...column }: ImportColumn, field: string | null): ImportColumn {
  return { ...column, field, confidence: field === null ? 0 : 1 };
}

function newImport(deps: Deps, { register, community, actor, rights, once }: Request): ImportJob {
  const restricted = [...REGISTERS.values()].flatMap(({ fields }) =>
    Object.values(fields).map((field) => field.restricted),
  );
  const data: ImportData = {
    register: register.name,
    counts: NO_ROWS,
    phase: "commit",
    attempt: 0,
    undone: false,
    careful: 0,
    stuck: { row: 0, times: 0 },
    changedRows: [],
    sees: [...new Set(restricted)].filter((name) => name !== undefined && rights.restricted(name)).map(String),
    imports: [...REGISTERS.keys()].filter((name) => rights.can("import", name)),
    ...(once && { once: once.body }),
  };
  return {
    community,
    id: once ? onceId("imports", community, once) : deps.newId(),
    kind: "import",
    state: "open",
    account: actor.account,
    name: actor.name,
    createdAt: deps.now(),
    total: 0,
    done: 0,
    turn: 0,
    data,
  };
}

/** Keeps the new import, or finds what the same request has begun before; with its columns where that is done. */
async function begin(
  deps: Deps,
  { register, once }: Request,
  job: ImportJob,
): Promise<Pick<Preview, "job"> & Partial<Preview>> {
  if (await addJob(deps, job)) return { job };
  const before = await requireImport(deps, register, job.community, job.id);
  if (before.data.once !== once?.body) throw new Refusal("key-reused");
  // An earlier request that died before it was done is done again: its parts are the same.
  if (before.state === "open") {
    await requireChange(deps, before, {});
    return { job: { ...before, turn: before.turn + 1 } };
  }
  return { job: before, columns: await readColumns(deps, before) };
}

async function readSheets(bytes: Uint8Array) {
  try {
    return await readFile(bytes);
  } catch (error) {
    if (!(error instanceof FileProblem)) throw error;
    const problem = { path: "file", code: error.code, params: error.params };
    throw error.code === "file-too-large" ? new Refusal("too-large", [problem]) : invalid(problem);
  }
}

function tooManyRows(): Refusal {
  return invalid({ path: "file", code: "file-too-many-rows", params: { max: FILE_ROWS_MAX } });
}
