import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addDays, ageOn } from "../../../shared/rules/calendar.ts";
import { rulesOf } from "../../../shared/rules/in-force.ts";
import { calculate } from "../../../shared/schema/calculation.ts";
import { CALCULATIONS } from "../../../shared/schema/calculations.ts";
import type { Values } from "../../../shared/schema/field.ts";
import { checkInputs } from "../../../shared/schema/values.ts";
import { findingSentence } from "../../../shared/words/findings.ts";

const decision = { text: "Minutes", day: "2000-01-01" };
const seed = rulesOf([], [{ id: "s", at: 0, preset: "seed", from: "2000-01-01", decision }]);

function ask(name: string, values: Values, rules = seed, day = "2010-12-01") {
  const calculation = CALCULATIONS.get(name);
  if (!calculation) throw new Error(name);
  return calculate(calculation, values, rules, day);
}

const answered = (answer: ReturnType<typeof ask>, key: string) => answer.results.find((one) => one.key === key)?.value;
const codes = (answer: ReturnType<typeof ask>) => answer.findings.map(({ level, code }) => `${level} ${code}`);

describe("what a clerk works out", () => {
  test("S3.9 300 Party members meet together; 301 may have 100 to 200 delegates", () => {
    expect(answered(ask("party-delegates", { members: 300 }), "mode")).toBe("members");
    expect(answered(ask("party-delegates", { members: 301 }), "mode")).toBe("delegates");
    expect(codes(ask("party-delegates", { members: 300, delegates: 150 }))).toEqual(["fails delegates-not-allowed"]);
    expect(codes(ask("party-delegates", { members: 301, delegates: 99 }))).toEqual(["fails delegates-too-few"]);
    expect(codes(ask("party-delegates", { members: 301, delegates: 200 }))).toEqual([]);
  });

  test("S3.2 a branch of seven members has no committee, one of eight has", () => {
    expect(codes(ask("body-size", { body: "branch", members: 3, partyMembers: 7 }))).toEqual([
      "fails branch-without-committee",
    ]);
    expect(codes(ask("body-size", { body: "branch", members: 3, partyMembers: 8 }))).toEqual([]);
  });

  test("C5 an election on 2010-12-26: candidates by 12-21, handover by 12-29, which is told to be unmoved", () => {
    const answer = ask("election-timetable", { on: "2010-12-26" });
    expect(["mobilise", "sendUp", "review"].map((key) => answered(answer, key))).toEqual([
      ...["2010-11-30", "2010-12-06", "2010-12-31"],
    ]);
    expect(answered(answer, "candidates")).toBe("2010-12-21");
    expect(answered(answer, "handover")).toBe("2010-12-29");
    expect(answered(answer, "termEnd")).toBe("2013-12-26");
    expect(answered(answer, "voterList")).toBeUndefined();
    expect(codes(answer)).toEqual(["warns no-holiday-list"]);
  });

  test("under the law of 2026 the voter list stands twenty days before, and the handover has ten", () => {
    const answer = ask("election-timetable", { on: "2026-09-20" }, rulesOf());
    expect([answered(answer, "voterList"), answered(answer, "handover")]).toEqual(["2026-08-31", "2026-09-30"]);
    expect(answer.used.find(({ parameter }) => parameter === "elections.voterListDays")?.checked).toBe(false);
  });

  test("C8 whoever is born by the day it tells may vote, and nobody born later", () => {
    fc.assert(
      fc.property(fc.nat(20_000), (later) => {
        const on = addDays("1990-01-01", later);
        const last = String(answered(ask("election-timetable", { on }), "bornUntil"));
        expect([ageOn(last, on) >= 18, ageOn(addDays(last, 1), on) >= 18]).toEqual([true, false]);
      }),
    );
  });

  test("a residents' meeting is called by a fifth of residents or households, or a third of the groups", () => {
    const all = { adults: 2001, households: 1000, groups: 18 };
    const answer = ask("call-meeting", all);
    expect(["adults", "households", "groups"].map((key) => answered(answer, key))).toEqual([401, 200, 6]);
    expect(codes(ask("call-meeting", { ...all, askingAdults: 400, askingGroups: 5 }))).toEqual([
      "fails nobody-may-call",
    ]);
    expect(codes(ask("call-meeting", { ...all, askingGroups: 6 }))).toEqual([]);
  });

  test("a committee of fewer than 1,000 or more than 3,000 households is told, under the law of 2026", () => {
    const found = (households: number) => codes(ask("community-size", { households }, rulesOf(), "2026-06-01"));
    expect([found(999), found(1000), found(3000), found(3001)]).toEqual([
      ["warns households-too-few"],
      [],
      [],
      ["warns households-too-many"],
    ]);
  });

  test("28 of 55 are enough by what was looked up, 37 by what was not: both are told", () => {
    const answer = ask("quorum", { vote: "representatives", due: 55, present: 28 }, rulesOf(), "2026-06-01");
    expect([answered(answer, "quorum"), answered(answer, "quorumRead")]).toEqual([37, 28]);
    expect(codes(answer)).toEqual(["warns quorum-missed"]);
  });
});

describe("every calculation", () => {
  test.each([...CALCULATIONS.values()].map((calculation) => [calculation.name, calculation] as const))(
    "%s answers its own first entries in words, whichever set of rules a committee works by",
    (_, calculation) => {
      const day = "2026-06-01";
      const rows = { members: [{ office: "director" }], parts: [{ name: "Rent", number: 1 }] };
      const dates = { from: "2001-03-01", until: "2012-03-01", on: day, birth: "1980-01-01" };
      const numbers = { members: 40, households: 1200, groups: 18, adults: 2000 };
      const given = Object.fromEntries(
        Object.entries(calculation.inputs)
          .filter(([, field]) => field.required && field.initial === undefined)
          .map(([key, field]) => [key, { ...numbers, ...dates, ...(field.kind === "rows" ? rows : {}) }[key]]),
      );
      const { values, problems } = checkInputs(calculation.inputs, given, { today: day });
      expect(problems).toEqual([]);
      for (const rules of [seed, rulesOf()]) {
        const answer = calculate(calculation, values, rules, day);
        expect(answer.results.length + answer.findings.length).toBeGreaterThan(0);
        for (const finding of answer.findings) {
          for (const language of ["zh", "en"] as const) {
            const sentence = findingSentence(finding, language);
            expect(sentence).not.toBe(finding.code);
            expect(sentence).not.toMatch(/[{}]/);
          }
        }
      }
    },
  );
});
