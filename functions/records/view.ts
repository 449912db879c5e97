import type { Value } from "../../shared/schema/field.ts";
import type { Register } from "../../shared/schema/register.ts";
import type { HistoryEntry } from "../store/history.ts";
import type { StoredRecord } from "../store/records.ts";

/** A record as it is sent: sealed columns masked, restricted ones left out for who lacks the right. */
export type RecordView = {
  readonly id: string;
  readonly version: number;
  readonly values: Readonly<Record<string, Value>>;
  readonly updatedAt: string;
  readonly updatedBy: string;
};

/** A record by itself, with the steps its flow has taken: who, when, and whether late. */
export function viewWhole(register: Register, record: StoredRecord, sees: Sees) {
  return { ...viewRecord(register, record, sees), ...(record.steps && { steps: viewSteps(record) }) };
}

/** The steps of a record: who, when, and whether late. */
export function viewSteps({ steps = [] }: StoredRecord) {
  return steps.map(({ by, at, ...step }) => ({ ...step, by: by.name, at: new Date(at).toISOString() }));
}

export type Sees = (restricted: string) => boolean;

export function viewRecord(register: Register, record: StoredRecord, sees: Sees): RecordView {
  const values: Record<string, Value> = {};
  for (const [key, field] of Object.entries(register.fields)) {
    if (field.restricted && !sees(field.restricted)) continue;
    const value = record.sealed[key]?.mask ?? record.values[key];
    if (value !== undefined) values[key] = value;
  }
  return {
    id: record.id,
    version: record.version,
    values,
    updatedAt: new Date(record.updatedAt).toISOString(),
    updatedBy: record.updatedBy.name,
  };
}

/** A history entry as it is sent: the same columns as the record, sealed values masked on both sides. */
export function viewEntry(register: Register, entry: HistoryEntry, sees: Sees) {
  const changes: Record<string, readonly [Value, Value]> = {};
  for (const [key, [before, after]] of Object.entries(entry.changes)) {
    const field = register.fields[key];
    if (field && !(field.restricted && !sees(field.restricted))) changes[key] = [masked(before), masked(after)];
  }
  return {
    version: entry.version,
    at: new Date(entry.at).toISOString(),
    by: entry.by.name,
    action: entry.action,
    ...(entry.move !== undefined && { move: entry.move }),
    changes,
    ...(entry.reason !== undefined && { reason: entry.reason }),
  };
}

function masked(value: HistoryEntry["changes"][string][0]): Value {
  return typeof value === "object" && value !== null && "mask" in value ? value.mask : value;
}
