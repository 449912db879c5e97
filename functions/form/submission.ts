import type { FieldProblem } from "../../shared/contract/refusal.ts";
import { dayOf } from "../../shared/rules/calendar.ts";
import { partyProblems } from "../../shared/rules/party.ts";
import type { Value } from "../../shared/schema/field.ts";
import type { Register } from "../../shared/schema/register.ts";
import { readValue } from "../../shared/schema/value.ts";
import { type CommunityEvent, isTrip } from "../sign-ups/community-event.ts";

/** The questions an event's form asks, in order. No more than the event needs (PIPL 6). */
export function questionsOf(event: CommunityEvent): readonly string[] {
  return [
    "name",
    "phone",
    ...((event.perPhoneMax ?? 1) > 1 ? ["partySize"] : []),
    ...(event.minAge !== undefined || isTrip(event) ? ["age"] : []),
    ...(isTrip(event) ? ["emergency", "health"] : []),
  ];
}

/** What a resident sent (提交): readable values, and every problem with the rest. */
export type Submission = {
  readonly given: Readonly<Record<string, Value>>;
  readonly problems: readonly FieldProblem[];
};

export function readSubmission(
  register: Register,
  event: CommunityEvent,
  form: URLSearchParams,
  now: number,
): Submission {
  const given: Record<string, Value> = {};
  const problems: FieldProblem[] = [];
  for (const key of questionsOf(event)) {
    const field = register.fields[key];
    if (!field) throw new Error(`A sign-up has no column ${key}`);
    const read = readValue(form.get(key) ?? "", field, { today: dayOf(now) });
    if (read.problem !== undefined) {
      problems.push({ path: key, code: read.problem, ...(read.params && { params: read.params }) });
    } else if (read.value !== null) given[key] = read.value;
    else if (field.required) problems.push({ path: key, code: "required" });
  }
  const number = (key: string) => (typeof given[key] === "number" ? given[key] : undefined);
  problems.push(...partyProblems(event, { partySize: number("partySize"), age: number("age") }));
  if (given.health !== undefined && !form.get("healthConsent")) {
    problems.push({ path: "healthConsent", code: "health-consent" });
  }
  if (!form.get("consent")) problems.push({ path: "consent", code: "consent" });
  return { given, problems };
}
