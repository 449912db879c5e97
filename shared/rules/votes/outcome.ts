import type { Threshold } from "../../schema/parameter.ts";
import { meets } from "../threshold.ts";
import type { Tally } from "./count.ts";

/** Whether a question is carried (通过): enough of those present are for it. Whoever stayed silent was present too. */
export function isCarried(tally: Tally, present: number, pass: Threshold): boolean {
  return meets(tally.for, present, pass);
}

/** What an election with more candidates than seats ends in (S3.18, S3.19). Every list is in order of the ballot. */
export type ElectionOutcome = {
  readonly elected: readonly string[];
  /** Those with equally many votes at the last seats, who stand again among themselves for `runOffSeats`. */
  readonly runOff: readonly string[];
  readonly runOffSeats: number;
  /** Seats for which nobody was over the line: another round fills them. */
  readonly missing: number;
};

/**
 * Elected is who has enough of those present, not of the valid papers (S3.18: 41 present, 21 votes). More of them than
 * seats: the most votes; equal at the last seat: a run-off between the equal ones.
 */
export function electionOutcome(
  tallies: readonly (readonly [choice: string, tally: Tally])[],
  seats: number,
  present: number,
  pass: Threshold,
): ElectionOutcome {
  const over = tallies.filter(([, tally]) => isCarried(tally, present, pass));
  if (over.length <= seats) {
    return { elected: over.map(([choice]) => choice), runOff: [], runOffSeats: 0, missing: seats - over.length };
  }
  const votes = over.map(([, tally]) => tally.for).sort((a, b) => b - a);
  // The last seat's votes: who has more is in, who has as many shares what is left.
  const line = votes[seats - 1] ?? 0;
  const above = over.filter(([, tally]) => tally.for > line).map(([choice]) => choice);
  const level = over.filter(([, tally]) => tally.for === line).map(([choice]) => choice);
  const left = seats - above.length;
  if (level.length === left) {
    const elected = new Set([...above, ...level]);
    return { elected: choicesIn(over, elected), runOff: [], runOffSeats: 0, missing: 0 };
  }
  return { elected: above, runOff: level, runOffSeats: left, missing: 0 };
}

function choicesIn(all: readonly (readonly [string, Tally])[], wanted: ReadonlySet<string>): string[] {
  return all.map(([choice]) => choice).filter((choice) => wanted.has(choice));
}
