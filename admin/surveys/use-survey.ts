import { useEffect, useState } from "react";
import { surveyConsoleWords } from "../../shared/words/survey-console.ts";
import { useLanguage } from "../app/use-words.ts";
import { SHOWN_MS, whileActive } from "../app/while-active.ts";
import { useWorkspace } from "../app/workspace.ts";
import { useAnswer } from "../pages/use-answer.ts";
import type { RecordView } from "../providers/contract.ts";
import { useRecordList } from "../records/use-record-list.ts";
import type { SurveyForm } from "./contract.ts";

export const useSurveyWords = () => surveyConsoleWords[useLanguage()];

/** One survey of the list, and whether the list is there yet. */
export function useSurvey(id: string): { survey: RecordView | undefined; isLoading: boolean } {
  const { listOf } = useWorkspace();
  const { records, status } = useRecordList(listOf("surveys"));
  return { survey: records.get(id), isLoading: status === "idle" || status === "loading" };
}

/** The form of a survey, if it was opened. */
export function useSurveyForm(id: string) {
  const { path } = useWorkspace();
  const { value, reload } = useAnswer<{ forms: readonly SurveyForm[] }>(`${path}/forms`);
  const form = value?.forms.find(({ record, kind }) => record === id && kind === "survey");
  return { form, isKnown: value !== undefined, reload };
}

/** Calls again every few seconds while somebody looks at the page. */
export function useWhileLooking(call: () => void, ms: number): void {
  const [latest] = useState(() => ({ call }));
  latest.call = call;
  useEffect(() => whileActive(() => latest.call(), { everyMs: ms, idleMs: SHOWN_MS }), [latest, ms]);
}
