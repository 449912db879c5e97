import { invalid } from "../../shared/contract/refusal.ts";
import { dayOf } from "../../shared/rules/calendar.ts";
import { restDaysOf } from "../../shared/rules/deadline.ts";
import { isLate, type Stage, type Step, stageOf, withStep } from "../../shared/rules/flow.ts";
import type { Rules } from "../../shared/rules/in-force.ts";
import type { Value, Values } from "../../shared/schema/field.ts";
import type { Flow, FlowMove } from "../../shared/schema/flow.ts";
import { flowOf } from "../../shared/schema/flows.ts";
import type { Register } from "../../shared/schema/register.ts";
import type { Deps } from "../http/deps.ts";
import { readRules } from "../rules/read-rules.ts";
import type { StoredRecord } from "../store/records.ts";

/** A write as its flow sees it. */
export type Progressing = {
  readonly community: string;
  readonly current: StoredRecord | undefined;
  /** The record's values after the write, with the state that a move gave it. */
  readonly after: Values;
  /** The move that is taken. */
  readonly taken?: { readonly name: string; readonly move: FlowMove };
  readonly rules?: Rules;
};

/** What a flow adds to a write: the state and last day among the values, the stage, and the step that was taken. */
export type Progress = {
  readonly values: Values;
  readonly stage?: Stage;
  readonly step?: Omit<Step, "by" | "at">;
};

/** What a record's flow makes of a write. A list without flows is left as it is. */
export async function progressOf(deps: Deps, register: Register, write: Progressing): Promise<Progress> {
  const { current, after, taken } = write;
  const flow = flowOf(register.name, after);
  const held = current && !current.deleted ? current : undefined;
  const earlier = held && flowOf(register.name, held.values);
  if (earlier && earlier !== flow) return changedFlow(deps, write, earlier, flow);
  if (!flow) return { values: after };
  const state = String(after[flow.state] ?? flow.initial);
  const from = held ? stateOf(flow, held.values) : "";
  if (held?.stage && !taken && from === state && !isDueMoved(flow, state, held.values, after)) {
    return { values: after, stage: held.stage };
  }
  const today = dayOf(deps.now());
  const begun = held || flow.on === undefined ? after : { ...after, [flow.on]: after[flow.on] ?? today };
  const day = dayIn(begun, taken ? taken.move.on : held ? undefined : flow.on) ?? today;
  // A record may be entered after its first steps were taken.
  const isFirst = held?.steps?.at(-1)?.move === "create";
  if (flow.inOrder && taken && held?.stage && !isFirst && day < held.stage.since) {
    throw invalid({ path: taken.move.on ?? flow.state, code: "before-step", params: { day: held.stage.since } });
  }
  const entered = await enter(deps, { ...write, after: begun }, flow, state, day);
  const isNew = !held && !current?.steps;
  if (!taken && !isNew) return entered;
  const late = held?.stage && isLate(held.stage, day);
  const on = day === today ? {} : { on: day };
  return { ...entered, step: { move: taken?.name ?? "create", from, to: state, ...on, ...(late && { late }) } };
}

function dayIn(values: Values, column: string | undefined): string | undefined {
  const day = column === undefined ? undefined : values[column];
  return typeof day === "string" ? day.slice(0, 10) : undefined;
}

/** The record as its flow leaves it: with the stage, and the step its writer took. */
export function withProgress(record: StoredRecord, { stage, step }: Progress): StoredRecord {
  const taken = step && { ...step, by: record.updatedBy, at: record.updatedAt };
  return {
    ...record,
    ...(taken && { steps: withStep(record.steps ?? [], taken) }),
    ...(stage && { stage }),
  };
}

/** The state of a record; one from before its list had a flow stands at the beginning. */
export function stateOf(flow: Flow, values: Values): string {
  return String(values[flow.state] ?? flow.initial);
}

/** A record that goes over to another flow begins there anew; one that is under way stays. */
async function changedFlow(deps: Deps, write: Progressing, from: Flow, to: Flow | undefined): Promise<Progress> {
  const state = stateOf(from, write.current?.values ?? {});
  if (write.taken) throw invalid({ path: from.when?.field ?? from.state, code: "other-flow" });
  if (state !== from.initial) throw invalid({ path: from.when?.field ?? from.state, code: "under-way" });
  return to ? enter(deps, write, to, to.initial, dayOf(deps.now())) : { values: write.after };
}

async function enter(deps: Deps, write: Progressing, flow: Flow, state: string, day: string): Promise<Progress> {
  // A state without a last day asks for no rules.
  if (flow.states[state]?.due === undefined) return entered(write, flow, state, { since: day });
  const rules = write.rules ?? (await readRules(deps, write.community));
  const days = (parameter: string) => rules.number(parameter, day).value;
  return entered(write, flow, state, stageOf(flow, state, write.after, day, { days, rest: restDaysOf(rules, day) }));
}

function entered(write: Progressing, flow: Flow, state: string, stage: Stage): Progress {
  const values: Record<string, Value> = { ...write.after, [flow.state]: state };
  if (flow.due !== undefined) {
    delete values[flow.due];
    if (stage.due !== undefined) values[flow.due] = stage.due;
  }
  return { values, stage };
}

function isDueMoved(flow: Flow, state: string, before: Values, after: Values): boolean {
  const from = flow.states[state]?.due?.from;
  return from !== undefined && before[from] !== after[from];
}
