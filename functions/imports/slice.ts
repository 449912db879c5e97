import type { Kind } from "../jobs/kind.ts";
import { asImport } from "./import-job.ts";
import { takeRows } from "./take-rows.ts";
import { undoRows } from "./undo-rows.ts";

/** A slice of an import's work: taking rows, or taking them back. */
export const importSlice: Kind = (deps, job, turn) => {
  const found = asImport(job);
  return found.data.phase === "undo" ? undoRows(deps, found, turn) : takeRows(deps, found, turn);
};
