import { invalid, Refusal } from "../../shared/contract/refusal.ts";
import { flowOf } from "../../shared/schema/flows.ts";
import type { Register } from "../../shared/schema/register.ts";
import type { StoredRecord } from "../store/records.ts";
import { stateOf } from "./progress.ts";

/** Refuses to touch these columns of a record whose flow has locked it, whoever asks and by whatever way. */
export function refuseLocked(register: Register, record: StoredRecord, columns: readonly string[]): void {
  if (columns.length > 0 && isLocked(register, record))
    throw invalid(...columns.map((path) => ({ path, code: "locked" })));
}

/** Refuses to delete a record whose flow has locked it, or keeps it once a step was taken. */
export function refuseLockedEnd(register: Register, record: StoredRecord): void {
  const isKept = flowOf(register.name, record.values)?.kept && (record.steps ?? []).length > 1;
  if (isKept || isLocked(register, record)) throw new Refusal("conflict", [{ path: "", code: "locked" }]);
}

function isLocked(register: Register, { values }: StoredRecord): boolean {
  const flow = flowOf(register.name, values);
  return flow?.locked?.includes(stateOf(flow, values)) ?? false;
}
