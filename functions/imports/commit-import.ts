import { Refusal } from "../../shared/contract/refusal.ts";
import type { Deps } from "../http/deps.ts";
import { requireChange } from "../jobs/job.ts";
import type { ImportJob } from "./import-job.ts";

/** Starts taking the rows (提交导入). Asking again while it works or when it is done changes nothing. */
export async function requestCommit(deps: Deps, job: ImportJob): Promise<void> {
  if (job.state === "open" || job.data.phase !== "commit") throw new Refusal("conflict");
  if (job.state !== "ready") return;
  await requireChange(deps, job, { state: job.total > 0 ? "queued" : "done", done: 0 });
}
