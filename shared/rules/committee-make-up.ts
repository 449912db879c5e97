import { bodySizeFindings } from "./body-size.ts";
import { type Finding, findingOf } from "./finding.ts";
import type { Rules } from "./in-force.ts";

/** Somebody in the residents' committee, elected or about to be. */
export type CommitteeMember = {
  readonly office: "director" | "deputy" | "member";
  readonly sex?: string;
  readonly police?: boolean;
  readonly graduate?: boolean;
  readonly publicSelected?: boolean;
};

/** How the policeman and the graduate among the deputies are there: one each, one who is both, or not. */
export type DeputyReading = "apart" | "one-person" | "missing";

export type MakeUp = { readonly findings: readonly Finding[]; readonly deputies: DeputyReading };

/**
 * Checks who a residents' committee is made up of (居委会组成, C1, S3.3, S3.4): its size, one director, women, a community
 * policeman and a college graduate among the deputies, and as many publicly selected deputies as the last term had.
 * The sentence on policeman and graduate can mean one person who is both: that is accepted and told.
 */
export function makeUpOf(
  members: readonly CommitteeMember[],
  publicSelectedBefore: number | undefined,
  rules: Rules,
  day: string,
): MakeUp {
  const deputies = members.filter(({ office }) => office === "deputy");
  const count = (is: (member: CommitteeMember) => boolean | undefined, among = members) => among.filter(is).length;
  const number = (name: string) => rules.number(`bodies.${name}`, day);
  const [police, graduates] = [number("deputyPolice"), number("deputyGraduates")];
  const publicSelected = count((member) => member.publicSelected, deputies);
  const isAsked = police.value !== null || graduates.value !== null;
  const findings: Finding[] = [
    ...bodySizeFindings("committee", members.length, rules, day),
    ...(count(({ office }) => office === "director") === 1
      ? []
      : [{ code: "one-director-needed", level: "fails" as const }]),
    ...findingOf(number("womenMin"), "women-too-few", (min) => count(({ sex }) => sex === "2") < min),
    ...findingOf(police, "deputy-police-missing", (min) => count((member) => member.police, deputies) < min),
    ...findingOf(graduates, "deputy-graduate-missing", (min) => count((member) => member.graduate, deputies) < min),
    ...(isAsked && publicSelectedBefore !== undefined && publicSelected !== publicSelectedBefore
      ? [{ code: "public-selected-changed", level: "fails" as const, params: { value: publicSelectedBefore } }]
      : []),
  ];
  return { findings, deputies: readingOf(deputies) };
}

function readingOf(deputies: readonly CommitteeMember[]): DeputyReading {
  const [police, graduates] = [deputies.filter((one) => one.police), deputies.filter((one) => one.graduate)];
  if (police.length === 0 || graduates.length === 0) return "missing";
  const isApart = police.some((one) => graduates.some((other) => other !== one));
  return isApart ? "apart" : "one-person";
}
