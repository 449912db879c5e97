import type { StandingCheck } from "../../schema/vote.ts";
import { ageOn } from "../calendar.ts";
import { type Finding, findingOf } from "../finding.ts";
import type { Rules } from "../in-force.ts";
import { publicDeputyFindings } from "../office-eligibility.ts";

/** Somebody who stands for an office, as far as it is known. */
export type Candidate = {
  readonly id: string;
  readonly name: string;
  readonly office: string;
  readonly resident?: string;
  readonly birth?: string;
  readonly education?: string;
  readonly publicSelected?: boolean;
  readonly livesHere?: boolean;
  readonly nominatedBy?: string;
  readonly nominators?: number;
};

/** Who does what at the meeting (会务分工). */
export type Officer = { readonly name: string; readonly role?: string };

/** What candidates are held against: who does what at the meeting, and who holds which post. */
export type StandingAt = {
  readonly day: string;
  readonly officers: readonly Officer[];
  readonly posts: readonly { readonly name: string; readonly resident?: string; readonly post: string }[];
};

/** How many must put somebody forward together, by way of nomination (S3.11). */
const NOMINATORS: Readonly<Record<string, string>> = {
  voters: "elections.nominatingVoters",
  households: "elections.nominatingHouseholds",
  groups: "elections.nominatingGroups",
};
/** Who supervises is not of the committee, cashier or accountant (S7.4). */
const SUPERVISED = new Set(["director", "deputy", "member", "cashier", "accountant"]);

/**
 * What stands against a candidate (候选人资格): who is not yet of age, was put forward by too few (S3.11), serves at the
 * meeting or sits in its leading group (S3.6, S3.16), and what the office itself asks for (S3.15, S7.4).
 */
export function candidateFindings(
  candidate: Candidate,
  at: StandingAt,
  rules: Rules,
  checks: readonly StandingCheck[] = [],
): readonly Finding[] {
  const { name, birth, nominatedBy, nominators } = candidate;
  const { day } = at;
  const asks = nominatedBy === undefined ? undefined : NOMINATORS[nominatedBy];
  return [
    ...(birth === undefined
      ? []
      : findingOf(rules.number("elections.votingAge", day), "under-age", (age) => ageOn(birth, day) < age)),
    ...(asks === undefined
      ? []
      : findingOf(rules.number(asks, day), "too-few-nominators", (least) => (nominators ?? 0) < least)),
    ...(at.officers.some((officer) => officer.name === name)
      ? [{ code: "candidate-serves", level: "fails" as const }]
      : []),
    ...(checks.includes("office") ? deputyFindings(candidate, day, rules) : []),
    ...(checks.includes("supervision") && at.posts.some((held) => SUPERVISED.has(held.post) && isSame(held, candidate))
      ? [{ code: "supervision-and-committee", level: "fails" as const }]
      : []),
  ].map((finding) => ({ ...finding, params: { ...finding.params, name } }));
}

/** Names that stand twice: the same resident, or the same name with the same birth date or none. */
export function twiceFindings(candidates: readonly Candidate[]): readonly Finding[] {
  const seen = new Set<string>();
  const twice = candidates.filter(({ resident, name, birth = "" }) => {
    const keys = [...(resident === undefined ? [] : [`#${resident}`]), `${name} ${birth}`];
    const isSeen = keys.some((key) => seen.has(key));
    for (const key of keys) seen.add(key);
    return isSeen;
  });
  return twice.map(({ name }) => ({ code: "candidate-twice", level: "fails", params: { name } }));
}

/** What a publicly selected deputy must be; what is not known of them is told and stops nobody. */
function deputyFindings({ office, publicSelected, birth, education, livesHere }: Candidate, day: string, rules: Rules) {
  if (office !== "deputy" || !publicSelected) return [];
  if (birth === undefined || education === undefined) {
    const asks = rules.number("elections.publicDeputyMaxAge", day).value !== null;
    return asks ? [{ code: "standing-unknown", level: "warns" as const }] : [];
  }
  return publicDeputyFindings({ birth, education, livesHere: livesHere !== false }, day, rules);
}

function isSame(a: { name: string; resident?: string }, b: { name: string; resident?: string }): boolean {
  return a.resident !== undefined && b.resident !== undefined ? a.resident === b.resident : a.name === b.name;
}
