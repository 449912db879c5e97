import { textProblem } from "../../rules/clean-text.ts";
import type { Value } from "../field.ts";
import type { Checked, FieldOf, Kind, Reading, Showing } from "../kind.ts";

const REFERENCES_MAX = 50;

/** A record of another list (引用), kept as its id and shown by its title. */
export const reference: Kind<FieldOf<"reference">> = {
  check: (value) => (isId(value) ? { value } : { problem: "unknown-reference" }),
  read: (written, field, reading) => resolved(written, field.to, reading),
  show: (value, field, showing) => titled(String(value), field.to, showing),
};

/** Several records of another list (多个引用). */
export const references: Kind<FieldOf<"references">> = {
  check: (value) => {
    if (!Array.isArray(value) || !value.every(isId)) return { problem: "unknown-reference" };
    if (value.length > REFERENCES_MAX) return { problem: "too-many-rows", params: { max: REFERENCES_MAX } };
    const ids = [...new Set<string>(value)];
    return { value: ids.length > 0 ? ids : null };
  },
  read: (written, field, reading) => {
    const ids: string[] = [];
    for (const name of namesIn(written, "references")) {
      const one = resolved(name, field.to, reading);
      if (one.problem !== undefined) return one;
      ids.push(String(one.value));
    }
    return references.check(ids, field, reading);
  },
  show: (value, field, showing) => (value as readonly string[]).map((id) => titled(id, field.to, showing)).join("、"),
};

/** The titles of records that a text names. */
export function namesIn(written: string, kind: "reference" | "references"): readonly string[] {
  const parts = kind === "reference" ? [written] : written.split(/[、;；\n]/);
  return parts.map((part) => part.trim()).filter((part) => part !== "");
}

/** The ids a reference column's value points to. */
export function referencedIds(value: Value | undefined): readonly string[] {
  if (typeof value === "string") return [value];
  return Array.isArray(value) ? value.filter((id): id is string => typeof id === "string") : [];
}

function isId(value: unknown): value is string {
  return typeof value === "string" && value.length > 0 && value.length <= 120 && !textProblem(value, false);
}

function resolved(written: string, to: string, reading: Reading): Checked {
  const text = written.trim();
  const id = reading.resolve?.(to, text);
  return id === undefined ? { problem: "unknown-reference" } : { value: id };
}

function titled(id: string, to: string, showing: Showing): string {
  return showing.titleOf?.(to, id) ?? id;
}
