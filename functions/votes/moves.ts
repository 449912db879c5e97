import { Refusal } from "../../shared/contract/refusal.ts";
import { flowOf } from "../../shared/schema/flows.ts";
import { planMove } from "../flows/move.ts";
import type { Deps } from "../http/deps.ts";
import { commit } from "../records/commit.ts";
import { givenBefore } from "../records/once.ts";
import { readRules } from "../rules/read-rules.ts";
import { type Acted, type Actor, again, heldRecord } from "./act.ts";
import { planAnnouncement } from "./announce.ts";
import { planOpen } from "./open-vote.ts";
import type { VoteAct, VotePlan } from "./vote-act.ts";

/** Moves of a vote; its counts have a way of their own, which ends in the move `count`. */
export const VOTE_MOVES = ["open", "recount", "announce", "void"] as const;
export type VoteMove = (typeof VOTE_MOVES)[number];

/** What a count has put on a vote, and a new counting takes off again. */
const COUNTED = ["issued", "returned", "spoiled", "results", "needed", "outcome", "missing", "countedBy"];

/** Moves a vote. Of two who move it at the same time one does, and the other is told where it now stands. */
export async function moveVote(
  deps: Deps,
  community: string,
  id: string,
  move: VoteMove,
  given: Readonly<Record<string, unknown>>,
  actor: Actor,
): Promise<Acted> {
  const rules = await readRules(deps, community);
  return again(async () => {
    const current = await heldRecord(deps, "votes", community, id);
    const before = await givenBefore(deps, current, actor.context.once);
    if (before) return { record: before, warnings: [], rules: [] };
    const flow = flowOf("votes", current.values);
    if (!flow) throw new Refusal("not-found");
    const {
      plans,
      warnings = [],
      rules: acting = [],
    } = await PLANS[move](deps, {
      ...actor,
      community,
      flow,
      current,
      given,
      rules,
    });
    await commit(deps, plans);
    return { record: plans[0].record, warnings, rules: acting };
  });
}

const PLANS: Readonly<Record<VoteMove, (deps: Deps, act: VoteAct) => Promise<VotePlan>>> = {
  open: planOpen,
  announce: planAnnouncement,
  // Earlier counts stay where they are; new ones are taken beside them.
  recount: async (deps, act) => {
    const { flow, current, given, context, rights, rules } = act;
    const cleared = Object.fromEntries(COUNTED.map((key) => [key, null]));
    const also = { ...cleared, recounts: Number(current.values.recounts ?? 0) + 1 };
    return { plans: [await planMove(deps, flow, current, "recount", given, context, { rights, rules, also })] };
  },
  void: async (deps, { flow, current, given, context, rights, rules }) => ({
    plans: [await planMove(deps, flow, current, "void", given, context, { rights, rules })],
  }),
};
