import { invalid } from "../../shared/contract/refusal.ts";
import { ADOPTED } from "../../shared/rules/document.ts";
import { isAdopted } from "../../shared/rules/proposal.ts";
import type { Effect } from "../flows/effect.ts";
import { getRecord } from "../store/records.ts";
import { isDecidedByResidents } from "../votes/residents-opinion.ts";

/**
 * What residents give themselves (charter, pledge, rules of their meeting; S7.7, S7.9) comes into force only by a
 * proposal that the meeting itself has adopted.
 */
export const adoptedFirst: Effect = async (deps, { community, values }, _context, given) => {
  if (!ADOPTED.has(String(values.kind))) return {};
  const id = given.approvedBy ?? values.approvedBy;
  const proposal = typeof id === "string" ? await getRecord(deps, "proposals", community, id) : undefined;
  const isTheirs = proposal && isAdopted(proposal.values.state) && isDecidedByResidents(proposal.values);
  if (!isTheirs) throw invalid({ path: "approvedBy", code: "not-adopted" });
  return {};
};
