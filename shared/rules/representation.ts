import { type Finding, findingOf } from "./finding.ts";
import type { Rules } from "./in-force.ts";
import { meets } from "./threshold.ts";

/** How many representatives may come from somewhere. `least` over `most` where no number fits. */
export type Span = { readonly least: number; readonly most: number };

/**
 * How many representatives groups, households and large units may send (选民代表名额, C3, S3.10): so many a group, or
 * one for so many households, and so many for each large unit.
 */
export function representativeSpans(
  counts: { readonly groups: number; readonly households: number; readonly units: number },
  rules: Rules,
  day: string,
): { readonly byGroups: Span; readonly byHouseholds: Span; readonly fromUnits: Span } {
  const number = (name: string) => rules.number(`elections.${name}`, day).value ?? 0;
  return {
    byGroups: { least: counts.groups * number("groupRepsMin"), most: counts.groups * number("groupRepsMax") },
    byHouseholds: {
      least: Math.ceil(counts.households / Math.max(1, number("householdsPerRepMax"))),
      most: Math.floor(counts.households / Math.max(1, number("householdsPerRepMin"))),
    },
    fromUnits: { least: counts.units * number("unitRepsMin"), most: counts.units * number("unitRepsMax") },
  };
}

/** What stands against so many representatives, of whom so many are residents: the usual total only warns. */
export function representativeFindings(
  total: number,
  residents: number,
  rules: Rules,
  day: string,
): readonly Finding[] {
  const [min, max] = [rules.number("elections.repsUsualMin", day), rules.number("elections.repsUsualMax", day)];
  const share = rules.threshold("elections.residentShare", day);
  const unusual = [
    ...findingOf(min, "reps-below-usual", (least) => total < least),
    ...findingOf(max, "reps-above-usual", (most) => total > most),
  ];
  return [
    ...unusual.map((finding) => ({ ...finding, level: "warns" as const })),
    ...findingOf(share, "reps-residents-too-few", (threshold) => !meets(residents, total, threshold)),
  ];
}
