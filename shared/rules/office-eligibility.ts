import { ageOn } from "./calendar.ts";
import { type Finding, findingOf } from "./finding.ts";
import type { Rules } from "./in-force.ts";

/** What is known of somebody who stands for an office. `education` is a code of GB/T 4658. */
export type Standing = { readonly birth: string; readonly education: string; readonly livesHere: boolean };

/**
 * What stands against a publicly selected deputy (公选副主任, S3.15): who does not usually live here, is over the age, or
 * has not finished senior high school.
 */
export function publicDeputyFindings(person: Standing, day: string, rules: Rules): readonly Finding[] {
  const most = rules.number("elections.publicDeputyMaxAge", day);
  const asks = most.value !== null;
  return [
    ...findingOf(most, "too-old", (age) => ageOn(person.birth, day) > age),
    ...(asks && !person.livesHere ? [{ code: "not-living-here", level: "fails" as const }] : []),
    ...(asks && !isSeniorHigh(person.education) ? [{ code: "education-too-low", level: "fails" as const }] : []),
  ];
}

/** What stands against a head of the Party organisation (S3.15): the age is said "in principle" and only told. */
export function partyHeadFindings(person: Standing, day: string, rules: Rules): readonly Finding[] {
  const most = rules.number("elections.partyHeadMaxAge", day);
  const age = findingOf(most, "too-old-in-principle", (limit) => ageOn(person.birth, day) > limit);
  return [
    ...age.map((finding) => ({ ...finding, level: "warns" as const })),
    ...(most.value !== null && !isSeniorHigh(person.education)
      ? [{ code: "education-too-low", level: "fails" as const }]
      : []),
  ];
}

/** Senior high school or more (高中以上), secondary vocational schools included: groups 10 to 60 of GB/T 4658. */
export function isSeniorHigh(education: string): boolean {
  return /^[1-6]\d$/.test(education);
}
