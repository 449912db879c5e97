import { Refusal } from "../../shared/contract/refusal.ts";
import { flowOf } from "../../shared/schema/flows.ts";
import type { Register } from "../../shared/schema/register.ts";
import type { Deps } from "../http/deps.ts";
import { commit } from "../records/commit.ts";
import type { WriteContext } from "../records/context.ts";
import { givenBefore } from "../records/once.ts";
import { StaleRecord } from "../records/write.ts";
import { getRecord, type StoredRecord } from "../store/records.ts";
import { effectOf } from "./effects.ts";
import { type MoverRights, moveNamed, planMove, refuseMove, StatePassed } from "./move.ts";
import { stateOf } from "./progress.ts";

/** How often a move is planned anew when another write to the same record came between. */
const ATTEMPTS = 6;

export type MoveRequest = {
  readonly community: string;
  readonly id: string;
  readonly move: string;
  readonly given: Readonly<Record<string, unknown>>;
  readonly rights: MoverRights;
  /** The version the mover saw, where that matters to them. */
  readonly version?: number;
};

/**
 * Moves a record, once for each key. Of two who move at the same time one does, and the other is told where the record
 * now stands.
 */
export async function moveRecord(
  deps: Deps,
  register: Register,
  request: MoveRequest,
  context: WriteContext,
): Promise<StoredRecord> {
  const { community, id, move, given, rights, version } = request;
  for (let attempt = 1; ; attempt += 1) {
    const current = await getRecord(deps, register.name, community, id, { deleted: true });
    const before = current && (await givenBefore(deps, current, context.once));
    if (before) return before;
    const flow = current && !current.deleted ? flowOf(register.name, current.values) : undefined;
    // A mechanism's own path does more along with a move, except with what the clock does alone.
    const isOwn = flow?.path !== undefined && flow.states[stateOf(flow, current?.values ?? {})]?.passes !== move;
    if (!current || !flow || isOwn || !rights.sees(register.name, current.values)) throw new Refusal("not-found");
    if (version !== undefined && version !== current.version) {
      const hasPassed = !moveNamed(flow, move).from.includes(stateOf(flow, current.values));
      throw hasPassed ? new StatePassed(flow, current) : new StaleRecord(current);
    }
    // Who may not take it learns that before what is missing elsewhere.
    refuseMove(flow, current, move, context, rights);
    const effect = (await effectOf(flow, move)?.(deps, current, context, given)) ?? {};
    const plan = await planMove(deps, flow, current, move, given, context, { rights, ...effect });
    try {
      await commit(deps, [plan]);
      return plan.record;
    } catch (error) {
      if (!(error instanceof Refusal && error.code === "stale") || attempt >= ATTEMPTS) throw error;
    }
  }
}
