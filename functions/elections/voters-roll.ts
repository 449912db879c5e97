import { compareNames } from "../../shared/rules/surname-order.ts";
import { isListed } from "../../shared/rules/voters.ts";
import type { Deps } from "../http/deps.ts";
import type { StoredRecord } from "../store/records.ts";
import { entriesOf, recordsOf } from "../voters/lists.ts";
import type { Entitled } from "../votes/roll.ts";
import { electionOf } from "./outcome.ts";

/**
 * The roll of a meeting at which all voters elect the committee (S3.8): those on the election's voter list but
 * nobody deprived of political rights, and not everybody of age. Nothing for any other meeting.
 */
export async function votersRoll(deps: Deps, meeting: StoredRecord): Promise<Entitled[] | undefined> {
  if (meeting.values.kind !== "residents") return undefined;
  const { community } = meeting;
  const election = await electionOf(deps, community, meeting.id);
  if (election?.values.kind !== "committee") return undefined;
  const [entries, groups, residents] = await Promise.all([
    entriesOf(deps, community, election.id),
    recordsOf(deps, "groups", community),
    recordsOf(deps, "residents", community),
  ]);
  const deprived = new Set(residents.filter(({ values }) => values.voting === "deprived").map(({ id }) => id));
  const names = new Map(groups.map(({ id, values }) => [id, String(values.name ?? values.no)]));
  return entries
    .filter(({ values }) => isListed(values) && !deprived.has(String(values.resident)))
    .map(({ id, values }) => {
      const note = names.get(String(values.group));
      return { id, name: String(values.name), ...(note !== undefined && { note }) };
    })
    .sort((a, b) => compareNames(a.name, b.name) || (a.id < b.id ? -1 : 1));
}
