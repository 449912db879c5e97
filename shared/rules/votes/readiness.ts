import { isOnPeople, type VoteRule } from "../../schema/vote.ts";
import { candidatesFor } from "../candidate-margin.ts";
import { type Finding, findingOf } from "../finding.ts";
import type { InForce, Rules } from "../in-force.ts";
import { meets } from "../threshold.ts";
import { quorumFindings } from "./quorum.ts";
import { type Candidate, candidateFindings, type StandingAt, twiceFindings } from "./standing.ts";

/** A vote that is about to be opened. */
export type Preparation = StandingAt & {
  readonly due: number;
  readonly present: number;
  readonly method: string;
  readonly seats: number;
  /** The first round is held to the margin; a run-off is among those who are left. */
  readonly round: number;
  readonly candidates: readonly Candidate[];
  readonly proposers?: { readonly kind: string; readonly count: number; readonly of: number };
  /** What the person to be recalled said, or that they had nothing to say (S8.6). */
  readonly statement?: string;
};

/** Everything that stands against opening a vote (S3.11-S3.19), and what is only told. */
export function readiness(rule: VoteRule, vote: Preparation, rules: Rules): readonly Finding[] {
  const { day, due, present } = vote;
  return [
    ...quorumFindings(rules.threshold(rule.quorum, day), present, due),
    ...proposersFindings(rule, vote, rules),
    ...(isOnPeople(rule) ? peopleFindings(rule, vote, rules) : []),
  ];
}

/** The numbers a vote hangs on, each with its source. */
export function actingRules(rule: VoteRule, day: string, rules: Rules): readonly InForce[] {
  const { quorum, pass, margin, seats } = rule;
  const named = [quorum, pass, margin?.rate, margin?.least, seats?.least, seats?.most];
  return [...new Set(named.flatMap((name) => name ?? []))].map((name) => rules.at(name, day));
}

/** How many candidates an election of so many seats needs at least; as many as seats where no margin is asked for. */
export function candidatesNeeded(rule: VoteRule, seats: number, day: string, rules: Rules): number {
  if (!rule.margin) return seats;
  const rate = rules.number(rule.margin.rate, day).value ?? 0;
  return candidatesFor(seats, rate, rules.number(rule.margin.least, day).value ?? 0);
}

function peopleFindings(rule: VoteRule, vote: Preparation, rules: Rules): readonly Finding[] {
  const { candidates, seats, day, method } = vote;
  const isBallot = method === "ballot";
  const serves = (role: string) => vote.officers.some((officer) => officer.role === role);
  return [
    ...(vote.round > 1 ? [] : firstRoundFindings(rule, vote, rules)),
    // One ballot for one office: of two who stand for director not both can be elected.
    ...(new Set(candidates.map(({ office }) => office)).size > 1 ? [fails("offices-mixed")] : []),
    ...twiceFindings(candidates),
    ...candidates.flatMap((candidate) => candidateFindings(candidate, vote, rules, rule.checks)),
    // A show of hands only where as many stand as there are seats (S3.19).
    ...(rule.secret && candidates.length > seats && !isBallot ? [fails("secret-needed")] : []),
    ...(isBallot && !(serves("scrutineer") && serves("teller")) ? [fails("officers-missing")] : []),
    ...seatFindings(rule, seats, day, rules),
  ];
}

function firstRoundFindings(rule: VoteRule, { candidates, seats, day }: Preparation, rules: Rules): readonly Finding[] {
  const count = candidates.length;
  const needed = candidatesNeeded(rule, seats, day, rules);
  const params = { count, needed, seats };
  if (count < seats || count === 0) return [fails("candidates-too-few", params)];
  if (rule.subject === "equal") return count === seats ? [] : [fails("candidates-not-equal", params)];
  if (!rule.margin) return [];
  const least = rules.number(rule.margin.least, day).value ?? 0;
  const rate = rules.number(rule.margin.rate, day);
  return findingOf(rate, "candidates-too-few", (value) => count < candidatesFor(seats, value, least), params);
}

function seatFindings({ seats: within }: VoteRule, seats: number, day: string, rules: Rules): readonly Finding[] {
  const [least, most] = [within?.least, within?.most];
  return [
    ...(least === undefined ? [] : findingOf(rules.number(least, day), "seats-too-few", (value) => seats < value)),
    ...(most === undefined ? [] : findingOf(rules.number(most, day), "seats-too-many", (value) => seats > value)),
  ];
}

function proposersFindings(rule: VoteRule, vote: Preparation, rules: Rules): readonly Finding[] {
  if (!rule.proposers) return [];
  const { proposers, statement = "" } = vote;
  const parameter = proposers && rule.proposers[proposers.kind];
  const found =
    proposers && parameter !== undefined
      ? findingOf(
          rules.threshold(parameter, vote.day),
          "too-few-proposers",
          (threshold) => proposers.count > proposers.of || !meets(proposers.count, proposers.of, threshold),
          { count: proposers.count, of: proposers.of },
        )
      : [fails("too-few-proposers", { count: 0, of: 0 })];
  return [...found, ...(statement.trim() === "" ? [fails("person-not-heard")] : [])];
}

function fails(code: string, params: Finding["params"] = {}): Finding {
  return { code, level: "fails", params };
}
