import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { conditionHolds, type Given, readCondition } from "../../../../shared/rules/survey/condition.ts";
import { readOptions, readRange, splitOptions } from "../../../../shared/rules/survey/options.ts";
import { type Question, readQuestions } from "../../../../shared/rules/survey/question.ts";
import { readAnswers } from "../../../../shared/rules/survey/read-answers.ts";
import { shownQuestions } from "../../../../shared/rules/survey/shown.ts";
import { conditionInWords } from "../../../../shared/words/survey-form.ts";

const TODAY = "2026-06-03";
const holds = (condition: string, answers: Record<string, Given>) => {
  const read = readCondition(condition);
  if (!read) throw new Error(`No condition: ${condition}`);
  return conditionHolds(read, new Map(Object.entries(answers)));
};

describe("choices", () => {
  test("are parted by the strongest sign in the cell, so that one may contain the weaker ones", () => {
    expect(splitOptions("很好/一般、还行/不好")).toEqual(["很好", "一般、还行", "不好"]);
    expect(splitOptions("周一、周三，周五")).toEqual(["周一", "周三，周五"]);
    expect(splitOptions("a\nb/c\n\na")).toEqual(["a", "b/c"]);
    expect(readOptions("好/坏", "Good/Bad")).toEqual([
      { value: "好", label: { zh: "好", en: "Good" } },
      { value: "坏", label: { zh: "坏", en: "Bad" } },
    ]);
  });

  test("any list of plain choices comes back from its cell", () => {
    const choice = fc.stringMatching(/^[\p{Script=Han}a-z]{1,8}$/u).map((text) => text.normalize("NFC"));
    fc.assert(
      fc.property(fc.uniqueArray(choice, { minLength: 2 }), (choices) => {
        expect(splitOptions(choices.join("/"))).toEqual(choices);
      }),
    );
  });

  test("a range is two numbers, the lower one first, in any writing", () => {
    expect([readRange("1-10"), readRange("０～5"), readRange("-3 to 3")]).toEqual([
      { min: 1, max: 10 },
      { min: 0, max: 5 },
      { min: -3, max: 3 },
    ]);
    expect([readRange("5-1"), readRange("好-坏"), readRange("")]).toEqual([undefined, undefined, undefined]);
  });
});

describe("conditions", () => {
  test("look at earlier answers: equal, one of several, more and less, days, and or or", () => {
    expect(holds("q1 = 是", { q1: "是" })).toBe(true);
    expect(holds("q1＝是", { q1: "否" })).toBe(false);
    expect(holds("q1 = B", { q1: ["A", "B"] })).toBe(true);
    expect(holds("q1 != B", { q1: ["A", "B"] })).toBe(false);
    expect(holds("q1 >= 4", { q1: 4 })).toBe(true);
    expect(holds("q1 < 4", { q1: "3.5" })).toBe(true);
    expect(holds("q1 > 2026-01-01", { q1: "2026-02-01" })).toBe(true);
    expect(holds("q1 = 是 且 q2 > 1", { q1: "是", q2: 1 })).toBe(false);
    expect(holds("q1=否或q2=2", { q1: "是", q2: 2 })).toBe(true);
    expect(holds("$\u007bq1} = 'yes' and $\u007bq2} <> 'no'", { q1: "yes" })).toBe(true);
  });

  test("a choice may contain the joining words", () => {
    expect(holds("q1 = 或许 或 q1 = 而且", { q1: "或许" })).toBe(true);
    expect(holds("q1 = 或许 或 q1 = 而且", { q1: "而且" })).toBe(true);
    expect(holds("q1 = sand and gravel", { q1: "sand and gravel" })).toBe(true);
  });

  test("what says none is not read as one", () => {
    for (const text of ["", "是", "q1", "q1 =", "= 是", "q1 = 是 且"])
      expect(readCondition(text)?.any[0]?.[1]).toBe(undefined);
    for (const text of ["", "是", "q1", "q1 =", "= 是"]) expect(readCondition(text)).toBe(undefined);
  });

  test("a comparison and its opposite never hold together, and one of them does", () => {
    const given = fc.oneof(
      fc.constantFrom("是", "否", "3", "3.0"),
      fc.integer({ min: -5, max: 5 }),
      fc.subarray(["是", "否"], { minLength: 1 }),
    );
    fc.assert(
      fc.property(fc.option(given, { nil: undefined }), fc.constantFrom("是", "否", "3", "-1"), (q1, value) => {
        expect(holds(`q1 = ${value}`, { q1 })).toBe(!holds(`q1 != ${value}`, { q1 }));
      }),
    );
  });

  test("stand beside their question in words", () => {
    const questions = readQuestions([
      { key: "a", text: "去过吗", type: "one", options: "去过/没去过", optionsEn: "Yes/No" },
      { key: "b", text: "几分", type: "scale", showIf: "a = 去过 或 a != 没去过" },
    ]);
    const [, second] = questions;
    if (!second?.showIf) throw new Error("The second question has a condition");
    expect(conditionInWords(second.showIf, questions, "zh")).toBe("只有第 1 题选“去过”或者第 1 题没选“没去过”才需要答");
    expect(conditionInWords(second.showIf, questions, "en")).toBe(
      "Only if you chose “Yes” in question 1 or you did not choose “No” in question 1",
    );
  });
});

