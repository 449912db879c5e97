import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { rulesOf } from "../../../../shared/rules/in-force.ts";
import { candidatesNeeded, type Preparation, readiness } from "../../../../shared/rules/votes/readiness.ts";
import type { VoteRule } from "../../../../shared/schema/vote.ts";
import { VOTES } from "../../../../shared/schema/vote-rules.ts";

const rules = rulesOf();
const DAY = "2026-06-01";
function rule(name: string): VoteRule {
  const found = VOTES.get(name);
  if (!found) throw new Error(`No vote ${name}`);
  return found;
}
const standing = (count: number) =>
  Array.from({ length: count }, (_, index) => ({ id: `c${index}`, name: `Name ${index}`, office: "member" }));
const ready = (more: Partial<Preparation>): Preparation => ({
  day: DAY,
  due: 55,
  present: 50,
  method: "ballot",
  seats: 3,
  round: 1,
  candidates: standing(4),
  officers: [
    { name: "Scrutineer", role: "scrutineer" },
    { name: "Teller", role: "teller" },
  ],
  posts: [],
  ...more,
});
const failing = (name: string, more: Partial<Preparation>) =>
  readiness(rule(name), ready(more), rules).filter(({ level }) => level === "fails");

describe("what stands against opening a vote", () => {
  test.each([
    [3, 4],
    [5, 6],
    [7, 9],
    [9, 11],
  ])("S3.12 %i seats need %i candidates, and one fewer is refused", (seats, needed) => {
    expect(candidatesNeeded(rule("V2"), seats, DAY, rules)).toBe(needed);
    expect(failing("V2", { seats, candidates: standing(needed) })).toEqual([]);
    const [finding] = failing("V2", { seats, candidates: standing(needed - 1) });
    expect(finding).toMatchObject({ code: "candidates-too-few", params: { needed, count: needed - 1, seats } });
  });

  test("S3.19 a run-off is not held to the margin", () => {
    expect(failing("V2", { seats: 1, round: 2, candidates: standing(2) })).toEqual([]);
    expect(failing("V2", { seats: 2, round: 3, candidates: standing(2) })).toEqual([]);
  });

  test("S3.18 as many candidates as seats, no more and no fewer, where a vote is on equal numbers", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 12 }), fc.nat(14), (seats, count) => {
        const found = failing("V3", { seats, candidates: standing(count), method: "hands" });
        expect(found.length === 0).toBe(count === seats);
      }),
    );
  });

  test("S3.16 whoever does anything at the meeting does not stand, in whatever part", () => {
    fc.assert(
      fc.property(fc.constantFrom("head", "leading", "teller", "scrutineer"), fc.nat(3), (role, index) => {
        const officers = [...ready({}).officers, { name: `Name ${index}`, role }];
        expect(failing("V2", { officers })).toMatchObject([
          { code: "candidate-serves", params: { name: `Name ${index}` } },
        ]);
      }),
    );
  });

  test("who is eighteen on the day may stand, who is a day younger may not", () => {
    const [first, ...rest] = standing(4);
    const born = (birth: string) =>
      failing("V2", { candidates: [{ ...first, id: "x", name: "Young", office: "member", birth }, ...rest] });
    expect(born("2008-06-01")).toEqual([]);
    expect(born("2008-06-02")).toMatchObject([{ code: "under-age" }]);
  });
});
