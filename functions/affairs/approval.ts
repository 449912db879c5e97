import { invalid } from "../../shared/contract/refusal.ts";
import { isAdopted } from "../../shared/rules/proposal.ts";
import { councilWords, meetingWords } from "../../shared/words/affairs.ts";
import type { Effect } from "../flows/effect.ts";
import { getRecord } from "../store/records.ts";
import { isDecidedByResidents } from "../votes/residents-opinion.ts";

/** Who of the committee fixed it (审定, S8.14) stands on it. */
export const fixedByCommittee: Effect = async (_deps, _item, { actor }) => ({ also: { fixedBy: actor.name } });

/** The council approves it by one of its members (审议, S8.14). */
export const approvedByCouncil: Effect = async (_deps, _item, { actor }) => ({
  also: { approvedBy: councilWords(actor.name) },
});

/** The representatives' meeting approves it: by a proposal that they themselves adopted (S8.14). */
export const approvedByMeeting: Effect = async (deps, { community }, _context, { proposal: id }) => {
  const proposal = typeof id === "string" ? await getRecord(deps, "proposals", community, id) : undefined;
  const holds = proposal && isAdopted(proposal.values.state) && isDecidedByResidents(proposal.values);
  if (id !== undefined && !holds) throw invalid({ path: "proposal", code: "not-adopted" });
  return { also: { approvedBy: meetingWords } };
};
