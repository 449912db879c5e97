import { type Finding, findingOf } from "./finding.ts";
import type { InForce, Rules } from "./in-force.ts";

/** Bodies whose size a rule says: residents' committee, Party branch, general branch and committee, supervision. */
export const SIZED_BODIES = ["committee", "branch", "general", "partyCommittee", "supervision"] as const;
export type SizedBody = (typeof SIZED_BODIES)[number];

/**
 * Whether a body may have so many members (C1, S3.2, S3.3, S7.4): within its bounds and odd where it must be; over the
 * usual but not over the most is only told.
 */
export function bodySizeFindings(body: SizedBody, members: number, rules: Rules, day: string): readonly Finding[] {
  const number = (name: string) => rules.number(`bodies.${body}${name}`, day);
  const odd = oddRule(body, rules, day);
  return [
    ...findingOf(number("Min"), "body-too-small", (min) => members < min),
    ...findingOf(number("Max"), "body-too-large", (max) => members > max),
    ...(odd ? findingOf(odd, "body-even", (must) => must && members % 2 === 0) : []),
    ...usualFinding(body, members, rules, day),
  ];
}

function oddRule(body: SizedBody, rules: Rules, day: string): InForce<boolean> | undefined {
  if (body === "supervision") return undefined;
  return rules.flag(body === "committee" ? "bodies.committeeOdd" : "bodies.partyOdd", day);
}

function usualFinding(body: SizedBody, members: number, rules: Rules, day: string): readonly Finding[] {
  if (body !== "branch" && body !== "general") return [];
  const usual = rules.number(`bodies.${body}Usual`, day);
  const most = rules.number(`bodies.${body}Max`, day).value;
  const isOver = usual.value !== null && members > usual.value && members <= (most ?? members);
  if (!isOver) return [];
  return [{ code: "body-over-usual", level: "warns", params: { value: usual.value }, parameter: usual.parameter }];
}
