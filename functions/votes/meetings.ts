import { post } from "../../shared/codes/post.ts";
import { invalid, Refusal } from "../../shared/contract/refusal.ts";
import { dayOf } from "../../shared/rules/calendar.ts";
import { periodOf } from "../../shared/rules/duty.ts";
import type { Finding } from "../../shared/rules/finding.ts";
import type { InForce, Rules } from "../../shared/rules/in-force.ts";
import { representativeFindings } from "../../shared/rules/representation.ts";
import { quorumFindings } from "../../shared/rules/votes/quorum.ts";
import { DUTIES } from "../../shared/schema/duties.ts";
import type { Values } from "../../shared/schema/field.ts";
import { flowOf } from "../../shared/schema/flows.ts";
import { isOfGroup } from "../../shared/schema/meeting.ts";
import { planInvalid } from "../elections/outcome.ts";
import { votersRoll } from "../elections/voters-roll.ts";
import { type MoverRights, moveNamed, planMove } from "../flows/move.ts";
import type { Deps } from "../http/deps.ts";
import { commit } from "../records/commit.ts";
import type { WritePlan } from "../records/context.ts";
import { givenBefore } from "../records/once.ts";
import { planCreate } from "../records/plan.ts";
import { readRules } from "../rules/read-rules.ts";
import { allRecords, type StoredRecord } from "../store/records.ts";
import type { PlannedItem } from "../store/transact.ts";
import { type Acted, type Actor, again, dayOfMeeting, heldRecord, kindOf, listNamed, refuseFailing } from "./act.ts";
import { closeDoor, ROLL_MAX, readPresence, readRoll, rollWrite } from "./attendance.ts";
import { officersOf } from "./candidates.ts";
import { type Entitled, holdersOn, rollOf } from "./roll.ts";
import { indexWrite, isOver, readVoteIndex, votesIn } from "./votes-of.ts";

type Given = Readonly<Record<string, unknown>>;
type Act = Actor & {
  readonly community: string;
  readonly current: StoredRecord;
  readonly given: Given;
  readonly rules: Rules;
};
/** What a meeting's own rules add to a move. */
type Added = {
  readonly also?: Values;
  readonly extra?: readonly PlannedItem[];
  readonly warnings?: readonly Finding[];
  readonly rules?: readonly InForce[];
  readonly further?: readonly WritePlan[];
};

/**
 * Moves a meeting (会议, S2.4, S3.18): calling it fixes the roll, opening it needs the quorum, closing it needs its votes
 * to be over. Of two who move at the same time one does, and the other is told where the meeting now stands.
 */
export async function moveMeeting(
  deps: Deps,
  community: string,
  id: string,
  move: string,
  given: Given,
  actor: Actor,
): Promise<Acted> {
  const rules = await readRules(deps, community);
  return again(async () => {
    const current = await heldRecord(deps, "meetings", community, id);
    const before = await givenBefore(deps, current, actor.context.once);
    if (before) return { record: before, warnings: [], rules: [] };
    const flow = flowOf("meetings", current.values);
    if (!flow) throw new Refusal("not-found");
    moveNamed(flow, move);
    const act = { ...actor, community, current, given, rules };
    // What the flow itself refuses is refused before anything is read or closed.
    await planned(deps, act, move, {});
    const added = (await ADDED[move]?.(deps, act)) ?? {};
    const plan = await planned(deps, act, move, added);
    await commit(deps, [plan, ...(added.further ?? [])]);
    return { record: plan.record, warnings: added.warnings ?? [], rules: added.rules ?? [] };
  });
}

