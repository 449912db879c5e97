import { Refusal } from "../../shared/contract/refusal.ts";
import type { Register } from "../../shared/schema/register.ts";
import { REGISTERS } from "../../shared/schema/registers.ts";
import { refuseLockedEnd } from "../flows/locked.ts";
import type { Deps } from "../http/deps.ts";
import { deleteForGood } from "../retention/delete-for-good.ts";
import { createQueued, patchQueued } from "../sign-ups/queue.ts";
import { settle } from "../sign-ups/settle.ts";
import { getRecord, type StoredRecord } from "../store/records.ts";
import { commit } from "./commit.ts";
import type { WriteContext } from "./context.ts";
import { givenBefore, onceId } from "./once.ts";
import { planCreate, planDelete, planPatch } from "./plan.ts";

type Given = Readonly<Record<string, unknown>>;

/** How often a write is planned anew when somebody's reading of the same record came between. */
const ATTEMPTS = 6;

/** Adds a record, once for each key. */
export async function createRecord(
  deps: Deps,
  register: Register,
  community: string,
  given: Given,
  context: WriteContext,
): Promise<StoredRecord> {
  if (register.queue) return createQueued(deps, register, community, given, context);
  const id = context.once && onceId(register.name, community, context.once);
  const before = id === undefined ? undefined : await createdBefore(deps, register, community, id, context);
  if (before) return before;
  const plan = await planCreate(deps, register, community, given, context, id === undefined ? {} : { id });
  try {
    await commit(deps, [plan]);
  } catch (error) {
    const twin =
      id !== undefined && isStale(error) ? await createdBefore(deps, register, community, id, context) : undefined;
    if (!twin) throw error;
    return twin;
  }
  return plan.record;
}

/** Changes columns of the record the writer saw at `version`; refused with the current record when it moved on. */
export async function patchRecord(
  deps: Deps,
  register: Register,
  target: { community: string; id: string; version: number },
  given: Given,
  context: WriteContext,
): Promise<StoredRecord> {
  return atVersion(deps, register, target, context, async (current) => {
    if (register.queue) return patchQueued(deps, register, current, given, context);
    const plan = await planPatch(deps, register, current, given, context);
    if (plan === "unchanged") return current;
    await commit(deps, [plan]);
    // More places, and those who wait for them move up.
    if (hasLine(register)) await settle(deps, current.community, current.id);
    return plan.record;
  });
}

/** Whether people stand in line for the places of this list's records. */
function hasLine({ name }: Register): boolean {
  return [...REGISTERS.values()].some(({ queue, fields }) => {
    const of = queue && fields[queue.of];
    return of?.kind === "reference" && of.to === name;
  });
}

/**
 * Ends a record; its history stays, and open sheets learn that it is gone. Where a list is kept for a time only, nothing
 * of the record stays; somebody who stands in line for a place leaves it first.
 */
export async function deleteRecord(
  deps: Deps,
  register: Register,
  target: { community: string; id: string; version: number },
  context: WriteContext,
): Promise<StoredRecord> {
  return atVersion(deps, register, target, context, async (current) => {
    if (register.queue && current.values[register.queue.state] !== "cancelled") {
      throw new Refusal("conflict", [{ path: register.queue.state, code: "cancel-first" }]);
    }
    refuseLockedEnd(register, current);
    if (register.retention) return deleteForGood(deps, register, current, context);
    const plan = await planDelete(deps, register, current, context);
    await commit(deps, [plan]);
    return plan.record;
  });
}

/** A refusal that carries the record as it now is, for the writer to look at. */
export class StaleRecord extends Refusal {
  readonly current: StoredRecord;

  constructor(current: StoredRecord) {
    super("stale");
    this.current = current;
  }
}

async function atVersion(
  deps: Deps,
  register: Register,
  target: { community: string; id: string; version: number },
  context: WriteContext,
  write: (current: StoredRecord) => Promise<StoredRecord>,
): Promise<StoredRecord> {
  for (let attempt = 1; ; attempt += 1) {
    const current = await getRecord(deps, register.name, target.community, target.id, { deleted: true });
    const before = current && (await givenBefore(deps, current, context.once));
    if (before) return before;
    if (!current || current.deleted) throw new Refusal("not-found");
    if (current.version !== target.version) throw new StaleRecord(current);
    try {
      return await write(current);
    } catch (error) {
      if (!isStale(error) || attempt >= ATTEMPTS) throw error;
    }
  }
}

async function createdBefore(
  deps: Deps,
  register: Register,
  community: string,
  id: string,
  context: WriteContext,
): Promise<StoredRecord | undefined> {
  const existing = await getRecord(deps, register.name, community, id, { deleted: true });
  return existing && givenBefore(deps, existing, context.once);
}

function isStale(error: unknown): boolean {
  return error instanceof Refusal && error.code === "stale" && !(error instanceof StaleRecord);
}
