import type { FieldProblem } from "../contract/refusal.ts";
import type { Values } from "../schema/field.ts";

/** How often somebody must have tried, at different times, before a household counts as empty or as refusing (W11). */
const ATTEMPTS_MIN = 3;

/** States in which nobody was met however often they tried. */
const UNMET = new Set(["empty", "refused"]);

/**
 * What is wrong with a household's census sheet: it counts its members once it has been visited, tells about a difference
 * with the household booklet, and is given up only after three attempts at different times.
 */
export function censusProblems({
  state,
  attempts,
  persons,
  members,
  matchesBooklet,
  difference,
}: Values): FieldProblem[] {
  const times = Array.isArray(attempts) ? attempts.map((one) => String(Reflect.get(Object(one), "at"))) : [];
  const tried = new Set(times).size;
  const listed = Array.isArray(members) ? members.length : 0;
  const isCounted = state === "visited" || state === "done";
  return [
    ...(UNMET.has(String(state)) && tried < ATTEMPTS_MIN
      ? [{ path: "attempts", code: "too-few-attempts", params: { min: ATTEMPTS_MIN, tried } }]
      : []),
    ...(isCounted && typeof persons === "number" && persons !== listed
      ? [{ path: "persons", code: "members-differ", params: { listed } }]
      : []),
    ...(isCounted && matchesBooklet === false && !difference ? [{ path: "difference", code: "required" }] : []),
  ];
}
