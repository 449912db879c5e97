import { invalid } from "../../shared/contract/refusal.ts";
import { openAffairs } from "../../shared/flows/open-affairs.ts";
import type { Effect } from "../flows/effect.ts";
import { type MoverRights, planMove } from "../flows/move.ts";
import { getRecord } from "../store/records.ts";

/** What a case alone does: a question opens what was posted again. */
const caseRights: MoverRights = { posts: [], roles: ["case"], can: () => false, sees: () => true };

/**
 * A case that questions open affairs (疑问, S8.14), by form or at the desk: what was posted is questioned from the moment
 * the case is classified, and is not archived before the case has its answer.
 */
export const questionsAffairs: Effect = async (deps, { community }, { actor }, { affairs: id }) => {
  if (typeof id !== "string") return {};
  const item = await getRecord(deps, "open-affairs", community, id);
  // A reference to nothing is refused by the step itself.
  if (!item || item.values.state === "questioned") return {};
  if (!openAffairs.moves.ask?.from.includes(String(item.values.state))) {
    throw invalid({ path: "affairs", code: "affairs-not-posted" });
  }
  const by = { actor, action: "move" } as const;
  const plan = await planMove(deps, openAffairs, item, "ask", {}, by, { rights: caseRights });
  return { extra: plan.items };
};