const ADDED: Readonly<Record<string, (deps: Deps, act: Act) => Promise<Added>>> = {
  call: async (deps, { community, current, rules }) => {
    const voters = await votersRoll(deps, current);
    const roll = voters ?? (await rollOf(deps, community, kindOf(current), current.values, rules));
    if (roll.length === 0) throw new Refusal("conflict", [{ path: "kind", code: "roll-empty" }]);
    if (roll.length > ROLL_MAX) throw invalid({ path: "kind", code: "roll-too-long", params: { max: ROLL_MAX } });
    const warnings = refuseFailing(compositionFindings(current, roll, rules), []);
    return { also: { due: roll.length }, extra: [rollWrite(deps, community, current.id, roll)], warnings };
  },
  open: async (deps, { community, current, rules }) => {
    const day = dayOfMeeting(current);
    if (day > dayOf(deps.now()))
      throw new Refusal("conflict", [{ path: "at", code: "too-early", params: { min: day } }]);
    const [roll, { present }] = await Promise.all([
      readRoll(deps, community, current.id),
      readPresence(deps, community, current.id),
    ]);
    await refuseChair(deps, current);
    const quorum = rules.threshold(kindOf(current).quorum, day);
    const warnings = refuseFailing(quorumFindings(quorum, present.size, roll.length), [quorum]);
    return { also: { present: present.size }, warnings, rules: [quorum] };
  },
  close: async (deps, act) => {
    const { community, current } = act;
    const index = await readVoteIndex(deps, community, current.id);
    const open = (await votesIn(deps, community, index)).filter((vote) => !isOver(vote));
    if (open.length > 0) throw new Refusal("conflict", [{ path: "state", code: "votes-not-over" }]);
    const duty = await dutyDone(deps, act);
    const present = await closeDoor(deps, community, current.id);
    const further = duty ? [await duty(present.length)] : [];
    return { also: { present: present.length }, extra: [indexWrite(deps, community, current.id, index)], further };
  },
  fail: async (deps, { community, current, context, rules }) => {
    const { present } = await readPresence(deps, community, current.id);
    const election = await planInvalid(deps, current, context, rules);
    return { also: { present: present.size }, further: election ? [election] : [] };
  },
};

/** A move of the meeting's flow; `rights` are the actor's own. */
async function planned(deps: Deps, act: Act, move: string, { also, extra }: Added): Promise<WritePlan> {
  const { current, given, context, rules } = act;
  const flow = flowOf("meetings", current.values);
  if (!flow) throw new Refusal("not-found");
  const rights: MoverRights = act.rights;
  return planMove(deps, flow, current, move, given, context, {
    rights,
    rules,
    ...(also && { also }),
    ...(extra && { extra }),
  });
}

/** Refuses a meeting whose chair does not hold the post that chairs it (S7.3). */
async function refuseChair(deps: Deps, meeting: StoredRecord): Promise<void> {
  const { chair } = kindOf(meeting);
  if (chair === undefined) return;
  const head = officersOf(meeting.values).find(({ role }) => role === "head");
  const holders = await holdersOn(deps, meeting.community, [chair], dayOfMeeting(meeting));
  if (holders.some(({ name }) => name === head?.name)) return;
  const { zh, en } = post.codes[chair] ?? { zh: chair, en: chair };
  throw new Refusal("conflict", [{ path: "officers", code: "chair-holds-no-post", params: { zh, en } }]);
}

/** Whether the representatives are as many, and as many of them residents, as they should be (C3, S3.10). */
function compositionFindings(meeting: StoredRecord, roll: readonly Entitled[], rules: Rules): readonly Finding[] {
  const kind = kindOf(meeting);
  if (kind.roll.kind !== "representatives" || isOfGroup(kind)) return [];
  const residents = roll.filter(({ unit }) => !unit).length;
  return representativeFindings(roll.length, residents, rules, dayOfMeeting(meeting));
}

/** The duty that holding the meeting fulfils (S8.22, S8.23), unless it is written down for that period already. */
async function dutyDone(deps: Deps, { community, current, given, context }: Act) {
  const duty = DUTIES.get(kindOf(current).duty ?? "");
  if (!duty) return undefined;
  const values: Given = { ...current.values, ...given };
  const needsStudy = duty.needs?.includes("subject") && (values.study ?? "") === "";
  if (needsStudy) throw invalid({ path: "study", code: "required" });
  const period = periodOf(duty.rhythm, dayOfMeeting(current));
  for await (const { values: done } of allRecords(deps, "duties", community)) {
    if (done.duty === duty.name && done.period === period) return undefined;
  }
  return (attendance: number) => {
    const subject = values.study ? { subject: values.study } : {};
    const done = {
      duty: duty.name,
      period,
      done: dayOf(deps.now()),
      attendance: Math.max(1, attendance),
      ...subject,
      evidence: values.minutes,
    };
    const { actor } = context;
    return planCreate(deps, listNamed("duties"), community, done, { actor, action: "create", byAction: true });
  };
}
