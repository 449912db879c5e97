import type { FieldProblem } from "../contract/refusal.ts";
import type { Values } from "../schema/field.ts";
import { STAFF_POSTS } from "./staff.ts";

/**
 * What is wrong with the visits on which an application for aid rests: each was to that household and not before it
 * applied, and together they were made by enough of the staff, of whom the applicant is none. Somebody with two posts is one.
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
  const isOther = ({ resident }: Values) => resident === undefined || resident !== applicant;
  const others = visitors.filter((one) => STAFF_POSTS.some((post) => post === one.post) && isOther(one));
  const count = new Set(others.map(({ account, person }) => String(account ?? person))).size;
  return min !== null && count < min ? [{ path: "visits", code: "too-few-visitors", params: { min, count } }] : [];
}

/** Whether a publication displays an application (救助公示). */
export function isDisplayOf({ kind, applications }: Values, application: string): boolean {
  return (
    kind === "aid" &&
    String(applications ?? "")
      .split(" ")
      .includes(application)
  );
}

type Publication = { readonly id: string; readonly values: Values };

/**
 * Whether an application has been on display to the end (公示期满) since it was sent up. What was taken down shows nothing,
 * nor does what a correction took the place of: that one has to run to its end instead.
 */
export function wasDisplayed(publications: readonly Publication[], application: string, sentOn: string): boolean {
  const isPublic = ({ values: { state } }: Publication) =>
    state === "posted" || state === "archived" || state === "withdrawn";
  const displays = publications.filter((one) => isPublic(one) && isDisplayOf(one.values, application));
  const replaced = new Set(displays.map(({ values: { corrects } }) => corrects));
  return displays.some(
    ({ id, values: { state, from } }) => state === "archived" && String(from) >= sentOn && !replaced.has(id),
  );
}
