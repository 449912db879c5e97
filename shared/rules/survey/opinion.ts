import type { Question } from "./question.ts";
import type { QuestionResult } from "./tally.ts";

const FOR: readonly string[] = ["同意", "赞成", "agree", "for"];
const AGAINST: readonly string[] = ["不同意", "反对", "disagree", "against"];

/** What residents say of a proposal (居民意见, S7.3): how many who were asked are for it, and against it. */
export type Opinion = { readonly for: number; readonly against: number };

const isFor = (value: string) => FOR.includes(value.toLowerCase());
const isAgainst = (value: string) => AGAINST.includes(value.toLowerCase());

/** The question that asks for or against: the first of one choice that offers both. */
export function opinionQuestion(questions: readonly Question[]): Question | undefined {
  return questions.find(
    ({ type, options }) =>
      type === "one" && options.some(({ value }) => isFor(value)) && options.some(({ value }) => isAgainst(value)),
  );
}

/** What was answered to that question. */
export function opinionIn({ options }: Pick<QuestionResult, "options">): Opinion {
  const sum = (is: (value: string) => boolean) =>
    options.filter(({ value }) => is(value)).reduce((total, { count }) => total + count, 0);
  return { for: sum(isFor), against: sum(isAgainst) };
}

/** Whether most of those with an opinion are against it. */
export const opposes = (opinion: Opinion): boolean => opinion.against > opinion.for;
