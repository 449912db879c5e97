import { rightsOf } from "../../shared/guard/rights.ts";
import { dayOf } from "../../shared/rules/calendar.ts";
import { isLate, type Stage, waitedFor } from "../../shared/rules/flow.ts";
import type { Label } from "../../shared/schema/label.ts";
import { type Place, placeKind, placesUnder } from "../accounts/places.ts";
import { openDuties } from "../duties/open-duties.ts";
import { readWork } from "../flows/work-items.ts";
import type { Deps } from "../http/deps.ts";
import { readRules } from "../rules/read-rules.ts";
import { stagePart, stateLabel } from "./today.ts";

/** Communities looked at side by side. */
const AT_ONCE = 6;

/** One thing that waits for the street or has climbed to it: of which kind, since when; never about whom. */
export type AreaItem = {
  readonly kind: "record" | "duty";
  readonly group: string;
  readonly label: Label;
  readonly state?: Label;
  /** The record, where the street may read its list. */
  readonly register?: string;
  readonly id?: string;
  readonly title?: string;
  readonly period?: string;
  readonly since: string;
  readonly due?: string;
  readonly daysLate: number;
};

export type CommunityToday = {
  readonly code: string;
  readonly name: string;
  readonly open: number;
  readonly late: number;
  readonly items: readonly AreaItem[];
};

/** What a street is to look after today in each of its communities (街道今日): counts, and what has climbed to it. */
export async function areaToday(deps: Deps, area: string): Promise<CommunityToday[]> {
  const places = (await placesUnder(deps, area)).filter(({ code }) => placeKind(code) === "community");
  const found: CommunityToday[] = [];
  for (let start = 0; start < places.length; start += AT_ONCE) {
    const part = places.slice(start, start + AT_ONCE).map((place) => communityToday(deps, place));
    found.push(...(await Promise.all(part)));
  }
  return found;
}

async function communityToday(deps: Deps, { code, name }: Place): Promise<CommunityToday> {
  const today = dayOf(deps.now());
  const rights = rightsOf([], ["street"]);
  const items: AreaItem[] = [];
  let [open, late] = [0, 0];
  for await (const { flow, state, stage, register, id, title } of readWork(deps, code)) {
    open += 1;
    if (isLate(stage, today)) late += 1;
    if (!waitedFor(flow, state, stage, today).includes("street")) continue;
    items.push({
      kind: "record",
      group: flow.name,
      label: flow.label,
      state: stateLabel(flow, state),
      ...(rights.can("read", register) && { register, id, title }),
      ...stagePart({ stage }, today),
    });
  }
  for (const { duty, period, stage } of await openDuties(deps, code, await readRules(deps, code))) {
    if (isLate(stage, today)) late += 1;
    if (!reaches(stage, today)) continue;
    items.push({ kind: "duty", group: "duty", label: duty.label, period, ...stagePart({ stage }, today) });
  }
  return { code, name, open, late, items: items.sort((a, b) => b.daysLate - a.daysLate) };
}

function reaches({ climbs = [] }: Stage, today: string): boolean {
  return climbs.some(({ on, to }) => on <= today && to.includes("street"));
}
