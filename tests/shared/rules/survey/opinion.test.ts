import fc from "fast-check";
import { expect, test } from "vitest";
import { opinionIn, opinionQuestion, opposes } from "../../../../shared/rules/survey/opinion.ts";
import { readQuestions } from "../../../../shared/rules/survey/question.ts";

const count = fc.nat(500);
const option = (value: string, n: number) => ({ value, label: { zh: value, en: value }, count: n, share: null });

test("whoever has no opinion counts neither way, whatever the order and the words of the choices", () => {
  const words = fc.constantFrom(["同意", "不同意"], ["赞成", "反对"], ["Agree", "Disagree"]);
  fc.assert(
    fc.property(count, count, count, words, (yes, no, open, [agree = "", against = ""]) => {
      const options = [option("无所谓", open), option(against, no), option(agree, yes)];
      const opinion = opinionIn({ options });
      expect(opinion).toEqual({ for: yes, against: no });
      expect(opposes(opinion)).toBe(no > yes);
    }),
  );
});

test("the question is the first of one choice that offers both, and none otherwise", () => {
  const questions = readQuestions([
    { key: "a", text: "几岁？", type: "number" },
    { key: "b", text: "同意吗？", type: "one", options: "同意/再议" },
    { key: "c", text: "同意吗？", type: "several", options: "同意/不同意" },
    { key: "d", text: "同意吗？", type: "one", options: "不同意/同意/弃权" },
  ]);
  expect(opinionQuestion(questions)?.key).toBe("d");
  expect(opinionQuestion(questions.slice(0, 3))).toBeUndefined();
});
