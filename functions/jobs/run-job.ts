import { setTimeout } from "node:timers/promises";
import type { Deps } from "../http/deps.ts";
import { log } from "../http/log.ts";
import { changeJob, type Job, readJob } from "./job.ts";
import type { Kind } from "./kind.ts";
import { type Lease, takeLease } from "./lease.ts";

/** A slice ends after this long, and the next one begins with fresh eyes. */
const SLICE_MS = 10_000;
/** No job needs more slices than this; one that does goes round in circles. */
const SLICES_MAX = 2_000;
/** A job that breaks so often in a row will not come right by itself. */
const FAILURES_MAX = 5;

/**
 * Works one slice of a job, if it has any to do and nobody else is at it. Ending a slice rewrites the job, which wakes
 * the next one through the table's stream; so a job goes on by itself and costs nothing while it rests.
 */
export async function runJob(
  deps: Deps,
  kinds: Readonly<Record<string, Kind>>,
  community: string,
  id: string,
): Promise<void> {
  const job = await readJob(deps, community, id);
  if (!job || !isRunnable(job)) return;
  const lease = await leaseOrWait(deps, job);
  if (!lease) return;
  // Between reading and leasing another worker may have finished it.
  const current = await readJob(deps, community, id);
  if (!current || !isRunnable(current)) return lease.release(false);
  if (lease.slices > SLICES_MAX || lease.failures >= FAILURES_MAX) {
    log.error("job given up", { job: id, kind: job.kind, slices: lease.slices, failures: lease.failures });
    await changeJob(deps, current, { state: "failed" });
    return lease.release(false);
  }
  await workSlice(deps, kinds, current, lease);
}

async function workSlice(deps: Deps, kinds: Readonly<Record<string, Kind>>, job: Job, lease: Lease): Promise<void> {
  try {
    const kind = kinds[job.kind];
    if (!kind) throw new Error(`There is no kind of job ${job.kind}`);
    const endsAt = deps.now() + SLICE_MS;
    const outcome = await kind(deps, job, { isOver: () => deps.now() >= endsAt, renew: lease.renew });
    await lease.release(false);
    // The lease is free before the job is written: the slice that this wakes must be able to take it.
    await changeJob(deps, job, outcome);
  } catch (error) {
    await lease.release(true);
    throw error;
  }
}

/**
 * A lease that another worker holds is waited for, once: if that worker lives, it wakes the next slice itself;
 * if it died, its lease has run out by then.
 */
async function leaseOrWait(deps: Deps, job: Job): Promise<Lease | undefined> {
  const first = await takeLease(deps, job);
  if (typeof first !== "number") return first;
  await setTimeout(first + 50);
  const second = await takeLease(deps, job);
  return typeof second === "number" ? undefined : second;
}

function isRunnable({ state }: Job): boolean {
  return state === "queued" || state === "running";
}
