import { minuteOf } from "../../shared/rules/calendar.ts";
import { resultRows } from "../../shared/rules/votes/rows.ts";
import { isOnPeople } from "../../shared/schema/vote.ts";
import { planElected } from "../elections/outcome.ts";
import { planMove } from "../flows/move.ts";
import { planHandoverAfter } from "../handovers/after-election.ts";
import type { Deps } from "../http/deps.ts";
import type { WritePlan } from "../records/context.ts";
import { planCreate, planPatch } from "../records/plan.ts";
import { getRecord, type StoredRecord } from "../store/records.ts";
import { dayOfMeeting, heldRecord, listNamed } from "./act.ts";
import { officersOf } from "./candidates.ts";
import { asRows, choicesOf, ruleIn } from "./choices.ts";
import { planDecision } from "./proposals.ts";
import { planResult } from "./publish.ts";
import { planTakingPost } from "./take-post.ts";
import type { VoteAct, VotePlan } from "./vote-act.ts";
import { indexWrite, readVoteIndex } from "./votes-of.ts";

/**
 * Announces a result (宣布结果, S3.20): on the spot, by the head of the leading group. In the same transaction the
 * proposal is adopted or rejected, the candidates have their votes, a run-off or another round is prepared, the result
 * is public, a group's new leader holds the post, the outgoing committee's handover opens, and the election goes on
 * once its last seat is filled.
 */
export async function planAnnouncement(deps: Deps, act: VoteAct): Promise<VotePlan> {
  const { community, flow, current, given, context, rights, rules } = act;
  const { values } = current;
  const meeting = await heldRecord(deps, "meetings", community, String(values.meeting));
  const head = officersOf(meeting.values).find(({ role }) => role === "head");
  const also = { announced: minuteOf(deps.now()), announcedBy: head?.name ?? context.actor.name };
  const next = await nextRound(deps, act);
  const rule = ruleIn(current, meeting);
  const election = next ? { stands: [] } : await planElected(deps, rule, current, meeting, context, rules);
  const extra = election.stands;
  const vote = await planMove(deps, flow, current, "announce", given, context, { rights, rules, also, extra });
  const proposal = await planDecision(deps, act, meeting, rule);
  const candidates = isOnPeople(rule) ? await candidatePlans(deps, act) : [];
  const { source } = rules.at(rule.pass, dayOfMeeting(meeting));
  const result = rule.published ? await planResult(deps, current, meeting, source, context) : undefined;
  const handover =
    rule.endsTerm && !next ? await planHandoverAfter(deps, community, dayOfMeeting(meeting), context) : undefined;
  const post = rule.takesPost && !next ? await planTakingPost(deps, act, meeting, rule.takesPost) : [];
  const further = [proposal, ...candidates, next, result, handover, election.plan, ...post].filter(
    (plan) => plan !== undefined,
  );
  return { plans: [vote, ...further] };
}

async function candidatePlans(deps: Deps, { community, current, context }: VoteAct): Promise<WritePlan[]> {
  const { actor } = context;
  const plans = await Promise.all(
    resultsOf(current).map(async ({ id, elected, ...tally }) => {
      const candidate = await getRecord(deps, "candidates", community, id);
      if (!candidate) return "unchanged" as const;
      const got = { votesFor: tally.for, votesAgainst: tally.against, abstained: tally.abstain, elected };
      return planPatch(
        deps,
        listNamed("candidates"),
        candidate,
        got,
        { actor, action: "move", byAction: true },
        { referencesHold: true },
      );
    }),
  );
  return plans.filter((plan) => plan !== "unchanged");
}

/** The further vote that a tie or an empty seat asks for: among those who are left, for the seats that are. */
async function nextRound(deps: Deps, { community, current, context }: VoteAct): Promise<WritePlan | undefined> {
  const { values } = current;
  const seats = Number(values.missing ?? 0);
  if (seats === 0) return undefined;
  const results = resultsOf(current);
  const left = values.outcome === "run-off" ? tied(results) : results.filter(({ elected }) => !elected);
  const ids = new Set(left.map(({ id }) => id));
  const choices = choicesOf(current).filter(({ id }) => ids.has(id));
  if (choices.length === 0) return undefined;
  const meeting = String(values.meeting);
  const index = await readVoteIndex(deps, community, meeting);
  const id = deps.newId();
  const { title, rule, method, office } = values;
  const further = {
    title,
    meeting,
    rule,
    method,
    ...(office !== undefined && { office }),
    seats,
    round: Number(values.round ?? 1) + 1,
    follows: current.id,
    choices: asRows(choices),
  };
  const extra = [indexWrite(deps, community, meeting, index, [id])];
  const { actor } = context;
  return planCreate(
    deps,
    listNamed("votes"),
    community,
    further,
    { actor, action: "create", byAction: true },
    { id, extra },
  );
}

type Result = ReturnType<typeof resultsOf>[number];

/** Those who have as many votes as the best who was not elected. */
function tied(results: readonly Result[]): readonly Result[] {
  const rest = results.filter(({ elected }) => !elected);
  const most = Math.max(...rest.map((row) => row.for));
  return rest.filter((row) => row.for === most);
}

const resultsOf = ({ values }: StoredRecord) => resultRows(values.results);
