import { Refusal } from "../../shared/contract/refusal.ts";
import { minuteOf } from "../../shared/rules/calendar.ts";
import type { Finding } from "../../shared/rules/finding.ts";
import type { InForce, Rules } from "../../shared/rules/in-force.ts";
import { actingRules, type Preparation, readiness } from "../../shared/rules/votes/readiness.ts";
import { isOnPeople } from "../../shared/schema/vote.ts";
import { campaignFindings } from "../elections/outcome.ts";
import { planMove } from "../flows/move.ts";
import type { Deps } from "../http/deps.ts";
import type { WritePlan } from "../records/context.ts";
import { unchanged } from "../records/unchanged.ts";
import type { StoredRecord } from "../store/records.ts";
import { dayOfMeeting, heldRecord, refuseFailing } from "./act.ts";
import { closeDoor, doorWrite, readPresence, readRoll } from "./attendance.ts";
import { asCandidate, standingAt, standingIn } from "./candidates.ts";
import { asRows, choicesFor, ruleIn, seatsOf } from "./choices.ts";
import type { VoteAct, VotePlan } from "./vote-act.ts";
import { isOver, readVoteIndex, votesIn } from "./votes-of.ts";

/** What stands against opening a vote now, and who would be on its paper. */
export type Readiness = {
  readonly findings: readonly Finding[];
  readonly rules: readonly InForce[];
  readonly standing: readonly StoredRecord[];
};

/** Looks at a vote as if it were opened with so many present. */
export async function lookAt(
  deps: Deps,
  vote: StoredRecord,
  meeting: StoredRecord,
  { due, present }: { readonly due: number; readonly present: number },
  rules: Rules,
  given: Readonly<Record<string, unknown>> = {},
): Promise<Readiness> {
  const rule = ruleIn(vote, meeting);
  const standing = isOnPeople(rule) ? await standingIn(deps, vote) : [];
  const round = Number(vote.values.round ?? 1);
  const names = new Set(choicesFor(vote, standing).map(({ id }) => id));
  const { proposersKind, proposers, proposersOf } = vote.values;
  const statement = given.statement ?? vote.values.statement;
  const preparation: Preparation = {
    ...(await standingAt(deps, meeting, rule.checks?.includes("supervision") ?? false)),
    due,
    present,
    method: String(vote.values.method),
    seats: seatsOf(vote),
    round,
    candidates: standing.filter(({ id }) => names.has(id)).map(asCandidate),
    ...(typeof proposersKind === "string" && {
      proposers: { kind: proposersKind, count: Number(proposers ?? 0), of: Number(proposersOf ?? 0) },
    }),
    ...(typeof statement === "string" && { statement }),
  };
  return {
    findings: [
      ...readiness(rule, preparation, rules),
      ...(await campaignFindings(deps, rule, vote, meeting, standing, rules)),
    ],
    rules: actingRules(rule, dayOfMeeting(meeting), rules),
    standing,
  };
}

/**
 * Opens a vote (开始表决, S3.18, S3.19): enough must be there and enough must stand. With the first one nobody comes or
 * goes any more, and the names on the paper are fixed.
 */
export async function planOpen(deps: Deps, act: VoteAct): Promise<VotePlan> {
  const { community, current, rules, given } = act;
  // What the flow itself refuses is refused before anybody's door is closed.
  await planned(deps, act, {});
  const meeting = await heldRecord(deps, "meetings", community, String(current.values.meeting));
  if (meeting.values.state !== "open") throw new Refusal("conflict", [{ path: "meeting", code: "meeting-not-open" }]);
  const [roll, presence] = await Promise.all([
    readRoll(deps, community, meeting.id),
    readPresence(deps, community, meeting.id),
  ]);
  const due = roll.length;
  const before = await lookAt(deps, current, meeting, { due, present: presence.present.size }, rules, given);
  refuseFailing(before.findings, before.rules);
  const present = presence.closed ? [...presence.present] : await closeDoor(deps, community, meeting.id);
  const sharing = ruleIn(current, meeting).elects ? await othersIn(deps, current, meeting.id) : [];
  const seen = await lookAt(deps, current, meeting, { due, present: present.length }, rules, given);
  const warnings = refuseFailing(seen.findings, seen.rules);
  const choices = choicesFor(current, seen.standing);
  const plan = await planned(
    deps,
    act,
    { choices: asRows(choices), due, present: present.length, opened: minuteOf(deps.now()) },
    [
      unchanged(deps, meeting),
      ...sharing.map((vote) => unchanged(deps, vote)),
      ...(presence.closed ? [] : [doorWrite(deps, community, meeting.id, present)]),
    ],
  );
  return { plans: [plan], warnings, rules: seen.rules };
}

/** Votes of the same election that go on: its seats are shared, so this one stands on them as they are (S3.18). */
async function othersIn(deps: Deps, vote: StoredRecord, meeting: string): Promise<readonly StoredRecord[]> {
  const votes = await votesIn(deps, vote.community, await readVoteIndex(deps, vote.community, meeting));
  return votes.filter((other) => other.id !== vote.id && other.values.rule === vote.values.rule && !isOver(other));
}

function planned(
  deps: Deps,
  { flow, current, given, context, rights, rules }: VoteAct,
  also: Readonly<Record<string, unknown>>,
  extra: Parameters<typeof planMove>[6]["extra"] = [],
): Promise<WritePlan> {
  return planMove(deps, flow, current, "open", given, context, { rights, rules, also, extra });
}
