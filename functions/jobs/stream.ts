import { startBlocks } from "../blocks/start-runs.ts";
import { passDue } from "../flows/pass.ts";
import type { Deps } from "../http/deps.ts";
import { logFault } from "../http/log.ts";
import { startRetention } from "../retention/start-runs.ts";
import { KINDS } from "./kinds.ts";
import { runJob } from "./run-job.ts";

/** What the function needs of a change of the Records table. */
export type JobChangeRecord = {
  readonly dynamodb?: {
    readonly Keys?: Readonly<Record<string, { readonly S?: string }>>;
    readonly SequenceNumber?: string;
  };
};
export type JobsEvent = { readonly Records?: readonly JobChangeRecord[] };
export type JobsAnswer = { batchItemFailures: { itemIdentifier: string }[] };

/**
 * Works a slice of every job that changed. One job that breaks is reported alone and tried again later; several
 * changes of one job are one slice. Without changes it is the schedule that calls, which starts the day's own work.
 */
export async function runChangedJobs(deps: Deps, { Records }: JobsEvent): Promise<JobsAnswer> {
  if (!Records) {
    await passDue(deps);
    await startRetention(deps);
    await startBlocks(deps);
    return { batchItemFailures: [] };
  }
  const changed = new Map<string, { community: string; id: string; sequence: string }>();
  for (const { dynamodb } of Records) {
    const [pk = "", sk = ""] = [dynamodb?.Keys?.pk?.S, dynamodb?.Keys?.sk?.S];
    if (!pk.startsWith("J#") || changed.has(`${pk}/${sk}`)) continue;
    changed.set(`${pk}/${sk}`, { community: pk.slice(2), id: sk, sequence: dynamodb?.SequenceNumber ?? "" });
  }
  const batchItemFailures: JobsAnswer["batchItemFailures"] = [];
  for (const { community, id, sequence } of changed.values()) {
    try {
      await runJob(deps, KINDS, community, id);
    } catch (error) {
      logFault(error);
      batchItemFailures.push({ itemIdentifier: sequence });
    }
  }
  return { batchItemFailures };
}
