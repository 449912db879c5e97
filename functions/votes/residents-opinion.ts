import { type FieldProblem, Refusal } from "../../shared/contract/refusal.ts";
import { type Opinion, opinionIn, opinionQuestion, opposes } from "../../shared/rules/survey/opinion.ts";
import type { Values } from "../../shared/schema/field.ts";
import { VOTES } from "../../shared/schema/vote-rules.ts";
import type { Effect } from "../flows/effect.ts";
import type { Deps } from "../http/deps.ts";
import { allRecords, type StoredRecord } from "../store/records.ts";
import { surveyResults } from "../surveys/results.ts";
import { surveyFrom } from "../surveys/survey.ts";

/** What a survey that is over has shown of a proposal, where most were against it (S7.3). */
export async function opposition(deps: Deps, { community, id }: StoredRecord): Promise<Opinion | undefined> {
  for await (const record of allRecords(deps, "surveys", community)) {
    if (record.values.proposal !== id) continue;
    const survey = surveyFrom(record);
    const { isOpen, questions } = await surveyResults(deps, survey);
    const asked = opinionQuestion(survey.questions);
    const result = questions.find(({ key }) => key === asked?.key);
    if (isOpen || !result) continue;
    const opinion = opinionIn(result);
    if (opposes(opinion)) return opinion;
  }
  return undefined;
}

/** Whether the residents' representatives have decided a proposal: a survey asks whom they speak for already. */
export const isDecidedByResidents = ({ decidedBy }: Values): boolean =>
  VOTES.get(String(decidedBy ?? ""))?.decides?.by === "residents";

/** Refuses to decide or carry out what most residents are against (以居民意见为准, S7.3). */
export async function refuseOpposed(deps: Deps, proposal: StoredRecord, path: string): Promise<void> {
  if (isDecidedByResidents(proposal.values)) return;
  const opinion = await opposition(deps, proposal);
  if (opinion) throw new Refusal("conflict", [opposed(path, opinion)]);
}

const opposed = (path: string, opinion: Opinion): FieldProblem => ({
  path,
  code: "residents-oppose",
  params: { ...opinion },
});

/** A step towards carrying out a decision, which stands only where the residents are not against it. */
export const notOpposed: Effect = async (deps, proposal) => {
  await refuseOpposed(deps, proposal, "state");
  return {};
};

/** Sets a decision aside for the residents' opinion, with what they said; only where they said so. */
export const yieldToResidents: Effect = async (deps, proposal) => {
  const opinion = isDecidedByResidents(proposal.values) ? undefined : await opposition(deps, proposal);
  if (!opinion) throw new Refusal("conflict", [{ path: "state", code: "residents-do-not-oppose" }]);
  return { also: { residentsFor: opinion.for, residentsAgainst: opinion.against } };
};
