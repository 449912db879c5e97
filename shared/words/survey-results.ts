import type { Language } from "../schema/label.ts";

/** What files and screens say about the results of a survey (问卷结果). */
export type SurveyResultWords = {
  readonly results: string;
  readonly answers: string;
  readonly question: string;
  readonly type: string;
  readonly choice: string;
  readonly count: string;
  readonly share: string;
  readonly answered: string;
  readonly mean: string;
  readonly former: string;
  readonly separator: string;
};

export const surveyResultWords: Readonly<Record<Language, SurveyResultWords>> = {
  zh: {
    results: "统计",
    answers: "答卷",
    question: "问题",
    type: "题型",
    choice: "选项",
    count: "份数",
    share: "占比（%）",
    answered: "作答份数",
    mean: "平均",
    former: "（已取消的选项）",
    separator: "；",
  },
  en: {
    results: "results",
    answers: "answers",
    question: "Question",
    type: "Type",
    choice: "Choice",
    count: "Answers",
    share: "Share (%)",
    answered: "Answered",
    mean: "Mean",
    former: " (no longer a choice)",
    separator: "; ",
  },
};
