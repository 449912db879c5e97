import type { Threshold } from "../../schema/parameter.ts";
import { isOnPeople, type VoteRule } from "../../schema/vote.ts";
import { leastMeeting } from "../threshold.ts";
import type { BallotCount, Tally } from "./count.ts";
import { electionOutcome, isCarried } from "./outcome.ts";

/** One line of the paper: a name, or the question itself. */
export type Choice = { readonly id: string; readonly name: string; readonly office?: string };
export type ChoiceResult = Choice & Tally & { readonly elected: boolean };

/** What a vote ends in, and the further vote that must follow. */
export type VoteResult = {
  readonly outcome: "adopted" | "rejected" | "elected" | "run-off" | "missing";
  readonly results: readonly ChoiceResult[];
  /** Votes that carry or elect: the least number out of those present. */
  readonly needed: number;
  readonly missing: number;
  readonly next?: { readonly choices: readonly Choice[]; readonly seats: number };
};

const NOTHING: Tally = { for: 0, against: 0, abstain: 0 };

/**
 * What a vote ends in (表决结果, S3.18-S3.20): a question is carried or not; of those who stand the ones over the line
 * are elected, equal ones at the last seat stand again among themselves, and seats nobody reached are voted on once more
 * by those who are left.
 */
export function voteResult(
  rule: VoteRule,
  vote: { readonly choices: readonly Choice[]; readonly seats: number; readonly present: number },
  count: Pick<BallotCount, "tallies">,
  pass: Threshold,
): VoteResult {
  const { choices, seats, present } = vote;
  const needed = leastMeeting(present, pass);
  const tallyOf = ({ id }: Choice) => count.tallies[id] ?? NOTHING;
  if (!isOnPeople(rule)) {
    const carried = choices.every((choice) => isCarried(tallyOf(choice), present, pass));
    const results = choices.map((choice) => ({ ...choice, ...tallyOf(choice), elected: false }));
    return { outcome: carried ? "adopted" : "rejected", results, needed, missing: 0 };
  }
  const tallies = choices.map((choice) => [choice.id, tallyOf(choice)] as const);
  const { elected, runOff, runOffSeats, missing } = electionOutcome(tallies, seats, present, pass);
  const results = choices.map((choice) => ({ ...choice, ...tallyOf(choice), elected: elected.includes(choice.id) }));
  const again = choices.filter(({ id }) => (runOff.length > 0 ? runOff.includes(id) : !elected.includes(id)));
  const left = runOff.length > 0 ? runOffSeats : missing;
  const outcome = runOff.length > 0 ? "run-off" : missing > 0 ? "missing" : "elected";
  return {
    outcome,
    results,
    needed,
    missing: left,
    ...(left > 0 && again.length > 0 && { next: { choices: again, seats: left } }),
  };
}
