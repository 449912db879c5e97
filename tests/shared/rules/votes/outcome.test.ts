import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { electionOutcome, isCarried } from "../../../../shared/rules/votes/outcome.ts";

const HALF = { kind: "more", num: 1, den: 2 } as const;
const votes = (entries: Record<string, number>) =>
  Object.entries(entries).map(([name, count]) => [name, { for: count, against: 0, abstain: 0 }] as const);

describe("an election", () => {
  test("S3.18 with 41 present, 21 votes elect and 20 do not, however few papers were valid", () => {
    const outcome = electionOutcome(votes({ wang: 21, li: 20 }), 2, 41, HALF);
    expect(outcome).toEqual({ elected: ["wang"], runOff: [], runOffSeats: 0, missing: 1 });
  });

  test("S3.19 more people over the line than seats: the most votes are elected", () => {
    const outcome = electionOutcome(votes({ wang: 30, li: 40, zhang: 29, liu: 33 }), 3, 55, HALF);
    expect(outcome.elected).toEqual(["wang", "li", "liu"]);
  });

  test("S3.19 equally many votes at the last seat: a run-off between those, and the others are elected", () => {
    const outcome = electionOutcome(votes({ wang: 40, li: 30, zhang: 30, liu: 35 }), 3, 55, HALF);
    expect(outcome).toEqual({ elected: ["wang", "liu"], runOff: ["li", "zhang"], runOffSeats: 1, missing: 0 });
  });

  test("S3.19 too few over the line: another round for the seats that are missing", () => {
    expect(electionOutcome(votes({ wang: 28, li: 27, zhang: 3 }), 3, 55, HALF).missing).toBe(2);
  });

  test("whatever the votes: no seat is lost or given twice, and nobody wins with fewer votes than a loser", () => {
    const ballot = fc.array(fc.nat(60), { minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(ballot, fc.integer({ min: 1, max: 9 }), fc.integer({ min: 1, max: 60 }), (counts, seats, present) => {
        const entries = counts.map((count, at) => [`c${at}`, count] as const);
        const outcome = electionOutcome(votes(Object.fromEntries(entries)), seats, present, HALF);
        expect(outcome.elected.length + outcome.runOffSeats + outcome.missing).toBe(seats);
        expect(outcome.runOff.length === 0 || outcome.runOff.length > outcome.runOffSeats).toBe(true);
        const of = new Map<string, number>(entries);
        const least = Math.min(...outcome.elected.map((name) => of.get(name) ?? 0));
        const placed = new Set<string>([...outcome.elected, ...outcome.runOff]);
        const line = Math.max(0, ...entries.filter(([name]) => !placed.has(name)).map(([, count]) => count));
        expect(outcome.elected.length === 0 || least >= line).toBe(true);
        for (const name of outcome.elected) {
          const tally = { for: of.get(name) ?? 0, against: 0, abstain: 0 };
          expect(isCarried(tally, present, HALF)).toBe(true);
        }
      }),
    );
  });
});
