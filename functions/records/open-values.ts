import type { Value, Values } from "../../shared/schema/field.ts";
import type { Deps } from "../http/deps.ts";
import type { StoredRecord } from "../store/records.ts";
import { unseal } from "./seal.ts";

/** All values of a record, sealed ones opened: for rules that need them, never for an answer. */
export async function openValues(deps: Deps, record: StoredRecord): Promise<Values> {
  const open: Record<string, Value> = { ...record.values };
  for (const [field, sealed] of Object.entries(record.sealed)) {
    open[field] = await unseal(deps, { ...record, field }, sealed);
  }
  return open;
}
