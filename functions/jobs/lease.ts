import { Refusal } from "../../shared/contract/refusal.ts";
import type { Deps } from "../http/deps.ts";
import { getItem, updateItem } from "../store/items.ts";
import { expiry, type Job, partKey } from "./job.ts";

/** How long a worker has a job to itself without saying that it still works. */
const LEASE_MS = 15_000;

/** A worker's hold on a job (租约): two workers never do the same at once, and a dead one loses it. */
export type Lease = {
  /** Slices begun so far, this one included. */
  readonly slices: number;
  /** Slices in a row that broke. */
  readonly failures: number;
  /** Says that work goes on; asks the table only now and then. */
  renew(): Promise<void>;
  /** Gives the job free; `broken` when the slice did not end well. */
  release(broken: boolean): Promise<void>;
};

/** The lease of a job, or how many milliseconds another worker still has it. */
export async function takeLease(deps: Deps, job: Job): Promise<Lease | number> {
  const owner = deps.newId();
  const now = deps.now();
  const key = partKey(job.id, "LEASE");
  const taken = await updateItem(deps, key, {
    set: { owner, leasedUntil: now + LEASE_MS, ttl: expiry(deps) },
    add: { slices: 1 },
    condition: "attribute_not_exists(#owner) OR #leasedUntil < :now",
    given: { now },
  });
  if (!taken) return Math.max(1, Number((await getItem(deps, key))?.leasedUntil ?? 0) - now);
  const ours = { condition: "#owner = :owner", given: { owner } };
  let renewedAt = now;
  return {
    slices: Number(taken.slices ?? 1),
    failures: Number(taken.failures ?? 0),
    renew: async () => {
      if (deps.now() - renewedAt < LEASE_MS / 3) return;
      renewedAt = deps.now();
      // Another worker has taken it for dead: what this one would still do, that one does.
      if (!(await updateItem(deps, key, { set: { leasedUntil: renewedAt + LEASE_MS }, ...ours }))) {
        throw new Refusal("in-flight");
      }
    },
    release: async (broken) => {
      const set = broken ? { leasedUntil: 0 } : { leasedUntil: 0, failures: 0 };
      await updateItem(deps, key, { set, ...(broken && { add: { failures: 1 } }), ...ours });
    },
  };
}
