import { instantOf } from "../calendar.ts";

/** Whether a survey takes answers at an instant, by its own dates (开放时段). */
export function surveyWindow(
  survey: { readonly opens?: string | undefined; readonly closes?: string | undefined },
  now: number,
): "before" | "open" | "after" {
  if (survey.opens !== undefined && now < instantOf(survey.opens)) return "before";
  return survey.closes !== undefined && now >= instantOf(survey.closes) ? "after" : "open";
}
