import type { Rights } from "../../shared/guard/rights.ts";
import { inForce } from "../../shared/guard/terms.ts";
import { dayOf } from "../../shared/rules/calendar.ts";
import { daysLateIn, isLate, type Stage, waitedFor } from "../../shared/rules/flow.ts";
import type { Label } from "../../shared/schema/label.ts";
import { readGuard } from "../accounts/guard-state.ts";
import type { Place } from "../accounts/places.ts";
import { openDuties } from "../duties/open-duties.ts";
import { readWork, type WorkItem } from "../flows/work-items.ts";
import { type DueHandover, dueHandovers } from "../handovers/due-handovers.ts";
import type { Deps } from "../http/deps.ts";
import { readRules } from "../rules/read-rules.ts";
import { eachCommunity } from "../street/each-community.ts";
import { dueHandoverItem, stagePart, stateLabel } from "./today.ts";

/** One thing that waits for the street, has climbed to it, or is handed over under its eyes; never about a resident. */
export type AreaItem = {
  readonly kind: "record" | "duty";
  readonly group: string;
  readonly label: Label;
  readonly state?: Label;
  /** The record, where the reader may read its list. */
  readonly register?: string;
  readonly id?: string;
  readonly title?: string;
  readonly period?: string;
  readonly since: string;
  readonly due?: string;
  readonly daysLate: number;
  /** It waits for the street itself, which moves it on. */
  readonly waits?: true;
};

export type CommunityToday = {
  readonly code: string;
  readonly name: string;
  /** The director in office (主任), and until when; null while the post is vacant. */
  readonly director: {
    /** The post's record. */
    readonly post: string;
    readonly person: string;
    readonly from: string;
    readonly until?: string;
  } | null;
  readonly open: number;
  readonly late: number;
  readonly items: readonly AreaItem[];
};

/**
 * What a street is to look after today in each of its communities (街道今日): who is director, how much is open and late,
 * what waits for the street or has climbed to it, and every handover under way.
 */
export function areaToday(deps: Deps, area: string, rights: Rights): Promise<CommunityToday[]> {
  return eachCommunity(deps, area, (place) => communityToday(deps, place, rights));
}

async function communityToday(deps: Deps, { code, name }: Place, rights: Rights): Promise<CommunityToday> {
  const today = dayOf(deps.now());
  const rules = await readRules(deps, code);
  const [director, duties, leaving] = await Promise.all([
    directorOf(deps, code),
    openDuties(deps, code, rules),
    dueHandovers(deps, code, rules),
  ]);
  const items: AreaItem[] = leaving.map((due) => leavingItem(due, rights, today));
  let [open, late] = [0, 0];
  for await (const work of readWork(deps, code)) {
    const { flow, state, stage } = work;
    open += 1;
    if (daysLateIn(flow, state, stage, today) > 0) late += 1;
    const waits = waitedFor(flow, state, stage, today).includes("street");
    if (waits || flow.name === "handover") items.push(workItem(work, rights, today));
  }
  for (const { duty, period, stage } of duties) {
    if (isLate(stage, today)) late += 1;
    if (!reaches(stage, today)) continue;
    items.push({ kind: "duty", group: "duty", label: duty.label, period, ...stagePart({ stage }, today) });
  }
  return { code, name, director, open, late, items: items.sort((a, b) => b.daysLate - a.daysLate) };
}

function workItem({ flow, state, stage, register, id, title }: WorkItem, rights: Rights, today: string): AreaItem {
  return {
    kind: "record",
    group: flow.name,
    label: flow.label,
    state: stateLabel(flow, state),
    ...(rights.can("read", register) && { register, id, title }),
    ...stagePart({ stage }, today),
    daysLate: daysLateIn(flow, state, stage, today),
    ...(flow.states[state]?.waitsFor?.includes("street") && { waits: true }),
  };
}

function leavingItem(due: DueHandover, rights: Rights, today: string): AreaItem {
  const { register, id, title, ...item } = dueHandoverItem(due, today);
  return { ...item, ...(rights.can("read", "posts") && { register, id, title }) };
}

async function directorOf(deps: Deps, community: string): Promise<CommunityToday["director"]> {
  const today = dayOf(deps.now());
  const { terms } = (await readGuard(deps, community, undefined)).exclusive;
  const held = terms.find((term) => term.post === "director" && inForce(term, today));
  if (!held) return null;
  const { id, person, from, until } = held;
  return { post: id, person, from, ...(until !== undefined && { until }) };
}

function reaches({ climbs = [] }: Stage, today: string): boolean {
  return climbs.some(({ on, to }) => on <= today && to.includes("street"));
}
