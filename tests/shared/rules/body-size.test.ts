import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { bodySizeFindings, type SizedBody } from "../../../shared/rules/body-size.ts";
import { makeUpOf } from "../../../shared/rules/committee-make-up.ts";
import { rulesOf } from "../../../shared/rules/in-force.ts";
import { recommendedFindings } from "../../../shared/rules/recommended-committee.ts";

const decision = { text: "Minutes", day: "2000-01-01" };
const seed = rulesOf([], [{ id: "s", at: 0, preset: "seed", from: "2000-01-01", decision }]);
const law = rulesOf();
const DAY = "2026-06-01";

function verdict(body: SizedBody, members: number, rules = seed) {
  const levels = bodySizeFindings(body, members, rules, DAY).map(({ level }) => level);
  return levels.includes("fails") ? "error" : levels.includes("warns") ? "warn" : "ok";
}

describe("how large a body may be", () => {
  test("S3.3 C1 a committee has five to nine members and an odd number of them", () => {
    expect([4, 5, 6, 7, 9, 10, 11].map((n) => verdict("committee", n))).toEqual([
      "error",
      "ok",
      "error",
      "ok",
      "ok",
      "error",
      "error",
    ]);
  });

  test("S3.2 C1 a branch has 3 or 5, at most 7; a general branch 5 or 7, at most 9; a Party committee 5 to 9; all odd", () => {
    expect([3, 5, 7, 8, 9].map((n) => verdict("branch", n))).toEqual(["ok", "ok", "warn", "error", "error"]);
    expect([5, 7, 9, 11].map((n) => verdict("general", n))).toEqual(["ok", "ok", "warn", "error"]);
    expect([4, 5, 6, 9, 11].map((n) => verdict("partyCommittee", n))).toEqual(["error", "ok", "error", "ok", "error"]);
  });

  test("S7.4 the supervision group has three to seven members, odd or not", () => {
    expect([2, 3, 4, 7, 8].map((n) => verdict("supervision", n))).toEqual(["error", "ok", "ok", "ok", "error"]);
  });

  test("an even committee is no error under the law, which does not ask for an odd one, nor are unread Party numbers", () => {
    expect(verdict("committee", 6, law)).toBe("ok");
    expect(verdict("committee", 4, law)).toBe("error");
    expect(verdict("branch", 8, law)).toBe("warn");
  });

  test("an even number of a body that must be odd is always an error", () => {
    fc.assert(
      fc.property(fc.constantFrom("committee", "branch", "general", "partyCommittee"), fc.nat(50), (body, half) => {
        expect(verdict(body as SizedBody, half * 2)).toBe("error");
      }),
    );
  });
});

describe("who a committee is made up of", () => {
  const seven = [
    { office: "director", sex: "2" },
    { office: "deputy", police: true },
    { office: "deputy", graduate: true, publicSelected: true },
    ...Array.from({ length: 4 }, () => ({ office: "member" as const })),
  ] as const;
  const codes = (members: Parameters<typeof makeUpOf>[0], rules = seed) =>
    makeUpOf(members, 1, rules, DAY).findings.map(({ code }) => code);

  test("S3.4 a policeman and a graduate are among the deputies, as two persons or as one, and it is told which", () => {
    expect(makeUpOf(seven, 1, seed, DAY)).toEqual({ findings: [], deputies: "apart" });
    const both = [
      ...seven.slice(0, 2).map((one) => ({ ...one, graduate: true, publicSelected: one.office === "deputy" })),
      ...seven.slice(2).map(({ office }) => ({ office })),
    ];
    expect(makeUpOf(both, 1, seed, DAY)).toEqual({ findings: [], deputies: "one-person" });
    expect(codes(seven.map((one) => ({ ...one, police: false })))).toEqual(["deputy-police-missing"]);
    expect(codes(seven.map((one) => ({ ...one, graduate: false })))).toEqual(["deputy-graduate-missing"]);
  });

  test("S3.4 as many publicly selected deputies as the last term had", () => {
    expect(makeUpOf(seven, 2, seed, DAY).findings).toMatchObject([{ code: "public-selected-changed", level: "fails" }]);
  });

  test("under the law a committee without women is warned about, for nobody has read the number", () => {
    const men = seven.map((one) => ({ ...one, sex: "1" }));
    expect(makeUpOf(men, undefined, law, DAY).findings).toMatchObject([{ code: "women-too-few", level: "warns" }]);
    expect(codes(seven.slice(1), law)).toContain("one-director-needed");
  });
});

describe("a committee formed by the groups", () => {
  const found = (members: number, directors: number, deputies: number) =>
    recommendedFindings({ groups: 9, members, directors, deputies }, law, DAY).map(({ code }) => code);

  test("S9.32 one member of each group, one director and one to three deputies of them", () => {
    expect([found(9, 1, 1), found(9, 1, 3)]).toEqual([[], []]);
    expect(found(8, 1, 2)).toEqual(["one-member-a-group"]);
    expect(found(9, 2, 2)).toEqual(["one-director-needed"]);
    expect([found(9, 1, 0), found(9, 1, 4)]).toEqual([["deputies-too-few"], ["deputies-too-many"]]);
    expect(recommendedFindings({ groups: 2, members: 2, directors: 1, deputies: 2 }, law, DAY)).toHaveLength(1);
  });
});
