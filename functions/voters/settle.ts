import { Refusal } from "../../shared/contract/refusal.ts";
import { doubtsOf } from "../../shared/rules/voters.ts";
import type { Effect } from "../flows/effect.ts";
import { readRules } from "../rules/read-rules.ts";
import { getRecord } from "../store/records.ts";
import { entriesOf, recordsOf, votingDayOf } from "./lists.ts";

/** A sign-off says what it covers and whose it is (核实, S3.8): what turns up later is doubtful anew. */
export const settleDoubts: Effect = async (deps, entry, { actor }) => {
  const { community, values } = entry;
  const election = await getRecord(deps, "elections", community, String(values.election));
  if (!election) throw new Refusal("conflict", [{ path: "election", code: "unknown-reference" }]);
  const [entries, residents, rules] = await Promise.all([
    entriesOf(deps, community, election.id),
    recordsOf(deps, "residents", community),
    readRules(deps, community),
  ]);
  const doubts = doubtsOf(entry, entries, residents, votingDayOf(election.values, rules));
  if (doubts.length === 0) throw new Refusal("conflict", [{ path: "state", code: "nothing-doubtful" }]);
  return { also: { settled: doubts, settledBy: actor.name } };
};
