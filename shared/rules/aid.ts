import type { FieldProblem } from "../contract/refusal.ts";
import type { Values } from "../schema/field.ts";

/**
 * What is wrong with the visits on which an application for aid rests: each was to that household and not before it
 * applied, and together they were made by enough people, of whom the applicant is none. Somebody with two posts is one.
 */
export function aidVisitProblems(
  { household, applied, applicant }: Values,
  visits: readonly Values[],
  visitors: readonly Values[],
  min: number | null,
): FieldProblem[] {
  if (visits.some((visit) => visit.household !== household)) return [{ path: "visits", code: "other-household" }];
  const first = String(applied ?? "");
  if (visits.some(({ on }) => String(on) < first)) return [{ path: "visits", code: "before-application" }];
  const others = visitors.filter(({ resident }) => resident === undefined || resident !== applicant);
  const count = new Set(others.map(({ account, person }) => String(account ?? person))).size;
  return min !== null && count < min ? [{ path: "visits", code: "too-few-visitors", params: { min, count } }] : [];
}
