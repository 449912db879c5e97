import { addDays } from "../../shared/rules/calendar.ts";
import { shownSince } from "../../shared/rules/election-conditions.ts";
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

/**
 * What stands against voting because a list was made public too late or never (S3.8, S3.14): for an election on the
 * 26th the candidates' last day is the 21st, to its end.
 */
export async function publicityFindings(deps: Deps, election: StoredRecord, rules: Rules): Promise<readonly Finding[]> {
  const { id, community, values } = election;
  const day = String(values.day);
  const publications = (await recordsOf(deps, "publications", community)).filter((row) => row.values.election === id);
  return LISTS.flatMap(({ kind, name, days }) => {
    const posted = shownSince(
      publications.map((row) => ({ id: row.id, values: row.values })),
      kind,
    );
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
