import { type FieldProblem, invalid, Refusal } from "../../shared/contract/refusal.ts";
import { candidatesFor } from "../../shared/rules/candidate-margin.ts";
import { leadingNames } from "../../shared/rules/election.ts";
import { type Finding, findingOf } from "../../shared/rules/finding.ts";
import type { Rules } from "../../shared/rules/in-force.ts";
import { isListed } from "../../shared/rules/voters.ts";
import { candidateFindings, type Officer, twiceFindings } from "../../shared/rules/votes/standing.ts";
import type { VoteRule } from "../../shared/schema/vote.ts";
import { VOTES } from "../../shared/schema/vote-rules.ts";
import type { Effect } from "../flows/effect.ts";
import type { Deps } from "../http/deps.ts";
import { readRules } from "../rules/read-rules.ts";
import { allRecords, getRecord, type StoredRecord } from "../store/records.ts";
import { entriesOf } from "../voters/lists.ts";
import { dayOfMeeting, refuseFailing } from "../votes/act.ts";
import { asCandidate, officersOf } from "../votes/candidates.ts";
import { type CandidateList, unshownFindings } from "./shown.ts";

/** Rules by which an election is decided (V1, V2). */
export function rulesOf({ values }: Pick<StoredRecord, "values">): readonly VoteRule[] {
  return [...VOTES.values()].filter(({ elects }) => elects === values.kind);
}

/**
 * Nominations are closed (S3.6, S3.11, S3.12): enough stand, each was put forward by enough, and nobody of the leading
 * group is among them.
 */
export const enoughStand: Effect = standingAs();

/** Those who are displayed or sent to the street are those on the preliminary list (S3.13). */
export const displayedStand: Effect = standingAs("candidates");

/** Those who are published stand on both lists: nobody joins whom residents and street have not seen (S3.13, S3.14). */
export const publishedStand: Effect = standingAs("candidates", "formal-candidates");

function standingAs(...lists: readonly CandidateList[]): Effect {
  return async (deps, election, _context, given) => {
    const meeting = await meetingFor(deps, election, given.meeting);
    if (!meeting) return {};
    const count = await refuseStanding(deps, election, meeting, { lists });
    return { also: { candidates: count } };
  };
}

/** Everything is ready for the vote (S3.16): scrutineers and tellers are chosen, and none of them stands. */
export const officersReady: Effect = async (deps, election, _context, given) => {
  const meeting = await meetingFor(deps, election, given.meeting);
  if (!meeting) return {};
  const officers = officersOf(meeting.values);
  const serves = (role: string) => officers.some((officer) => officer.role === role);
  if (!serves("scrutineer") || !serves("teller")) {
    throw new Refusal("conflict", [{ path: "meeting", code: "officers-missing" }]);
  }
  const lists = election.values.kind === "committee" ? (["formal-candidates"] as const) : [];
  await refuseStanding(deps, election, meeting, { officers, lists });
  return {};
};

/** Refuses what stands against those who stand; answers how many they are. */
async function refuseStanding(
  deps: Deps,
  election: StoredRecord,
  meeting: StoredRecord,
  { officers = [], lists }: { readonly officers?: readonly Officer[]; readonly lists: readonly CandidateList[] },
): Promise<number> {
  const standing = await standingAtMeeting(deps, election, meeting.id);
  const unshown = await Promise.all(lists.map((kind) => unshownFindings(deps, election, standing, kind)));
  const rules = await readRules(deps, election.community);
  refuseFailing(
    [
      ...marginFindings(election, standing.length, rules),
      ...twiceFindings(standing.map(asCandidate)),
      ...standingFindings(election, standing, officers, rules),
      ...(await nominatorFindings(deps, election, standing)),
      ...unshown.flat(),
    ],
    [],
  );
  return standing.length;
}

/** What stands against single candidates of an election: above all that they sit in its leading group (S3.6). */
export function standingFindings(
  { values }: StoredRecord,
  standing: readonly StoredRecord[],
  officers: readonly Officer[],
  rules: Rules,
): readonly Finding[] {
  const serving = [...leadingNames(values).map((name) => ({ name, role: "leading" })), ...officers];
  const at = { day: String(values.day), officers: serving, posts: [] };
  return standing.flatMap((record) => candidateFindings(asCandidate(record), at, rules));
}

