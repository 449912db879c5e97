import { type Finding, findingOf } from "./finding.ts";
import type { Rules } from "./in-force.ts";

/**
 * What stands against a committee formed in the way of before the 1980s' end (小组推举, S9.32): each resident group
 * recommends one member, and these one director and one to three deputies among them. Kept for records of that time.
 */
export function recommendedFindings(
  counts: { readonly groups: number; readonly members: number; readonly directors: number; readonly deputies: number },
  rules: Rules,
  day: string,
): readonly Finding[] {
  const [min, max] = [
    rules.number("bodies.recommendedDeputiesMin", day),
    rules.number("bodies.recommendedDeputiesMax", day),
  ];
  return [
    ...(counts.members === counts.groups
      ? []
      : [{ code: "one-member-a-group", level: "fails" as const, params: { value: counts.groups } }]),
    ...(counts.directors === 1 ? [] : [{ code: "one-director-needed", level: "fails" as const }]),
    ...findingOf(min, "deputies-too-few", (least) => counts.deputies < least),
    ...findingOf(max, "deputies-too-many", (most) => counts.deputies > most),
    ...(counts.directors + counts.deputies > counts.members
      ? [{ code: "officers-beyond-members", level: "fails" as const }]
      : []),
  ];
}
