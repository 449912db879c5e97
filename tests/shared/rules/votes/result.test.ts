import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { rulesOf } from "../../../../shared/rules/in-force.ts";
import type { Tally } from "../../../../shared/rules/votes/count.ts";
import { deciding, quorumFindings } from "../../../../shared/rules/votes/quorum.ts";
import { voteResult } from "../../../../shared/rules/votes/result.ts";
import { VOTES } from "../../../../shared/schema/vote-rules.ts";

const MORE_THAN_HALF = { kind: "more", num: 1, den: 2 } as const;
const rules = rulesOf();
const DAY = "2026-06-01";
const rule = (name: string) => {
  const found = VOTES.get(name);
  if (!found) throw new Error(`No vote ${name}`);
  return found;
};
const choices = ["a", "b", "c", "d", "e"].map((id) => ({ id, name: id }));

describe("what a vote ends in", () => {
  test("S3.18 nobody is elected by half of those present or fewer, and never more than there are seats", () => {
    const votes = fc.array(fc.nat(60), { minLength: 5, maxLength: 5 });
    fc.assert(
      fc.property(votes, fc.integer({ min: 1, max: 5 }), fc.integer({ min: 1, max: 60 }), (favour, seats, present) => {
        const tallies: Record<string, Tally> = Object.fromEntries(
          choices.map(({ id }, index) => {
            const got = Math.min(favour[index] ?? 0, present);
            return [id, { for: got, against: present - got, abstain: 0 }];
          }),
        );
        const { results, missing, next, outcome } = voteResult(
          rule("V2"),
          { choices, seats, present },
          { tallies },
          MORE_THAN_HALF,
        );
        const elected = results.filter((row) => row.elected);
        expect(elected.every((row) => row.for * 2 > present)).toBe(true);
        expect(elected.length + missing).toBe(seats);
        // Whoever stayed outside had no more votes than the last who is in.
        const least = Math.min(...elected.map((row) => row.for));
        const outside = results.filter((row) => !row.elected);
        if (elected.length > 0) expect(outside.every((row) => row.for <= least)).toBe(true);
        expect(outcome === "elected").toBe(missing === 0);
        expect(next?.seats ?? 0).toBe(next ? missing : 0);
        // Those who stand again are none of the elected, and in a run-off they are more than the seats.
        const again = next?.choices.map(({ id }) => id) ?? [];
        expect(again.some((id) => elected.some((row) => row.id === id))).toBe(false);
        if (outcome === "run-off") expect(again.length).toBeGreaterThan(missing);
      }),
    );
  });

  test("a question is adopted by more than half of those present, whoever stayed silent", () => {
    fc.assert(
      fc.property(fc.nat(60), fc.nat(60), fc.nat(60), fc.nat(60), (pro, contra, abstain, silent) => {
        const present = pro + contra + abstain + silent;
        const tallies = { question: { for: pro, against: contra, abstain } };
        const question = [{ id: "question", name: "A question" }];
        const { outcome } = voteResult(
          rule("V5"),
          { choices: question, seats: 1, present },
          { tallies },
          MORE_THAN_HALF,
        );
        expect(outcome).toBe(pro * 2 > present ? "adopted" : "rejected");
      }),
    );
  });
});

describe("a share that nobody has read in its own text", () => {
  const quorum = rules.threshold("meetings.quorum", DAY);

  test("S3.18 warns from 28 to 36 of 55, stands in the way of 27, and is content with 37", () => {
    const level = (present: number) => quorumFindings(quorum, present, 55)[0]?.level;
    expect([27, 28, 36, 37].map(level)).toEqual(["fails", "warns", "warns", undefined]);
  });

  test("decides nothing: what was last read does", () => {
    expect(quorum.checked).toBe(false);
    expect(deciding(quorum)).toEqual(MORE_THAN_HALF);
    const pass = rules.threshold("meetings.pass", DAY);
    expect(deciding(pass)).toEqual(pass.value);
  });
});
