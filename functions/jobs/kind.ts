import type { Deps } from "../http/deps.ts";
import type { Job, JobChange } from "./job.ts";

/** One worker's turn at a job: how long it may work, and how it says that it still does. */
export type Turn = {
  readonly isOver: () => boolean;
  readonly renew: () => Promise<void>;
};

/** Where a slice leaves the job. `running` wakes the next slice. */
export type Outcome = JobChange & { readonly state: "running" | "done" | "failed" };

/**
 * One kind of long work (任务类型). A slice must be repeatable: a worker may die at any moment, and the next one
 * starts from what the slice has written.
 */
export type Kind = (deps: Deps, job: Job, turn: Turn) => Promise<Outcome>;
