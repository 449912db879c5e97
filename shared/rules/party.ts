import type { FieldProblem } from "../contract/refusal.ts";

/** What an event asks of those who sign up. */
export type PartyRules = { readonly perPhoneMax?: number | undefined; readonly minAge?: number | undefined };

/** Problems of a sign-up's size and age with the event's own limits (每号人数上限, 最低年龄). */
export function partyProblems(
  rules: PartyRules,
  given: { partySize?: number | undefined; age?: number | undefined },
): FieldProblem[] {
  const problems: FieldProblem[] = [];
  const max = rules.perPhoneMax ?? 1;
  if (given.partySize !== undefined && given.partySize > max) {
    problems.push({ path: "partySize", code: "too-many-persons", params: { max } });
  }
  if (rules.minAge !== undefined && given.age !== undefined && given.age < rules.minAge) {
    problems.push({ path: "age", code: "too-young", params: { min: rules.minAge } });
  }
  return problems;
}
