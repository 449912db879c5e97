import { Refusal } from "../../shared/contract/refusal.ts";
import type { Rights } from "../../shared/guard/rights.ts";
import { dayOf } from "../../shared/rules/calendar.ts";
import type { QuestionResult } from "../../shared/rules/survey/tally.ts";
import { publicationNamed } from "../../shared/schema/publications.ts";
import type { Deps } from "../http/deps.ts";
import { planPublication } from "../publications/plan-publication.ts";
import { commit } from "../records/commit.ts";
import type { WriteContext } from "../records/context.ts";
import { givenBefore } from "../records/once.ts";
import { readRules } from "../rules/read-rules.ts";
import { allRecords, type StoredRecord } from "../store/records.ts";
import { again } from "../votes/act.ts";
import { surveyResults } from "./results.ts";
import type { Survey } from "./survey.ts";

/**
 * Makes an appraisal public (公布评议结果, V10, S6.9): once, when it is over and enough have answered; of its scales
 * alone, as mean and shares.
 */
export async function publishAppraisal(
  deps: Deps,
  survey: Survey,
  { rights, context }: { readonly rights: Rights; readonly context: Pick<WriteContext, "actor" | "once"> },
): Promise<StoredRecord> {
  const { community, id, titles, closes } = survey;
  if (!publicationNamed("appraisal").approves.some((post) => rights.posts.includes(post))) {
    throw new Refusal("no-right", [{ path: "", code: "approver-of-kind" }]);
  }
  const madeFrom = `surveys#${id}`;
  const { actor, once } = context;
  return again(async () => {
    const [results, rules] = await Promise.all([surveyResults(deps, survey), readRules(deps, community)]);
    const today = dayOf(deps.now());
    const least = rules.number("publication.appraisalLeast", today).value ?? 1;
    const scales = results.questions.filter(({ type, answered }) => type === "scale" && answered > 0);
    if (results.isOpen) throw refused("survey-open");
    if (scales.length === 0) throw refused("no-scale");
    if (scales.some(({ answered }) => answered < least)) throw refused("too-few-answers", { min: least });
    const published = await publishedFrom(deps, community, madeFrom);
    const before = published && (await givenBefore(deps, published, once));
    if (before) return before;
    if (published) throw refused("published-already");
    const ended = closes?.slice(0, 10);
    const plan = await planPublication(
      deps,
      "appraisal",
      {
        community,
        title: titles,
        madeFrom,
        source: {
          facts: { answers: results.answers, ended: ended !== undefined && ended < today ? ended : today },
          scores: scales.map(({ text, answered, mean, options }) => ({
            question: text,
            answered,
            mean: typeof mean === "number" ? mean.toFixed(2) : null,
            of: options.filter(({ former }) => !former).length,
          })),
          grades: scales.flatMap(gradesOf),
        },
      },
      { actor, action: "create", ...(once && { once }) },
    );
    await commit(deps, [plan]);
    return plan.record;
  });
}

const gradesOf = ({ text, options }: QuestionResult) =>
  options.map(({ label, share }) => ({ question: text, grade: label, share }));

async function publishedFrom(deps: Deps, community: string, madeFrom: string): Promise<StoredRecord | undefined> {
  for await (const record of allRecords(deps, "publications", community)) {
    if (record.values.source === madeFrom && record.values.state !== "withdrawn") return record;
  }
  return undefined;
}

const refused = (code: string, params?: Readonly<Record<string, number>>) =>
  new Refusal("conflict", [{ path: "", code, ...(params && { params }) }]);
