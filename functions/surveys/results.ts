import type { Tally } from "../../shared/rules/survey/tally.ts";
import { type QuestionResult, resultsOf, SHEETS } from "../../shared/rules/survey/tally.ts";
import { surveyWindow } from "../../shared/rules/survey/window.ts";
import { tallyPartition } from "../counts/keys.ts";
import type { Deps } from "../http/deps.ts";
import { formOf } from "../sign-ups/form-item.ts";
import { itemsBetween } from "../store/items.ts";
import { emptyBox } from "./box.ts";
import { isSecret, type Survey } from "./survey.ts";

/** What a survey has brought so far (问卷结果). */
export type SurveyResults = {
  /** Answer sheets counted, and those that still lie sealed with too few others. */
  readonly answers: number;
  readonly sealed: number;
  readonly isOpen: boolean;
  readonly questions: readonly QuestionResult[];
};

/** The results as they are counted by now; of a secret survey, what may be readable becomes so first. */
export async function surveyResults(deps: Deps, survey: Survey): Promise<SurveyResults> {
  const isOpen = await takesAnswers(deps, survey);
  const sealed = isSecret(survey) ? await emptyBox(deps, survey, isOpen) : 0;
  const tally = await readTally(deps, survey.id);
  return { answers: tally[SHEETS]?.n ?? 0, sealed, isOpen, questions: resultsOf(survey.questions, tally) };
}

/** Whether a survey's form is open, by its state and its dates. */
export async function takesAnswers(deps: Deps, survey: Survey): Promise<boolean> {
  const form = await formOf(deps, survey.community, "survey", survey.id);
  return form?.state === "open" && surveyWindow(survey, deps.now()) !== "after";
}

/** The counts of a survey: one small item for each question, however many answered. */
export async function readTally(deps: Deps, survey: string): Promise<Tally> {
  const tally: Record<string, Record<string, number>> = {};
  for await (const item of itemsBetween(deps, { pk: tallyPartition(survey), from: " ", to: "~" })) {
    const { pk, sk, turn, ...cells } = item;
    tally[String(sk)] = Object.fromEntries(
      Object.entries(cells).filter((entry): entry is [string, number] => typeof entry[1] === "number"),
    );
  }
  return tally;
}
