import type { Rules } from "../../shared/rules/in-force.ts";
import type { VotingDay } from "../../shared/rules/voters.ts";
import type { Values } from "../../shared/schema/field.ts";
import type { Deps } from "../http/deps.ts";
import { allRecords, type StoredRecord } from "../store/records.ts";

export async function recordsOf(deps: Deps, register: string, community: string): Promise<StoredRecord[]> {
  const found: StoredRecord[] = [];
  for await (const record of allRecords(deps, register, community)) found.push(record);
  return found;
}

/** Entries of one election's voter list. */
export async function entriesOf(deps: Deps, community: string, election: string): Promise<StoredRecord[]> {
  return (await recordsOf(deps, "voters", community)).filter(({ values }) => values.election === election);
}

export function votingDayOf(election: Values, rules: Rules): VotingDay {
  const day = String(election.day);
  return { day, age: rules.number("elections.votingAge", day).value ?? 0 };
}
