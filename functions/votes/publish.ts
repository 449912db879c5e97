import { voteOutcome } from "../../shared/codes/vote.ts";
import { resultRows } from "../../shared/rules/votes/rows.ts";
import type { Label } from "../../shared/schema/label.ts";
import { isOnPeople } from "../../shared/schema/vote.ts";
import type { Deps } from "../http/deps.ts";
import { planPublication } from "../publications/plan-publication.ts";
import type { WriteContext, WritePlan } from "../records/context.ts";
import type { StoredRecord } from "../store/records.ts";
import { dayOfMeeting } from "./act.ts";
import { ruleOf } from "./choices.ts";

/** Most characters of a publication's title. */
const TITLE_MAX = 80;

/** The result as everybody may read it, public at once (当场公布, P4, S3.20): the figures, and the votes of each name. */
export async function planResult(
  deps: Deps,
  vote: StoredRecord,
  meeting: StoredRecord,
  source: Label,
  context: Pick<WriteContext, "actor">,
): Promise<WritePlan> {
  const { community, id, values } = vote;
  const rule = ruleOf(vote);
  const rows = resultRows(values.results);
  const [question] = rows;
  const number = (key: string) => (typeof values[key] === "number" ? values[key] : undefined);
  const [returned, spoiled] = [number("returned") ?? 0, number("spoiled") ?? 0];
  const byBallot = values.method === "ballot";
  const title = [...String(values.title)].slice(0, TITLE_MAX).join("");
  const figures = {
    meeting: String(meeting.values.title),
    decidedOn: dayOfMeeting(meeting),
    rule: rule.label,
    entitled: number("due"),
    present: number("present"),
    ...(byBallot && { issued: number("issued"), returned, valid: returned - spoiled, spoiled }),
    ...(!isOnPeople(rule) && { for: question?.for, against: question?.against, abstain: question?.abstain }),
    needed: number("needed"),
    outcome: voteOutcome.codes[String(values.outcome)],
    source,
  };
  const candidates = rows.map(({ id: _id, office, ...row }) => ({ ...row, office }));
  return planPublication(
    deps,
    "result",
    {
      community,
      title: { zh: title, en: title },
      madeFrom: `votes#${id}`,
      source: { figures, ...(isOnPeople(rule) && { candidates }) },
    },
    { ...context, action: "create" },
  );
}
