import type { Threshold } from "../../schema/parameter.ts";
import { type Finding, findingOf } from "../finding.ts";
import type { InForce } from "../in-force.ts";
import { leastMeeting, meets } from "../threshold.ts";

/**
 * What stands against opening with so many of those entitled (到会人数, C4, S3.18): 27 of 55 are not more than half, 28
 * are. A share nobody has read in its own text warns; the last one that was read stands in the way.
 */
export function quorumFindings(rule: InForce<Threshold>, present: number, due: number): readonly Finding[] {
  const needed = leastMeeting(due, rule.value);
  return findingOf(rule, "quorum-not-met", (threshold) => !meets(present, due, threshold), { present, due, needed });
}

/** The threshold that decides whether something is carried: the last one that was read, where the one in force was not. */
export function deciding({ value, checked, firm }: InForce<Threshold>): Threshold {
  return checked ? value : (firm?.value ?? value);
}
