import { type Finding, findingOf } from "./finding.ts";
import type { Rules } from "./in-force.ts";

/** What stands against so many delegates of so many Party members (S3.9); without delegates all members meet. */
export function delegateFindings(members: number, delegates: number, rules: Rules, day: string): readonly Finding[] {
  if (delegates === 0) return [];
  const number = (name: string) => rules.number(`elections.${name}`, day);
  return [
    ...findingOf(number("delegatesFrom"), "delegates-not-allowed", (above) => members <= above),
    ...findingOf(number("delegatesMin"), "delegates-too-few", (least) => delegates < least),
    ...findingOf(number("delegatesMax"), "delegates-too-many", (most) => delegates > most),
  ];
}
