import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type BallotCount, countProblems, differences, validBallots } from "../../../../shared/rules/votes/count.ts";

const codes = (problems: ReturnType<typeof countProblems>) => problems.map(({ path, code }) => `${path} ${code}`);
const all = (count: number) => ({ for: count, against: 0, abstain: 0 });
const VOTE = { present: 41, choices: ["wang", "li"], seats: 2 };
const COUNT: BallotCount = {
  issued: 41,
  returned: 40,
  spoiled: 1,
  tallies: { wang: { for: 30, against: 5, abstain: 4 }, li: { for: 20, against: 10, abstain: 9 } },
};

describe("a count of ballots", () => {
  test("S3.20 a count in which everything adds up is taken", () => {
    expect(countProblems(COUNT, VOTE)).toEqual([]);
  });

  test("S3.20 a count with one ballot too many is refused", () => {
    expect(codes(countProblems({ ...COUNT, returned: 42, spoiled: 3 }, VOTE))).toEqual(["returned more-than-issued"]);
  });

  test("more papers than people present are refused, and more spoiled ones than came back", () => {
    expect(codes(countProblems({ ...COUNT, issued: 42 }, VOTE))).toEqual(["issued more-than-present"]);
    const spoiled = { issued: 41, returned: 2, spoiled: 3, tallies: { wang: all(0), li: all(0) } };
    expect(codes(countProblems(spoiled, VOTE))).toEqual(["spoiled more-than-returned"]);
  });

  test("a name nobody counted, and one that was not on the ballot, are told apart", () => {
    const tallies = { wang: all(39), zhao: all(1) };
    expect(codes(countProblems({ ...COUNT, tallies }, VOTE))).toEqual([
      "tallies.li required",
      "tallies.zhao not-on-the-ballot",
    ]);
  });

  test("a paper for more names than seats shows in the sum", () => {
    const tallies = { wang: all(39), li: all(39) };
    expect(codes(countProblems({ ...COUNT, tallies }, { ...VOTE, seats: 1 }))).toEqual(["tallies more-than-seats"]);
  });

  test("any honest count is taken, and any single wrong figure is noticed", () => {
    const papers = fc.array(fc.array(fc.constantFrom("for", "against", "abstain"), { minLength: 3, maxLength: 3 }), {
      maxLength: 60,
    });
    fc.assert(
      fc.property(papers, fc.nat(5), fc.nat(5), fc.nat(2), (valid, spoiled, kept, which) => {
        const tally = (index: number) => {
          const ways = valid.map((paper) => paper[index]);
          const of = (way: string) => ways.filter((one) => one === way).length;
          return { for: of("for"), against: of("against"), abstain: of("abstain") };
        };
        const returned = valid.length + spoiled;
        const issued = returned + kept;
        const count = { issued, returned, spoiled, tallies: { a: tally(0), b: tally(1), c: tally(2) } };
        const vote = { present: issued, choices: ["a", "b", "c"], seats: 3 };
        expect(validBallots(count)).toBe(valid.length);
        expect(countProblems(count, vote)).toEqual([]);
        const name = (["a", "b", "c"] as const)[which] ?? "a";
        const wrong = { ...count.tallies[name], for: count.tallies[name].for + 1 };
        expect(countProblems({ ...count, tallies: { ...count.tallies, [name]: wrong } }, vote)).not.toEqual([]);
        expect(countProblems({ ...count, spoiled: spoiled + 1 }, vote)).not.toEqual([]);
      }),
    );
  });

  test("two people's counts agree only when every figure does, and the differing ones are named", () => {
    expect(differences(COUNT, structuredClone(COUNT))).toEqual([]);
    const other = { ...COUNT, spoiled: 0, tallies: { ...COUNT.tallies, li: { for: 21, against: 9, abstain: 9 } } };
    expect(differences(COUNT, other)).toEqual(["spoiled", "tallies.li.for", "tallies.li.against"]);
  });
});
