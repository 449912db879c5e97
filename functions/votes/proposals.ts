import { invalid, Refusal } from "../../shared/contract/refusal.ts";
import { dayOf } from "../../shared/rules/calendar.ts";
import type { Rules } from "../../shared/rules/in-force.ts";
import { leastMeeting } from "../../shared/rules/threshold.ts";
import { deciding } from "../../shared/rules/votes/quorum.ts";
import { resultRows } from "../../shared/rules/votes/rows.ts";
import { flowOf } from "../../shared/schema/flows.ts";
import type { VoteRule } from "../../shared/schema/vote.ts";
import { type MoverRights, planMove } from "../flows/move.ts";
import type { Deps } from "../http/deps.ts";
import type { WritePlan } from "../records/context.ts";
import { getRecord, type StoredRecord } from "../store/records.ts";
import { dayOfMeeting, heldRecord, kindOf } from "./act.ts";
import { isDecidedByResidents, refuseOpposed } from "./residents-opinion.ts";
import type { VoteAct } from "./vote-act.ts";
import { isOver } from "./votes-of.ts";

/** What alone adopts or rejects a proposal (S7.7). */
const voteRights: MoverRights = { posts: [], roles: ["vote"], can: () => false, sees: () => true };

/**
 * The proposal a vote decides (S7.3, S7.7, S7.8): put to this very meeting, not being voted on already, of a class that
 * the meeting decides, and not against what the residents have said.
 */
export async function proposalOf(
  deps: Deps,
  meeting: StoredRecord,
  { decides }: VoteRule,
  id: unknown,
  votes: readonly StoredRecord[],
): Promise<StoredRecord | undefined> {
  if (id === undefined || id === null) return undefined;
  if (!decides || decides.at?.includes(kindOf(meeting).name) === false) {
    throw invalid({ path: "proposal", code: "takes-no-proposal" });
  }
  const proposal = await getRecord(deps, "proposals", meeting.community, String(id));
  if (!proposal) throw invalid({ path: "proposal", code: "unknown-reference" });
  const { values } = proposal;
  if (values.state !== "put" || values.meeting !== meeting.id) {
    throw new Refusal("conflict", [{ path: "proposal", code: "proposal-not-put" }]);
  }
  if (!decides.classes.includes(String(values.class))) throw invalid({ path: "proposal", code: "class-of-other-vote" });
  if (votes.some((vote) => vote.values.proposal === id && !isOver(vote))) {
    throw new Refusal("conflict", [{ path: "proposal", code: "proposal-being-voted" }]);
  }
  if (decides.by === "committees") {
    if (isDecidedByResidents(values)) throw new Refusal("conflict", [{ path: "proposal", code: "residents-decided" }]);
    await refuseOpposed(deps, proposal, "proposal");
  }
  return proposal;
}

/** What the announced vote makes of its proposal: adopted, rejected, or undecided where there is no majority either way. */
export async function planDecision(
  deps: Deps,
  { community, current, context, rules }: VoteAct,
  meeting: StoredRecord,
  rule: VoteRule,
): Promise<WritePlan | undefined> {
  const { proposal: id, outcome, present } = current.values;
  if (typeof id !== "string") return undefined;
  const proposal = await heldRecord(deps, "proposals", community, id);
  const flow = flowOf("proposals", proposal.values);
  if (!flow) throw new Error("A proposal follows its flow");
  const [row] = resultRows(current.values.results);
  const isAdopted = outcome === "adopted";
  // The residents may have answered while the committees voted.
  if (isAdopted && rule.decides?.by === "committees") await refuseOpposed(deps, proposal, "proposal");
  const isSplit = rule.decides?.by === "committees" && (row?.against ?? 0) < votesNeeded(rule, meeting, current, rules);
  const move = isAdopted ? "adopt" : isSplit ? "disagree" : "reject";
  const also = {
    decidedOn: dayOf(deps.now()),
    ...(move !== "disagree" && { decidedBy: rule.name }),
    votesFor: row?.for,
    votesAgainst: row?.against,
    abstained: row?.abstain,
    present,
  };
  const { actor } = context;
  return planMove(deps, flow, proposal, move, {}, { actor, action: "move" }, { rights: voteRights, rules, also });
}

/** How many make a majority, for as well as against. */
function votesNeeded({ pass }: VoteRule, meeting: StoredRecord, vote: StoredRecord, rules: Rules): number {
  return leastMeeting(Number(vote.values.present ?? 0), deciding(rules.threshold(pass, dayOfMeeting(meeting))));
}
