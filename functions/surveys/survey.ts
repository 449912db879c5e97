import * as z from "zod/mini";
import { type Question, readQuestions } from "../../shared/rules/survey/question.ts";
import type { Value } from "../../shared/schema/field.ts";
import type { Label } from "../../shared/schema/label.ts";
import type { Deps } from "../http/deps.ts";
import { recordAt } from "../records/once.ts";
import { sharedReads } from "../sign-ups/shared-read.ts";
import { getRecord, type StoredRecord } from "../store/records.ts";

const text = z.optional(z.string());
const values = z.object({
  title: z.string(),
  titleEn: text,
  purpose: text,
  purposeEn: text,
  opens: text,
  closes: text,
  onePer: z._default(z.enum(["none", "household"]), "none"),
  anonymous: z._default(z.boolean(), false),
});

/** A survey (问卷) as its page, its results and its counting see it, at one version. */
export type Survey = {
  readonly id: string;
  readonly community: string;
  readonly version: number;
  readonly title: string;
  readonly titles: Label;
  readonly purposes: Label;
  readonly opens?: string | undefined;
  readonly closes?: string | undefined;
  readonly onePer: "none" | "household";
  readonly anonymous: boolean;
  readonly questions: readonly Question[];
};

/** Whether nobody may learn which door gave which answer: doors are known, answers are not theirs. */
export const isSecret = ({ onePer, anonymous }: Pick<Survey, "onePer" | "anonymous">) =>
  onePer === "household" && anonymous;

export function surveyFrom({ id, community, version, values: stored }: StoredRecord): Survey {
  const { title, titleEn = title, purpose = "", purposeEn = purpose, ...others } = values.parse(stored);
  return {
    id,
    community,
    version,
    title,
    titles: { zh: title, en: titleEn },
    purposes: { zh: purpose, en: purposeEn },
    ...others,
    questions: readQuestions(stored.questions as Value | undefined),
  };
}

const shared = sharedReads<StoredRecord | undefined>();

function read(deps: Deps, community: string, id: string): Promise<StoredRecord | undefined> {
  return shared(deps.documents, `${community}/${id}`, () => getRecord(deps, "surveys", community, id));
}

/** The survey as it is now; nothing when it was deleted or never was. */
export async function findSurvey(deps: Deps, community: string, id: string): Promise<Survey | undefined> {
  const record = await read(deps, community, id);
  return record && surveyFrom(record);
}

/** The survey as it was at a version, which is the one somebody saw while it was changed (问题版本). */
export async function surveyAt(deps: Deps, survey: Survey, version: number): Promise<Survey> {
  if (version === survey.version) return survey;
  const record = await read(deps, survey.community, survey.id);
  return record && version < record.version ? surveyFrom(await recordAt(deps, record, version)) : survey;
}
