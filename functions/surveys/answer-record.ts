import { dayOf } from "../../shared/rules/calendar.ts";
import type { AnswerLine } from "../../shared/rules/survey/read-answers.ts";
import { registerNamed } from "../../shared/schema/registers.ts";
import { formActor } from "../../shared/words/form.ts";
import type { Deps } from "../http/deps.ts";
import type { WritePlan } from "../records/context.ts";
import { planCreate } from "../records/plan.ts";
import type { PlannedItem } from "../store/transact.ts";
import type { Survey } from "./survey.ts";

export type NewAnswer = {
  readonly id: string;
  readonly version: number;
  readonly lines: readonly AnswerLine[];
  /** Only where those who answered were told that their door is kept. */
  readonly dwelling?: string | undefined;
};

/** Plans the record of an answer sheet (答卷). It knows the day and no moment. */
export function plannedAnswer(
  deps: Deps,
  survey: Survey,
  answer: NewAnswer,
  extra: readonly PlannedItem[] = [],
): Promise<WritePlan> {
  const register = registerNamed("answers");
  if (!register) throw new Error("There is no list of answers");
  const { id, version, lines, dwelling } = answer;
  const values = {
    survey: survey.id,
    at: dayOf(deps.now()),
    channel: "qr",
    questionsVersion: version,
    answers: lines,
    ...(dwelling !== undefined && { dwelling }),
  };
  const context = { actor: formActor, action: "answer", byAction: true } as const;
  return planCreate(deps, register, survey.community, values, context, { id, extra, referencesHold: true });
}
