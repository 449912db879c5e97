import { Refusal } from "../../shared/contract/refusal.ts";
import { BEFORE_VOTE } from "../../shared/flows/steps/election-course.ts";
import type { Finding } from "../../shared/rules/finding.ts";
import type { Rules } from "../../shared/rules/in-force.ts";
import { resultRows } from "../../shared/rules/votes/rows.ts";
import { flowOf } from "../../shared/schema/flows.ts";
import type { VoteRule } from "../../shared/schema/vote.ts";
import type { Effect } from "../flows/effect.ts";
import { type MoverRights, planMove } from "../flows/move.ts";
import { stateOf } from "../flows/progress.ts";
import type { Deps } from "../http/deps.ts";
import type { WriteContext, WritePlan } from "../records/context.ts";
import { unchanged } from "../records/unchanged.ts";
import { allRecords, getRecord, type StoredRecord } from "../store/records.ts";
import type { PlannedItem } from "../store/transact.ts";
import { dayOfMeeting } from "../votes/act.ts";
import { seatsOf } from "../votes/choices.ts";
import { isOver, readVoteIndex, votesIn } from "../votes/votes-of.ts";
import { publicityFindings, unshownFindings } from "./shown.ts";
import { meetingProblems, rulesOf, standingFindings } from "./standing.ts";

/** States of a campaign whose vote is still to come, postponed or not. */
const VOTE_TO_COME: ReadonlySet<unknown> = new Set([...BEFORE_VOTE, "postponed"]);

/** What alone moves an election on with its vote. */
const voteRights: MoverRights = { posts: [], roles: ["vote"], can: () => false, sees: () => true };

/** The election (换届选举) that a meeting holds, if it is part of one. */
export async function electionOf(deps: Deps, community: string, meeting: string): Promise<StoredRecord | undefined> {
  for await (const record of allRecords(deps, "elections", community)) {
    if (record.values.meeting === meeting) return record;
  }
  return undefined;
}

/**
 * What the campaign has against opening its vote: a step that was left out (S3.5), a leading group that stands (S3.6),
 * somebody whom the formal list does not name (S3.14), another meeting than was prepared, more seats than there are.
 */
export async function campaignFindings(
  deps: Deps,
  { elects }: VoteRule,
  vote: StoredRecord,
  meeting: StoredRecord,
  standing: readonly StoredRecord[],
  rules: Rules,
): Promise<readonly Finding[]> {
  const election = elects && (await electionOf(deps, meeting.community, meeting.id));
  if (!election || election.values.kind !== elects) {
    const other = elects && (await underWay(deps, meeting.community, elects));
    if (!other) return [];
    return [{ code: "election-at-other-meeting", level: "fails", params: { title: String(other.values.title) } }];
  }
  const isReady = election.values.state === "prepared" || election.values.state === "voted";
  const title = String(election.values.title);
  return [
    ...(elects === "committee"
      ? [
          ...(await publicityFindings(deps, election, rules)),
          ...(await unshownFindings(deps, election, standing, "formal-candidates")),
        ]
      : []),
    ...meetingProblems(election, meeting).map(({ code, params = {} }) => ({ code, level: "fails" as const, params })),
    ...seatsFindings(election, vote, await electingVotes(deps, election)),
    ...(isReady ? [] : [{ code: "election-not-prepared", level: "fails" as const, params: { title } }]),
    ...standingFindings(election, standing, [], rules).filter(({ code }) => code === "candidate-serves"),
  ];
}

/** A campaign that has not come to its vote yet: nobody is elected beside it, at a meeting that is not its own (S3.5). */
async function underWay(deps: Deps, community: string, kind: string): Promise<StoredRecord | undefined> {
  for await (const record of allRecords(deps, "elections", community)) {
    if (record.values.kind === kind && VOTE_TO_COME.has(record.values.state)) return record;
  }
  return undefined;
}

/** Votes of one election elect no more than its seats together (S3.18): those elected, and the seats voted on now. */
function seatsFindings(
  { values }: StoredRecord,
  vote: StoredRecord,
  votes: readonly StoredRecord[],
): readonly Finding[] {
  const underWay = votes.filter((other) => other.id !== vote.id && !isOver(other) && other.values.state !== "prepared");
  const taken = votes.filter(isAnnounced).flatMap(elected).length;
  const count = taken + [vote, ...underWay].reduce((sum, one) => sum + seatsOf(one), 0);
  const seats = Number(values.seats);
  return count > seats ? [{ code: "seats-beyond-election", level: "fails", params: { count, seats } }] : [];
}

