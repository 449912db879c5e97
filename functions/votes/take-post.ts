import { resultRows } from "../../shared/rules/votes/rows.ts";
import type { VoteRule } from "../../shared/schema/vote.ts";
import { planGrants, requireGrantRight } from "../accounts/grant-posts.ts";
import { readGuard } from "../accounts/guard-state.ts";
import { planEnd } from "../accounts/plan-end.ts";
import type { Deps } from "../http/deps.ts";
import type { WritePlan } from "../records/context.ts";
import { planPatch } from "../records/plan.ts";
import { getRecord, type StoredRecord } from "../store/records.ts";
import { dayOfMeeting, heldRecord, listNamed } from "./act.ts";
import type { VoteAct } from "./vote-act.ts";

/** What a candidate's record says of the person, and the post's record keeps. */
const KNOWN = ["resident", "sex", "birth", "education"];

/**
 * Whoever a resident group has chosen takes the post (当选任职, S6.2), by the same rules as any other grant: the post is
 * granted from the day of the meeting, the group names it, and whoever held it has reached the end of their term.
 */
export async function planTakingPost(
  deps: Deps,
  { community, current, rights, context }: VoteAct,
  meeting: StoredRecord,
  { post, column }: NonNullable<VoteRule["takesPost"]>,
): Promise<WritePlan[]> {
  const [chosen] = resultRows(current.values.results).filter(({ elected }) => elected);
  if (!chosen) return [];
  requireGrantRight(rights, post);
  const group = await heldRecord(deps, "groups", community, String(meeting.values.group));
  const candidate = await getRecord(deps, "candidates", community, chosen.id);
  const known = KNOWN.flatMap((key) => (candidate?.values[key] === undefined ? [] : [[key, candidate.values[key]]]));
  const from = dayOfMeeting(meeting);
  const given = { ...Object.fromEntries(known), person: chosen.name, post, from, origin: "elected" };
  const { actor } = context;
  const id = deps.newId();
  const state = await readGuard(deps, community, undefined);
  const granted = await planGrants(deps, community, undefined, [{ id, given }], { actor, action: "grant" }, state);
  const before = await heldBefore(deps, community, group.values[column]);
  const ended = before ? await endAt(deps, before, from, context) : undefined;
  const named = await planPatch(
    deps,
    listNamed("groups"),
    group,
    { [column]: id },
    { actor, action: "move" },
    { referencesHold: true },
  );
  return [...granted, ended, named].filter((plan) => plan !== undefined && plan !== "unchanged");
}

async function heldBefore(deps: Deps, community: string, post: unknown): Promise<StoredRecord | undefined> {
  return typeof post === "string" ? getRecord(deps, "posts", community, post) : undefined;
}

/** Ends a term on a day, unless it has ended already; one that was to begin later ends as it would have begun. */
async function endAt(
  deps: Deps,
  held: StoredRecord,
  day: string,
  { actor }: VoteAct["context"],
): Promise<WritePlan | undefined> {
  const { from, until, endReason } = held.values;
  if (endReason || (typeof until === "string" && until <= day)) return undefined;
  const last = typeof from === "string" && from > day ? from : day;
  return planEnd(deps, held, { until: last, endReason: "term" }, { actor, action: "end" });
}
