import { Refusal } from "../../shared/contract/refusal.ts";
import type { Deps } from "../http/deps.ts";
import { requireChange } from "../jobs/job.ts";
import { itemsBetween } from "../store/items.ts";
import { backReferencePartition } from "../store/table.ts";
import type { ImportJob } from "./import-job.ts";
import { currentRecords, type Touched, touchedRecords } from "./touched.ts";

/** Rows named in a refusal. */
const ROWS_NAMED = 100;

/**
 * Asks for everything an import did to be taken back (撤销导入): all of it or nothing. Refused, with the rows named,
 * when a record was changed since, or when something else has come to refer to it.
 */
export async function requestUndo(deps: Deps, job: ImportJob): Promise<void> {
  if (job.state === "queued" || job.state === "running") {
    if (job.data.phase !== "commit") return;
    throw new Refusal("in-flight");
  }
  if (job.state === "open" || job.state === "ready") throw new Refusal("conflict");
  if (job.data.undone) return;
  const touched = await touchedRecords(deps, job);
  const rows = await changedRows(deps, job.community, touched);
  if (rows.length > 0) throw undoRefused(rows);
  await requireChange(deps, job, {
    state: "queued",
    total: touched.length,
    done: 0,
    data: { ...job.data, phase: "undo", changedRows: [] },
  });
}

export function undoRefused(rows: readonly number[]): Refusal {
  return new Refusal("undo-refused", [], { rows: rows.slice(0, ROWS_NAMED), rowCount: rows.length });
}

/** The rows whose records are no longer as the import left them, or are referred to by others. */
export async function changedRows(deps: Deps, community: string, touched: readonly Touched[]): Promise<number[]> {
  const current = await currentRecords(deps, community, touched);
  const rows = new Set<number>();
  for (const { register, id, version, row } of touched) {
    const record = current.get(`${register}#${id}`);
    if (!record || record.deleted || record.version !== version) rows.add(row);
  }
  for (const row of await referredRows(deps, community, touched)) rows.add(row);
  return [...rows].sort((a, b) => a - b);
}

async function referredRows(deps: Deps, community: string, touched: readonly Touched[]): Promise<number[]> {
  const ours = new Map(touched.map((one) => [`${one.register}#${one.id}`, one]));
  const made = touched.filter(({ before }) => before === undefined);
  const rows: number[] = [];
  for (const register of new Set(made.map((one) => one.register))) {
    // The ids an import makes begin with its time, so that they lie together whatever else is in the list.
    const ids = made.filter((one) => one.register === register).map(({ id }) => id);
    const [from = "", to = from] = [ids.reduce(lesser), ids.reduce(greater)];
    const range = { pk: backReferencePartition(register, community), from: `${from}#`, to: `${to}#~`, only: "sk" };
    for await (const { sk } of itemsBetween(deps, range)) {
      const [to, from, , id] = String(sk).split("#");
      const target = ours.get(`${register}#${to}`);
      if (target && target.before === undefined && !ours.has(`${from}#${id}`)) rows.push(target.row);
    }
  }
  return rows;
}

const lesser = (a: string, b: string) => (a < b ? a : b);
const greater = (a: string, b: string) => (a < b ? b : a);
