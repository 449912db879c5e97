import { invalid, Refusal } from "../../shared/contract/refusal.ts";
import { codeLabel } from "../../shared/schema/codes.ts";
import type { Language } from "../../shared/schema/label.ts";
import { isOnPeople, type VoteRule } from "../../shared/schema/vote.ts";
import { VOTES } from "../../shared/schema/vote-rules.ts";
import type { Deps } from "../http/deps.ts";
import { commit } from "../records/commit.ts";
import { givenBefore, onceId } from "../records/once.ts";
import { planCreate } from "../records/plan.ts";
import { unchanged } from "../records/unchanged.ts";
import { getRecord, type StoredRecord } from "../store/records.ts";
import { type Actor, again, heldRecord, kindOf, listNamed } from "./act.ts";
import { proposalOf } from "./proposals.ts";
import { indexWrite, readVoteIndex, votesIn } from "./votes-of.ts";

type Given = Readonly<Record<string, unknown>>;

/** States in which a meeting takes further votes: ballots are printed before it begins. */
const TAKING = new Set(["planned", "called", "open"]);

/** Prepares a vote of a meeting (准备表决): by which rule, on what, for how many seats. */
export async function prepareVote(
  deps: Deps,
  community: string,
  meetingId: string,
  given: Given,
  { rights, context }: Actor,
  language: Language,
): Promise<StoredRecord> {
  if (!rights.can("write", "votes")) throw new Refusal("no-right");
  const register = listNamed("votes");
  const id = context.once ? onceId("votes", community, context.once) : deps.newId();
  return again(async () => {
    const twin = context.once && (await getRecord(deps, "votes", community, id));
    const before = twin && (await givenBefore(deps, twin, context.once));
    if (before) return before;
    const meeting = await heldRecord(deps, "meetings", community, meetingId);
    if (!TAKING.has(String(meeting.values.state))) {
      throw new Refusal("conflict", [{ path: "meeting", code: "meeting-over" }]);
    }
    const rule = VOTES.get(String(given.rule ?? ""));
    if (!rule) throw invalid({ path: "rule", code: given.rule === undefined ? "required" : "not-in-list" });
    if (!rule.meetings.includes(kindOf(meeting).name)) throw invalid({ path: "rule", code: "rule-of-other-meeting" });
    const index = await readVoteIndex(deps, community, meetingId);
    const votes = await votesIn(deps, community, index);
    const proposal = await proposalOf(deps, meeting, rule, given.proposal, votes);
    const values: Given = { ...defaults(rule, proposal, given.office, language), ...given, meeting: meetingId };
    if (isOnPeople(rule) && values.seats === undefined) throw invalid({ path: "seats", code: "required" });
    const extra = [indexWrite(deps, community, meetingId, index, [id]), unchanged(deps, meeting)];
    const plan = await planCreate(deps, register, community, values, { ...context, byAction: true }, { id, extra });
    refuseOffice(rule, plan.record.values.office);
    await commit(deps, [plan]);
    return plan.record;
  });
}

function defaults(rule: VoteRule, proposal: StoredRecord | undefined, office: unknown, language: Language) {
  const field = listNamed("votes").fields.office;
  const label = field?.kind === "code" && typeof office === "string" ? codeLabel(field.codes, office, language) : "";
  const words = [rule.label[language], label].filter(Boolean).join(": ");
  return {
    title: proposal ? String(proposal.values.title) : words,
    method: rule.secret ? "ballot" : "hands",
  };
}

function refuseOffice({ offices }: VoteRule, office: unknown): void {
  if (typeof office === "string" && !offices?.includes(office)) {
    throw invalid({ path: "office", code: "office-of-other-vote" });
  }
}
