import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { groupsOf, releasable, TOGETHER_MIN } from "../../../../shared/rules/survey/mixing.ts";
import { readQuestions } from "../../../../shared/rules/survey/question.ts";
import type { AnswerLine } from "../../../../shared/rules/survey/read-answers.ts";
import { addTallies, resultsOf, tallyOf } from "../../../../shared/rules/survey/tally.ts";
import { surveyWindow } from "../../../../shared/rules/survey/window.ts";

const questions = readQuestions([
  { key: "a", text: "a", type: "one", options: "甲/乙/丙" },
  { key: "b", text: "b", type: "several", options: "甲/乙/丙" },
  { key: "c", text: "c", type: "scale", options: "差/中/好" },
  { key: "d", text: "d", type: "number" },
]);
const sheet = fc
  .record({
    a: fc.option(fc.constantFrom("甲", "乙", "丙")),
    b: fc.subarray(["甲", "乙", "丙"]),
    c: fc.option(fc.integer({ min: 1, max: 3 })),
    d: fc.option(fc.integer({ min: -500, max: 500 })),
  })
  .map(({ a, b, c, d }): AnswerLine[] => [
    ...(a === null ? [] : [{ key: "a", type: "one" as const, value: a }]),
    ...b.map((value) => ({ key: "b", type: "several" as const, value })),
    ...(c === null ? [] : [{ key: "c", type: "scale" as const, value: String(c) }]),
    ...(d === null ? [] : [{ key: "d", type: "number" as const, value: String(d / 100) }]),
  ]);

describe("the tally of a survey", () => {
  test("counted sheet by sheet, in any order and grouping, it is the same", () => {
    fc.assert(
      fc.property(fc.array(sheet, { maxLength: 20 }), fc.nat({ max: 20 }), (sheets, cut) => {
        const tallies = sheets.map(tallyOf);
        const parts = [addTallies(tallies.slice(cut)), addTallies(tallies.slice(0, cut))];
        expect(addTallies(parts)).toEqual(addTallies(tallies));
      }),
    );
  });

  test("S6.9 shares of one choice and of a scale add up to 100.0, counts to those who answered, and the mean is exact", () => {
    fc.assert(
      fc.property(fc.array(sheet, { maxLength: 30 }), (sheets) => {
        const results = resultsOf(questions, addTallies(sheets.map(tallyOf)));
        for (const { type, answered, options, mean } of results) {
          const shares = options.reduce((sum, { share }) => sum + Math.round((share ?? 0) * 10), 0);
          if (type === "one" || type === "scale") {
            expect(options.reduce((sum, { count }) => sum + count, 0)).toBe(answered);
            expect(shares).toBe(answered === 0 ? 0 : 1000);
          }
          if (type === "several") for (const { count } of options) expect(count).toBeLessThanOrEqual(answered);
          if (type === "number") {
            const given = sheets.flatMap((lines) =>
              lines.filter(({ key }) => key === "d").map(({ value }) => Number(value)),
            );
            const exact = given.reduce((sum, value) => sum + Math.round(value * 100), 0) / given.length;
            expect(mean).toBe(given.length === 0 ? null : Math.round(exact) / 100);
          }
        }
      }),
    );
  });
});

describe("sealed answers", () => {
  test("become readable five or more at once, some stay while more may come, and after the end all do unless too few", () => {
    fc.assert(
      fc.property(fc.nat({ max: 500 }), fc.boolean(), (waiting, isOpen) => {
        const ready = releasable(waiting, isOpen);
        expect(ready === 0 || ready >= TOGETHER_MIN).toBe(true);
        if (isOpen && ready > 0) expect(waiting - ready).toBeGreaterThanOrEqual(TOGETHER_MIN);
        if (!isOpen) expect(ready).toBe(waiting >= TOGETHER_MIN ? waiting : 0);
      }),
    );
  });

  test("groups for one transaction add up, and none is smaller than five", () => {
    fc.assert(
      fc.property(fc.integer({ min: 5, max: 3000 }), (count) => {
        const groups = groupsOf(count, 12);
        expect(groups.reduce((sum, size) => sum + size, 0)).toBe(count);
        for (const size of groups) expect(size).toBeGreaterThanOrEqual(TOGETHER_MIN);
        for (const size of groups) expect(size).toBeLessThanOrEqual(12);
      }),
    );
  });
});

test("a survey takes answers from its opening minute until the minute it closes", () => {
  const survey = { opens: "2026-06-01T08:00", closes: "2026-06-02T18:00" };
  const at = (moment: string) => surveyWindow(survey, Date.parse(`${moment}+08:00`));
  expect(["2026-06-01T07:59:59", "2026-06-01T08:00:00", "2026-06-02T17:59:59", "2026-06-02T18:00:00"].map(at)).toEqual([
    "before",
    "open",
    "open",
    "after",
  ]);
  expect(surveyWindow({}, 0)).toBe("open");
});
