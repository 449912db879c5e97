import type { FieldProblem } from "../contract/refusal.ts";
import type { Values } from "../schema/field.ts";

/** A household counts as empty or as refusing only after so many attempts at different times (W11). */
export function attemptProblems(attempts: unknown, min: number | null): FieldProblem[] {
  const times = Array.isArray(attempts) ? attempts.map((one) => String(Reflect.get(Object(one), "at"))) : [];
  const tried = new Set(times).size;
  return min !== null && tried < min ? [{ path: "attempts", code: "too-few-attempts", params: { min, tried } }] : [];
}

/**
 * What is wrong with a household's census sheet: it counts its members once it has been visited, and tells about a
 * difference with the household booklet.
 */
export function censusProblems({ state, persons, members, matchesBooklet, difference }: Values): FieldProblem[] {
  const listed = Array.isArray(members) ? members.length : 0;
  const isCounted = state === "visited" || state === "done";
  return [
    ...(isCounted && typeof persons === "number" && persons !== listed
      ? [{ path: "persons", code: "members-differ", params: { listed } }]
      : []),
    ...(isCounted && matchesBooklet === false && !difference ? [{ path: "difference", code: "required" }] : []),
  ];
}
