import type { Value } from "../../shared/schema/field.ts";
import { referencedIds } from "../../shared/schema/kinds/reference.ts";
import type { Register } from "../../shared/schema/register.ts";
import type { Deps } from "../http/deps.ts";
import { traceRemovals } from "../sign-ups/traces.ts";
import type { HistoryEntry } from "../store/history.ts";
import type { StoredRecord } from "../store/records.ts";
import { backReferenceKey, type Key } from "../store/table.ts";
import type { PlannedItem } from "../store/transact.ts";

/** Every value that a record's columns ever held, as its history tells. */
export type Held = ReadonlyMap<string, readonly Value[]>;

export function heldIn(register: Register, entries: readonly HistoryEntry[]): Held {
  const held = new Map<string, Value[]>();
  for (const { changes } of entries) {
    for (const [key, sides] of Object.entries(changes)) {
      if (!register.fields[key]) continue;
      for (const value of sides) {
        // What is sealed is found by no item of its own.
        if (value === null || (typeof value === "object" && "box" in value)) continue;
        held.set(key, [...(held.get(key) ?? []), value]);
      }
    }
  }
  return held;
}

/** Where other records may still say that this one refers to them. */
export function backReferencesOf(register: Register, { community, id }: StoredRecord, held: Held): Key[] {
  return Object.entries(register.fields).flatMap(([field, definition]) => {
    if (definition.kind !== "reference" && definition.kind !== "references") return [];
    const targets = new Set((held.get(field) ?? []).flatMap(referencedIds));
    return [...targets].map((target) =>
      backReferenceKey({ register: definition.to, community, id: target }, { register: register.name, field, id }),
    );
  });
}

/** What removes the things that a list of its own kind keeps beside its records. */
export async function heldRemovals(
  deps: Deps,
  register: Register,
  { community, id }: StoredRecord,
  held: Held,
): Promise<PlannedItem[]> {
  if (!register.queue) return [];
  const events = textsOf(held, register.queue.of);
  return traceRemovals(deps, { community, id, events, phones: textsOf(held, "phone") });
}

const textsOf = (held: Held, key: string): string[] => [
  ...new Set((held.get(key) ?? []).filter((value) => typeof value === "string")),
];