describe("answers", () => {
  const rows = fc
    .array(
      fc.record({
        type: fc.constantFrom("one", "several", "scale", "text", "number", "date"),
        required: fc.boolean(),
        on: fc.option(fc.nat({ max: 5 })),
        value: fc.constantFrom("甲", "乙", "3"),
      }),
      { minLength: 1, maxLength: 6 },
    )
    .map((all) =>
      all.map(({ type, required, on, value }, index) => ({
        key: `q${index}`,
        text: `题${index}`,
        type,
        required,
        options: type === "one" || type === "several" ? "甲/乙/丙" : null,
        showIf: on !== null && on < index ? `q${on} = ${value}` : null,
      })),
    );
  const sent = fc.array(fc.constantFrom("甲", "乙", "丁", "3", "9", "2026-01-31", "", "1e9", "😀"), { maxLength: 3 });

  test("whatever a page sends: what is kept was asked and fits, and what was asked and required is kept or named", () => {
    fc.assert(
      fc.property(rows, fc.array(sent, { minLength: 6, maxLength: 6 }), (some, values) => {
        const questions = readQuestions(some);
        const byKey = new Map(questions.map(({ key }, index) => [key, values[index] ?? []]));
        const { lines, problems } = readAnswers(questions, (key) => byKey.get(key) ?? [], TODAY);
        const kept = new Map<string, Given>();
        for (const { key, value } of lines) kept.set(key, [...((kept.get(key) as string[]) ?? []), value]);
        const shown = new Set(shownQuestions(questions, kept).map(({ key }) => key));
        const named = new Set(problems.map(({ path }) => path));
        for (const { key, type, value } of lines) {
          const question = questions.find((one) => one.key === key) as Question;
          expect(shown.has(key)).toBe(true);
          expect(type).toBe(question.type);
          if (type === "one" || type === "several") expect(question.options.map((one) => one.value)).toContain(value);
          if (type === "scale") expect(Number(value)).toBeGreaterThanOrEqual(1);
        }
        for (const { key, required } of questions) {
          if (required && shown.has(key)) expect(kept.has(key) || named.has(key)).toBe(true);
          if (!shown.has(key)) expect(named.has(key)).toBe(false);
        }
      }),
    );
  });

  test("a question that depends on one that was not asked is judged as if that one were empty", () => {
    const questions = readQuestions([
      { key: "a", text: "a", type: "one", options: "是/否" },
      { key: "b", text: "b", type: "one", options: "是/否", showIf: "a = 是" },
      { key: "c", text: "c", type: "text", required: true, showIf: "b = 是" },
    ]);
    const all: Record<string, string[]> = { a: ["否"], b: ["是"], c: ["x"] };
    expect(readAnswers(questions, (key) => all[key] ?? [], TODAY)).toEqual({
      lines: [{ key: "a", type: "one", value: "否" }],
      problems: [],
    });
  });
});
