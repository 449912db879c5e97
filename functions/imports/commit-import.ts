import { Refusal } from "../../shared/contract/refusal.ts";
import type { Deps } from "../http/deps.ts";
import { changeJob } from "../jobs/job.ts";
import { type ImportJob, importedRegister, requireImport } from "./import-job.ts";

/** Starts taking the rows (提交导入). Asking again, even at the same moment, or when it is done, changes nothing. */
export async function requestCommit(deps: Deps, job: ImportJob): Promise<void> {
  if (job.state === "open" || job.data.phase !== "commit") throw new Refusal("conflict");
  if (job.state !== "ready") return;
  if (await changeJob(deps, job, { state: job.total > 0 ? "queued" : "done", done: 0 })) return;
  const now = await requireImport(deps, importedRegister(job), job.community, job.id);
  if (now.state === "open" || now.state === "ready") throw new Refusal("in-flight");
}
