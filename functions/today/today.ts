import { post as postCodes } from "../../shared/codes/post.ts";
import { handover } from "../../shared/flows/handover.ts";
import type { Rights } from "../../shared/guard/rights.ts";
import { dayOf } from "../../shared/rules/calendar.ts";
import { daysLate, isLate, waitedFor } from "../../shared/rules/flow.ts";
import { codeLabel } from "../../shared/schema/codes.ts";
import type { Flow } from "../../shared/schema/flow.ts";
import { registerOfFlow } from "../../shared/schema/flows.ts";
import type { Label } from "../../shared/schema/label.ts";
import { phoneWords } from "../../shared/words/today.ts";
import { openDuties } from "../duties/open-duties.ts";
import { moverOf } from "../flows/move.ts";
import { readWork, type WorkItem } from "../flows/work-items.ts";
import { type DueHandover, dueHandovers } from "../handovers/due-handovers.ts";
import type { Deps } from "../http/deps.ts";
import { readRules } from "../rules/read-rules.ts";
import { getRecord } from "../store/records.ts";
import { phoneItems } from "./phone-items.ts";

/** One thing that waits for somebody (今日待办): a record, a duty, or people to phone. */
export type TodayItem = {
  readonly kind: "record" | "duty" | "phone";
  /** What it belongs with on the page. */
  readonly group: string;
  readonly label: Label;
  readonly title: string;
  readonly register?: string;
  readonly id?: string;
  readonly state?: Label;
  readonly since?: string;
  readonly due?: string;
  readonly daysLate: number;
  /** It has climbed to the reader because it is late. */
  readonly climbed?: true;
  readonly duty?: {
    readonly name: string;
    readonly period: string;
    readonly fulfilment: string;
    readonly evidence: Label;
    readonly needs: readonly string[];
  };
  readonly people?: number;
};

export type Reader = { readonly account: string; readonly name: string; readonly rights: Rights };

/** Everything that waits for somebody in a community, what is late first, then what is due next. */
export async function todayOf(deps: Deps, community: string, reader: Reader): Promise<TodayItem[]> {
  const lists = await Promise.all([
    recordsWaiting(deps, community, reader),
    dutiesWaiting(deps, community, reader),
    reader.rights.can("grantPosts") ? handoversWaiting(deps, community) : [],
    reader.rights.can("write", "sign-ups") ? peopleWaiting(deps, community) : [],
  ]);
  return lists.flat().sort(byUrgency);
}

/** What is late first, the latest of all on top; then by the day it is due; what has no day last. */
export function byUrgency(a: TodayItem, b: TodayItem): number {
  if (a.daysLate !== b.daysLate) return b.daysLate - a.daysLate;
  const [one, other] = [a.due ?? "9999", b.due ?? "9999"];
  if (one !== other) return one < other ? -1 : 1;
  return (a.since ?? "") < (b.since ?? "") ? -1 : 1;
}

async function recordsWaiting(deps: Deps, community: string, reader: Reader): Promise<TodayItem[]> {
  const today = dayOf(deps.now());
  const items: TodayItem[] = [];
  for await (const work of readWork(deps, community)) {
    const { flow, state, stage, register, id, title } = work;
    if (!reader.rights.can("read", register)) continue;
    const { is } = moverOf(flow, { actor: reader }, reader.rights);
    if (!waitedFor(flow, state, stage, today).some(is)) continue;
    if (!(await isTheirs(deps, community, reader.rights, register, id))) continue;
    const isOwn = (flow.states[state]?.waitsFor ?? []).some(is);
    items.push({
      kind: "record",
      group: flow.name,
      label: flow.label,
      title,
      register,
      id,
      state: stateLabel(flow, state),
      ...stagePart(work, today),
      ...(!isOwn || (isLate(stage, today) && climbedTo(work, today, is)) ? { climbed: true } : {}),
    });
  }
  return items;
}

/** Only of lists that are theirs in part is the record itself looked at. */
async function isTheirs(deps: Deps, community: string, rights: Rights, register: string, id: string): Promise<boolean> {
  if (rights.sees(register, {})) return true;
  const record = await getRecord(deps, register, community, id);
  return record !== undefined && rights.sees(register, record.values);
}

function climbedTo({ stage }: WorkItem, today: string, is: (who: string) => boolean): boolean {
  return (stage.climbs ?? []).some(({ on, to }) => on <= today && to.some(is));
}

export function stagePart({ stage }: Pick<WorkItem, "stage">, today: string) {
  return {
    since: stage.since,
    ...(stage.due !== undefined && { due: stage.due }),
    daysLate: daysLate(stage, today),
  };
}

export function stateLabel(flow: Flow, state: string): Label {
  const field = registerOfFlow(flow).fields[flow.state];
  const words = (language: "zh" | "en") => (field?.kind === "code" ? codeLabel(field.codes, state, language) : state);
  return { zh: words("zh"), en: words("en") };
}

async function dutiesWaiting(deps: Deps, community: string, { account, rights }: Reader): Promise<TodayItem[]> {
  const today = dayOf(deps.now());
  const open = await openDuties(deps, community, await readRules(deps, community));
  return open.flatMap(({ duty, period, stage, doneBy }): TodayItem[] => {
    if (doneBy.includes(account)) return [];
    const is = (who: string) => rights.posts.includes(who) || rights.roles.includes(who);
    const isOwn = duty.who.some(is);
    const climbed = (stage.climbs ?? []).some(({ on, to }) => on <= today && to.some(is));
    if (!isOwn && !climbed) return [];
    const { name, label, fulfilment, evidence, needs = [] } = duty;
    return [
      {
        kind: "duty",
        group: "duty",
        label,
        title: period,
        ...(duty.shownBy && { register: duty.shownBy.register }),
        ...stagePart({ stage }, today),
        ...(climbed && { climbed: true }),
        duty: { name, period, fulfilment, evidence, needs },
      },
    ];
  });
}

async function handoversWaiting(deps: Deps, community: string): Promise<TodayItem[]> {
  const today = dayOf(deps.now());
  const due = await dueHandovers(deps, community, await readRules(deps, community));
  return due.map((one) => dueHandoverItem(one, today));
}

/** A term that ends and is to be handed over: it opens at the post itself. */
export function dueHandoverItem({ post, person, code, stage }: DueHandover, today: string) {
  return {
    kind: "record" as const,
    group: handover.name,
    label: handover.label,
    title: person,
    state: { zh: codeLabel(postCodes, code, "zh"), en: codeLabel(postCodes, code, "en") },
    register: "posts",
    id: post,
    ...stagePart({ stage }, today),
  };
}

async function peopleWaiting(deps: Deps, community: string): Promise<TodayItem[]> {
  const items = await phoneItems(deps, community);
  return items.map(({ event, title, people, since }) => ({
    kind: "phone",
    group: "phone",
    label: phoneWords,
    title,
    register: "events",
    id: event,
    since,
    daysLate: 0,
    people,
  }));
}