export type Elected = { readonly id: string; readonly name: string };

/** Everybody whom the announced votes of an election's meeting have elected. */
export async function electedIn(deps: Deps, election: StoredRecord): Promise<readonly Elected[]> {
  return (await electingVotes(deps, election)).filter(isAnnounced).flatMap(elected);
}

async function electingVotes(deps: Deps, election: StoredRecord): Promise<readonly StoredRecord[]> {
  const { community, values } = election;
  if (typeof values.meeting !== "string") return [];
  const votes = await votesIn(deps, community, await readVoteIndex(deps, community, values.meeting));
  const electing = new Set<unknown>(rulesOf(election).map(({ name }) => name));
  return votes.filter(({ values }) => electing.has(values.rule));
}

const isAnnounced = ({ values }: StoredRecord) => values.state === "announced";

const elected = ({ values }: StoredRecord): readonly Elected[] =>
  resultRows(values.results).filter((row) => row.elected);

/** How many were elected, and who is to have a certificate. */
const chosen = (winners: readonly Elected[]) => ({
  elected: winners.length,
  certificates: winners.map(({ name }) => ({ name })),
});

/** What announcing a vote does to its election. `stands` are votes that must still be as they were read. */
export type AfterVote = { readonly plan?: WritePlan; readonly stands: readonly PlannedItem[] };

/**
 * Moves the election on when the vote that is announced has filled its last seat. Until then the announcement stands on
 * the votes that are not over: of two announced at the same moment, the later one counts the seats of the other.
 */
export async function planElected(
  deps: Deps,
  { elects }: VoteRule,
  vote: StoredRecord,
  meeting: StoredRecord,
  { actor }: WriteContext,
  rules: Rules,
): Promise<AfterVote> {
  const election = elects && (await electionOf(deps, vote.community, meeting.id));
  const flow = election && flowOf("elections", election.values);
  if (!election || !flow || election.values.kind !== elects || stateOf(flow, election.values) !== "prepared") {
    return { stands: [] };
  }
  const votes = await electingVotes(deps, election);
  const winners = [...votes.filter(isAnnounced), vote].flatMap(elected);
  if (winners.length < Number(election.values.seats)) {
    const open = votes.filter((other) => other.id !== vote.id && !isOver(other));
    return { stands: open.map((other) => unchanged(deps, other)) };
  }
  const votedOn = dayOfMeeting(meeting);
  // The result is announced on the spot (S3.20): the day is the meeting's, whenever it is entered.
  const since = election.stage?.since ?? votedOn;
  const also = { votedOn, ...chosen(winners), stepOn: since > votedOn ? since : votedOn };
  const context = { actor, action: "move" } as const;
  const plan = await planMove(deps, flow, election, "vote", {}, context, { rights: voteRights, rules, also });
  return { plan, stands: [] };
}

/** Too few came to the meeting: its election is invalid until another one is prepared (选举无效). */
export async function planInvalid(
  deps: Deps,
  meeting: StoredRecord,
  { actor, reason }: WriteContext,
  rules: Rules,
): Promise<WritePlan | undefined> {
  const election = await electionOf(deps, meeting.community, meeting.id);
  const flow = election && flowOf("elections", election.values);
  if (!election || !flow || stateOf(flow, election.values) !== "prepared") return undefined;
  const context = { actor, action: "move", ...(reason !== undefined && { reason }) } as const;
  return planMove(deps, flow, election, "fail", {}, context, { rights: voteRights, rules });
}

/** Seats stay empty (缺额, S3.19): only after a vote has been announced, and while none goes on. */
export const someElected: Effect = async (deps, election) => {
  const { community, values } = election;
  const [meeting, votes] = await Promise.all([
    typeof values.meeting === "string" ? getRecord(deps, "meetings", community, values.meeting) : undefined,
    electingVotes(deps, election),
  ]);
  if (!votes.every(isOver)) throw new Refusal("conflict", [{ path: "elected", code: "votes-not-over" }]);
  const winners = votes.filter(isAnnounced).flatMap(elected);
  if (!meeting || winners.length === 0) throw new Refusal("conflict", [{ path: "elected", code: "no-vote-announced" }]);
  return { also: { votedOn: dayOfMeeting(meeting), ...chosen(winners) } };
};
