import { invalid, Refusal } from "../../shared/contract/refusal.ts";
import type { Rights } from "../../shared/guard/rights.ts";
import { textProblem } from "../../shared/rules/clean-text.ts";
import { type Mover, moveRefusal } from "../../shared/rules/flow.ts";
import type { Rules } from "../../shared/rules/in-force.ts";
import type { Flow, FlowMove } from "../../shared/schema/flow.ts";
import { registerOfFlow } from "../../shared/schema/flows.ts";
import type { Deps } from "../http/deps.ts";
import type { WriteContext, WritePlan } from "../records/context.ts";
import { planPatch } from "../records/plan.ts";
import type { StoredRecord } from "../store/records.ts";
import type { PlannedItem } from "../store/transact.ts";
import { conditionItems } from "./conditions.ts";
import { stateOf } from "./progress.ts";

const REASON_MAX = 500;

/** Rights as a flow asks for them. */
export type MoverRights = Pick<Rights, "posts" | "roles" | "can" | "sees">;

/** The resident whom a record is about, by the receipt; and what happens by itself when its day has passed. */
export const residentRights: MoverRights = { posts: [], roles: ["resident"], can: () => false, sees: () => true };
export const clockRights: MoverRights = { posts: [], roles: ["clock"], can: () => false, sees: () => true };

/** A move from a state that has passed; carries the record as it now is. */
export class StatePassed extends Refusal {
  readonly current: StoredRecord;

  constructor(flow: Flow, current: StoredRecord) {
    super("conflict", [{ path: flow.state, code: "not-in-state" }]);
    this.current = current;
  }
}

export type MoveOptions = {
  readonly rights: MoverRights;
  /** Read when absent. */
  readonly rules?: Rules;
  /** Items of the caller's own mechanism in the same transaction. */
  readonly extra?: readonly PlannedItem[];
  /** Further columns that the caller's own mechanism sets along with the move. */
  readonly also?: Readonly<Record<string, unknown>>;
  /** What they refer to is made in the same transaction, or has just been read. */
  readonly referencesHold?: boolean;
};

/**
 * Plans one move of a record's flow (流转), or refuses it: from a state that has passed (409), without the right or the
 * second person it needs (403), with columns the move does not take or evidence missing (422), or before what must have
 * happened elsewhere has (409).
 */
export async function planMove(
  deps: Deps,
  flow: Flow,
  current: StoredRecord,
  name: string,
  given: Readonly<Record<string, unknown>>,
  context: WriteContext,
  { rights, rules, extra, also, referencesHold }: MoveOptions,
): Promise<WritePlan> {
  const move = refuseMove(flow, current, name, context, rights);
  const stranger = Object.keys(given).filter((path) => path !== move.on && !move.takes?.includes(path));
  if (stranger.length > 0) throw invalid(...stranger.map((path) => ({ path, code: "not-taken" })));
  const reason = checkedReason(move, context.reason);
  const items = [...(extra ?? []), ...(await conditionItems(deps, flow, move, current))];
  const plan = await planPatch(
    deps,
    registerOfFlow(flow),
    current,
    { ...given, ...also },
    { actor: context.actor, action: "move", ...(context.once && { once: context.once }), ...seen(context), ...reason },
    { move: { flow, name, move }, ...(rules && { rules }), ...(referencesHold && { referencesHold }), extra: items },
  );
  // A move is always a change: the step itself.
  if (plan === "unchanged") throw new Error(`${flow.name}: ${name} changes nothing`);
  return plan;
}

/** Refuses a move for where the record stands and who asks, before anything is looked at. */
export function refuseMove(
  flow: Flow,
  current: StoredRecord,
  name: string,
  context: Pick<WriteContext, "actor">,
  rights: MoverRights,
): FlowMove {
  const move = moveNamed(flow, name);
  const { values, steps = [] } = current;
  const refused = moveRefusal(move, stateOf(flow, values), steps, moverOf(flow, context, rights), values);
  if (refused === "not-in-state") throw new StatePassed(flow, current);
  if (refused !== undefined) {
    throw new Refusal("no-right", refused === "second-person" ? [{ path: flow.state, code: refused }] : []);
  }
  return move;
}

export function moveNamed(flow: Flow, name: string): FlowMove {
  const move = Object.hasOwn(flow.moves, name) ? flow.moves[name] : undefined;
  if (!move) throw new Refusal("not-found");
  return move;
}

/** Who somebody is to a flow. */
export function moverOf(flow: Flow, { actor }: Pick<WriteContext, "actor">, rights: MoverRights): Mover {
  return {
    account: actor.account,
    is: (who) =>
      who === "staff" ? rights.can("write", flow.register) : rights.posts.includes(who) || rights.roles.includes(who),
  };
}

function checkedReason(move: FlowMove, text: string | undefined): { reason?: string } {
  const reason = text?.trim() ?? "";
  if (reason === "") {
    if (move.reason) throw invalid({ path: "reason", code: "required" });
    return {};
  }
  const wrong = textProblem(reason, true);
  if (wrong) throw invalid({ path: "reason", code: wrong });
  if (reason.length > REASON_MAX) throw invalid({ path: "reason", code: "too-long", params: { max: REASON_MAX } });
  return { reason };
}

const seen = ({ sees }: WriteContext) => (sees ? { sees } : {});