function marginFindings(election: StoredRecord, count: number, rules: Rules): readonly Finding[] {
  const [rule] = rulesOf(election);
  const seats = Number(election.values.seats ?? 0);
  if (!rule?.margin) return [];
  const day = String(election.values.day);
  const rate = rules.number(rule.margin.rate, day);
  const least = rules.number(rule.margin.least, day).value ?? 0;
  const params = { count, seats, needed: candidatesFor(seats, rate.value ?? 0, least) };
  return findingOf(rate, "candidates-too-few", (value) => count < candidatesFor(seats, value, least), params);
}

/** Ways of putting somebody forward that need each nominator's name from the voter list (S3.11). */
const SIGNED: ReadonlySet<unknown> = new Set(["voters", "households"]);

/** Nominators of the committee's candidates are on the election's voter list, each by name (S3.11). */
async function nominatorFindings(
  deps: Deps,
  { community, id, values }: StoredRecord,
  standing: readonly StoredRecord[],
): Promise<readonly Finding[]> {
  const signed = standing.filter((candidate) => SIGNED.has(candidate.values.nominatedBy));
  if (values.kind !== "committee" || signed.length === 0) return [];
  const listed = new Set(
    (await entriesOf(deps, community, id)).filter((entry) => isListed(entry.values)).map((entry) => entry.id),
  );
  return signed.flatMap(({ values: { person, signatories } }) => {
    const ids = Array.isArray(signatories) ? signatories : [];
    const params = { name: String(person), count: ids.filter((one) => !listed.has(String(one))).length };
    if (ids.length === 0) return [{ code: "nominators-unnamed", level: "fails" as const, params }];
    return params.count > 0 ? [{ code: "nominators-not-listed", level: "fails" as const, params }] : [];
  });
}

/** Everybody who stands at the meeting of an election. */
export async function standingAtMeeting(deps: Deps, election: StoredRecord, meeting: string): Promise<StoredRecord[]> {
  const electing = new Set<unknown>(rulesOf(election).map(({ name }) => name));
  const found: StoredRecord[] = [];
  for await (const record of allRecords(deps, "candidates", election.community)) {
    const { values } = record;
    if (values.meeting === meeting && electing.has(values.rule) && values.withdrawn !== true) found.push(record);
  }
  return found;
}

/** What stands against a meeting that is to elect: it is of another kind, or on another day (S3.18). */
export function meetingProblems({ values }: StoredRecord, meeting: StoredRecord): readonly FieldProblem[] {
  const kind = String(meeting.values.kind);
  const isOthers = values.kind === "committee" && kind !== (values.electorate ?? "representatives");
  if (isOthers || !rulesOf({ values }).some(({ meetings }) => meetings.includes(kind))) {
    return [{ path: "meeting", code: "meeting-of-other-kind" }];
  }
  const day = String(values.day);
  return dayOfMeeting(meeting) === day ? [] : [{ path: "meeting", code: "meeting-on-other-day", params: { day } }];
}

/** The meeting that elects. One that is not there the step itself refuses. */
async function meetingFor(deps: Deps, election: StoredRecord, given: unknown): Promise<StoredRecord | undefined> {
  const { community, values } = election;
  const id = given ?? values.meeting;
  const meeting = typeof id === "string" ? await getRecord(deps, "meetings", community, id) : undefined;
  if (!meeting) return undefined;
  const problems = meetingProblems(election, meeting);
  if (problems.length > 0) throw invalid(...problems);
  // Its roll is the voter list only if it is called as this election's meeting (S3.8).
  const isCalled = meeting.values.state !== "planned" && meeting.id !== values.meeting;
  if (meeting.values.kind === "residents" && isCalled) {
    throw new Refusal("conflict", [{ path: "meeting", code: "meeting-called-before" }]);
  }
  return meeting;
}
