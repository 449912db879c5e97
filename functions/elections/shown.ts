import { addDays } from "../../shared/rules/calendar.ts";
import { isListedIn, listsShown, shownSince } from "../../shared/rules/election-conditions.ts";
import { type Finding, findingOf } from "../../shared/rules/finding.ts";
import type { Rules } from "../../shared/rules/in-force.ts";
import type { Deps } from "../http/deps.ts";
import type { StoredRecord } from "../store/records.ts";
import { recordsOf } from "../voters/lists.ts";

/** Lists that must have been public so many days before election day. */
const LISTS = [
  { kind: "voters", name: "voters", days: "elections.voterListDays" },
  { kind: "formal-candidates", name: "candidates", days: "elections.candidateListDays" },
] as const;

/** The lists of candidates: those put forward, and those who stand. */
export type CandidateList = "candidates" | "formal-candidates";

/**
 * What stands against voting because a list was made public too late or never (S3.8, S3.14): for an election on the
 * 26th the candidates' last day is the 21st, to its end.
 */
export async function publicityFindings(deps: Deps, election: StoredRecord, rules: Rules): Promise<readonly Finding[]> {
  const day = String(election.values.day);
  const publications = await recordsOf(deps, "publications", election.community);
  return LISTS.flatMap(({ kind, name, days }) => {
    const posted = shownSince(listsShown(publications, kind, election), kind);
    const rule = rules.number(days, day);
    const asked = rule.value ?? rule.firm?.value ?? 0;
    const params = {
      day,
      last: addDays(day, -asked),
      ...(posted !== undefined && { posted, earliest: addDays(posted, asked) }),
    };
    const code = posted === undefined ? `${name}-unpublished` : `${name}-late`;
    return findingOf(rule, code, (count) => posted === undefined || posted > addDays(day, -count), params);
  });
}

/**
 * Who stands and was not on the list that was last made public (S3.13, S3.14). A list that is not public at all is told
 * elsewhere.
 */
export async function unshownFindings(
  deps: Deps,
  election: StoredRecord,
  standing: readonly StoredRecord[],
  kind: CandidateList,
): Promise<readonly Finding[]> {
  const [list] = listsShown(await recordsOf(deps, "publications", election.community), kind, election);
  if (!list) return [];
  return standing
    .filter(({ values }) => !isListedIn(list.values, values))
    .map(({ values }) => ({ code: "candidate-not-shown", level: "fails", params: { name: String(values.person) } }));
}
