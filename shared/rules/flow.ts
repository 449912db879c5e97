import type { Values } from "../schema/field.ts";
import type { Flow, FlowMove, FlowState, Who } from "../schema/flow.ts";
import { addDays } from "./calendar.ts";
import { daysAfter, daysBefore, type RestDays, workingDaysAfter } from "./deadline.ts";

/** One step a record has taken (流转记录); `create` is the first. */
export type Step = {
  readonly move: string;
  readonly from: string;
  readonly to: string;
  readonly by: { readonly account: string; readonly name: string };
  readonly at: number;
  /** The day it was taken, where that was earlier than it was entered. */
  readonly on?: string;
  /** Taken after the last day of the state it left. */
  readonly late?: true;
};

/** Since when a record is in its state, the last day to leave it, and from which day it is whose. */
export type Stage = {
  readonly since: string;
  readonly due?: string;
  readonly climbs?: readonly { readonly on: string; readonly to: readonly Who[] }[];
};

/** What working out days needs: a number of days by its parameter's name (null: left open), and the days of rest. */
export type DaysOf = { readonly days: (parameter: string) => number | null; readonly rest: RestDays };

type Due = NonNullable<FlowState["due"]>;

/** How many steps a record remembers besides its creation. */
const STEPS_MAX = 49;

/** The stage of a record that enters `state` on a day. */
export function stageOf(flow: Flow, state: string, values: Values, day: string, { days, rest }: DaysOf): Stage {
  const { due, late = [] } = flow.states[state] ?? {};
  const count = due && days(due.days);
  if (!due || count === null || count === undefined) return { since: day };
  const from = due.from === undefined ? day : values[due.from];
  if (typeof from !== "string") return { since: day };
  const start = from.slice(0, 10);
  const last = lastDayOf(due, start, count, rest);
  const climbs = late.map(({ after, to }) => ({ on: addDays(last, 1 + ((after && days(after)) || 0)), to }));
  return { since: day, due: last, ...(climbs.length > 0 && { climbs }) };
}

function lastDayOf({ ahead, exact, working }: Due, start: string, count: number, rest: RestDays): string {
  if (ahead) return daysBefore(start, count).day;
  return exact ? addDays(start, count) : (working ? workingDaysAfter : daysAfter)(start, count, rest).day;
}

/** Whether the last day has passed. */
export function isLate({ due }: Stage, today: string): boolean {
  return due !== undefined && due < today;
}

/** Whole days past the last day; 0 while there is time. */
export function daysLate({ due }: Stage, today: string): number {
  if (due === undefined || due >= today) return 0;
  return Math.round((Date.parse(today) - Date.parse(due)) / 86_400_000);
}

/** Days late in a state; where the next move happens by itself, nobody is. */
export function daysLateIn(flow: Flow, state: string, stage: Stage, today: string): number {
  return flow.states[state]?.passes === undefined ? daysLate(stage, today) : 0;
}

/** Whom a record waits for today: those of its state, and everybody it has climbed to. */
export function waitedFor(flow: Flow, state: string, stage: Stage, today: string): readonly Who[] {
  const climbed = (stage.climbs ?? []).filter(({ on }) => on <= today).flatMap(({ to }) => to);
  return [...new Set([...(flow.states[state]?.waitsFor ?? []), ...climbed])];
}

/** Somebody who wants to move a record. */
export type Mover = { readonly account: string; readonly is: (who: Who) => boolean };

/** Why a move is not taken: the state has passed, the mover has no right to it, or must be a second person. */
export type MoveRefusal = "not-in-state" | "no-right" | "second-person";

/** What stands against a move of a record with these values, or nothing. */
export function moveRefusal(
  { from, who, notBy = [], by: column }: FlowMove,
  state: string,
  steps: readonly Step[],
  mover: Mover,
  values: Values,
): MoveRefusal | undefined {
  if (!from.includes(state)) return "not-in-state";
  if (!who.some(mover.is)) return "no-right";
  const named = column === undefined ? undefined : values[column];
  if (named !== undefined && named !== mover.account) return "no-right";
  const isSecond = steps.every(({ move, by }) => !notBy.includes(move) || by.account !== mover.account);
  return isSecond ? undefined : "second-person";
}

/** The moves open to somebody, by name, in the order of the definition. */
export function openMoves(flow: Flow, state: string, steps: readonly Step[], mover: Mover, values: Values): string[] {
  return Object.keys(flow.moves).filter((name) => {
    const move = flow.moves[name];
    return move && moveRefusal(move, state, steps, mover, values) === undefined;
  });
}

/** The steps of a record with one more; who made it is remembered however many follow. */
export function withStep(steps: readonly Step[], step: Step): readonly Step[] {
  const [first, ...rest] = [...steps, step];
  return first ? [first, ...rest.slice(-STEPS_MAX)] : [];
}

/** Whom a record in a state waits for (等谁办理): as the flow says, else whoever takes the steps that lead on from there. */
export function awaitedIn(flow: Flow, state: string): readonly Who[] {
  const { final, waitsFor } = flow.states[state] ?? {};
  if (final) return [];
  // What takes a reason leads back or out: nobody waits for that.
  const onward = Object.values(flow.moves).filter((move) => move.from.includes(state) && !move.reason);
  return [...new Set(waitsFor ?? onward.flatMap(({ who }) => who))];
}
