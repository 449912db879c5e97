import { dayOf } from "../../shared/rules/calendar.ts";
import { awaitedIn, daysLateIn, openMoves } from "../../shared/rules/flow.ts";
import type { Flow } from "../../shared/schema/flow.ts";
import type { Deps } from "../http/deps.ts";
import type { WriteContext } from "../records/context.ts";
import { viewSteps } from "../records/view.ts";
import { readRules } from "../rules/read-rules.ts";
import type { StoredRecord } from "../store/records.ts";
import { type MoverRights, moverOf } from "./move.ts";
import { stateOf } from "./progress.ts";

/** Where a record stands and which moves are open to somebody now, with the rule its last day comes from. */
export async function movesOpen(
  deps: Deps,
  flow: Flow,
  record: StoredRecord,
  { actor }: Pick<WriteContext, "actor">,
  rights: MoverRights,
) {
  const state = stateOf(flow, record.values);
  const today = dayOf(deps.now());
  const { stage } = record;
  const names = openMoves(flow, state, record.steps ?? [], moverOf(flow, { actor }, rights), record.values);
  const moves = names.flatMap((name) => {
    const move = flow.moves[name];
    if (!move) return [];
    const { label, to, takes = [], needs = [], reason = false, on } = move;
    return [{ name, label, to: to ?? state, takes, needs, reason, ...(on !== undefined && { on }) }];
  });
  const parameter = flow.states[state]?.due?.days;
  const inForce =
    stage?.due && parameter ? (await readRules(deps, record.community)).at(parameter, stage.since) : undefined;
  return {
    flow: flow.name,
    label: flow.label,
    ...(flow.path !== undefined && { path: flow.path }),
    state,
    version: record.version,
    ...(stage && { since: stage.since }),
    ...(stage?.due && { due: stage.due, daysLate: daysLateIn(flow, state, stage, today) }),
    ...(inForce && { rule: inForce }),
    waitsFor: awaitedIn(flow, state),
    moves,
    // A step that leaves the state as it is says what it was.
    steps: viewSteps(record).map((step) => {
      const label = step.from === step.to ? flow.moves[step.move]?.label : undefined;
      return label ? { ...step, label } : step;
    }),
  };
}
