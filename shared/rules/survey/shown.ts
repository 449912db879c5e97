import { conditionHolds, type Given } from "./condition.ts";
import type { Question } from "./question.ts";

/** What was answered, by question. */
export type Answers = ReadonlyMap<string, Given>;

/**
 * The questions somebody was asked, given what they answered: in order, so that a question that depends on one that
 * was not asked is judged as if that one were empty.
 */
export function shownQuestions(questions: readonly Question[], answers: Answers): readonly Question[] {
  const counted = new Map<string, Given>();
  return questions.filter((question) => {
    const isShown = !question.showIf || conditionHolds(question.showIf, counted);
    if (isShown) counted.set(question.key, answers.get(question.key));
    return isShown;
  });
}
