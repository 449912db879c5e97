import { Refusal } from "../../shared/contract/refusal.ts";
import type { Retention } from "../../shared/schema/retention.ts";
import { retentionActor } from "../../shared/words/retention.ts";
import type { Deps } from "../http/deps.ts";
import { logFault } from "../http/log.ts";
import type { Turn } from "../jobs/kind.ts";
import { deleteItem } from "../store/items.ts";
import { getRecord, type StoredRecord } from "../store/records.ts";
import type { Key } from "../store/table.ts";
import type { PlannedItem } from "../store/transact.ts";
import { purge } from "./purge.ts";
import { reported } from "./report.ts";

/** One turn at a community's deletions. */
export type Work = {
  readonly deps: Deps;
  /** The day of the run, under which it is reported. */
  readonly day: string;
  readonly turn: Turn;
  readonly tally: { done: number; failures: number };
};

/** How often a record is read again that somebody writes to at the same moment. */
const ATTEMPTS = 5;

export const context = { actor: retentionActor, action: "retention" } as const;

/** What its time counts from, as a record says it; undefined when that record is gone. */
export function sourceOf({ column }: Retention, record: StoredRecord | undefined): { from?: string } | undefined {
  if (!record || record.deleted) return undefined;
  const from = record.values[column];
  return typeof from === "string" ? { from } : {};
}

export type Target = { readonly community: string; readonly id: string; readonly foundBy: Key };
/** What else must hold while a record is deleted; `kept` when its time has not run out after all. */
export type Claim = (record: StoredRecord) => Promise<readonly PlannedItem[] | "kept">;

/**
 * Deletes one record whose time has run out, as it is now: who edited it a moment ago has edited it, and who comes a
 * moment later is told that it is gone. False when it must be kept after all, or could not be deleted.
 */
export async function deleteDue(work: Work, retention: Retention, target: Target, claim: Claim): Promise<boolean> {
  const { deps, day, turn, tally } = work;
  const { register } = retention;
  const { community, id, foundBy } = target;
  // Whoever has lost the job must stop here: this is not a fault of the record.
  await turn.renew();
  try {
    for (let attempt = 1; ; attempt += 1) {
      const record = await getRecord(deps, register.name, community, id, { deleted: true });
      if (!record) {
        await deleteItem(deps, foundBy);
        return true;
      }
      const claimed = record.deleted ? [] : await claim(record);
      if (claimed === "kept") return false;
      const counted = record.deleted ? [] : [reported(deps, community, day, register.name)];
      try {
        await purge(deps, register, record, { context, extra: [...claimed, ...counted], foundBy });
        if (counted.length > 0) tally.done += 1;
        return true;
      } catch (error) {
        if (!(error instanceof Refusal && error.code === "stale") || attempt >= ATTEMPTS) throw error;
      }
    }
  } catch (error) {
    logFault(error);
    tally.failures += 1;
    return false;
  }
}
