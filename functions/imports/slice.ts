import type { Kind } from "../jobs/kind.ts";
import { asImport } from "./import-job.ts";
import { redoRows } from "./redo-rows.ts";
import { takeRows } from "./take-rows.ts";
import { undoRows } from "./undo-rows.ts";

/** A slice of an import's work: taking rows, taking them back, or putting back what was taken too early. */
export const importSlice: Kind = (deps, job, turn) => {
  const found = asImport(job);
  const { phase } = found.data;
  if (phase === "undo") return undoRows(deps, found, turn);
  return phase === "redo" ? redoRows(deps, found, turn) : takeRows(deps, found, turn);
};
