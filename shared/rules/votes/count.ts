import type { FieldProblem } from "../../contract/refusal.ts";

/** Votes on one candidate, or on the one question of a decision (赞成、反对、弃权). */
export type Tally = { readonly for: number; readonly against: number; readonly abstain: number };

/**
 * A count of ballots (计票, S3.20) as one person read it off the boxes: papers issued and returned, of those valid and
 * spoiled, and the votes of each name on the paper. A blank paper is valid and says nothing on every name.
 */
export type BallotCount = {
  readonly issued: number;
  readonly returned: number;
  readonly spoiled: number;
  readonly tallies: Readonly<Record<string, Tally>>;
};

/** What a count is held against. */
export type CountedVote = {
  /** Those whose attendance was taken. Nobody else is given a paper. */
  readonly present: number;
  /** Names on the paper, by id; a decision has one. */
  readonly choices: readonly string[];
  /** How many names one paper may be for: the seats of an election, 1 for a decision. */
  readonly seats: number;
};

/** Valid papers: those returned that were not spoiled. */
export function validBallots({ returned, spoiled }: BallotCount): number {
  return returned - spoiled;
}

/**
 * Everything wrong with a count. More papers back than were given out make the whole ballot void (S3.20): such a count
 * is refused here, so that the papers are counted once more before anybody says so.
 */
export function countProblems(count: BallotCount, vote: CountedVote): readonly FieldProblem[] {
  const { issued, returned, spoiled, tallies } = count;
  const problems: FieldProblem[] = [];
  const { present, choices, seats } = vote;
  if (issued > present) problems.push({ path: "issued", code: "more-than-present", params: { max: present } });
  if (returned > issued) problems.push({ path: "returned", code: "more-than-issued", params: { max: issued } });
  if (spoiled > returned) problems.push({ path: "spoiled", code: "more-than-returned", params: { max: returned } });
  const valid = Math.max(0, validBallots(count));
  let votes = 0;
  for (const choice of choices) {
    const tally = tallies[choice];
    if (!tally) {
      problems.push({ path: `tallies.${choice}`, code: "required" });
      continue;
    }
    votes += tally.for;
    const sum = tally.for + tally.against + tally.abstain;
    // On every valid paper each name is voted for, against, or left: the three make up the papers.
    if (sum !== valid) problems.push({ path: `tallies.${choice}`, code: "not-all-ballots", params: { sum, valid } });
  }
  for (const choice of Object.keys(tallies)) {
    if (!choices.includes(choice)) problems.push({ path: `tallies.${choice}`, code: "not-on-the-ballot" });
  }
  if (votes > valid * seats) {
    problems.push({ path: "tallies", code: "more-than-seats", params: { votes, max: valid * seats } });
  }
  return problems;
}

/** Where two counts of the same boxes differ, by dotted path; empty when they agree. */
export function differences(one: BallotCount, other: BallotCount): readonly string[] {
  const found = (["issued", "returned", "spoiled"] as const).filter((key) => one[key] !== other[key]).map(String);
  const choices = [...new Set([...Object.keys(one.tallies), ...Object.keys(other.tallies)])].sort();
  for (const choice of choices) {
    const [a, b] = [one.tallies[choice], other.tallies[choice]];
    for (const way of ["for", "against", "abstain"] as const) {
      if (a?.[way] !== b?.[way]) found.push(`tallies.${choice}.${way}`);
    }
  }
  return found;
}
