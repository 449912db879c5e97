import { Refusal } from "../../shared/contract/refusal.ts";
import type { RowWrite } from "../../shared/import/list-index.ts";
import type { Value, Values } from "../../shared/schema/field.ts";
import { referencedIds } from "../../shared/schema/kinds/reference.ts";
import type { Register } from "../../shared/schema/register.ts";
import { registerNamed } from "../../shared/schema/registers.ts";
import { workItemsMax } from "../flows/work-items.ts";
import type { Deps } from "../http/deps.ts";
import type { WriteContext, WritePlan } from "../records/context.ts";
import { guardItemsMax } from "../records/guards.ts";
import { openValues } from "../records/open-values.ts";
import { planCreate, planPatch } from "../records/plan.ts";
import { dueItemsMax } from "../retention/due-items.ts";
import type { Touch } from "./journal.ts";
import type { Kept } from "./lists.ts";

/** What one transaction holds, less the journal's own item and a little room. */
export const ITEMS_TOGETHER = 96;

/** Writes of several rows, merged by record: a transaction may touch each item but once. */
export type Batch = {
  readonly rows: readonly number[];
  readonly writes: ReadonlyMap<string, RowWrite & { readonly row: number }>;
  /** At most how many items its transaction needs. */
  readonly items: number;
};

export const EMPTY: Batch = { rows: [], writes: new Map(), items: 0 };

export function withRow(batch: Batch, row: number, writes: readonly RowWrite[]): Batch {
  const merged = new Map(batch.writes);
  let { items } = batch;
  for (const write of writes) {
    const key = `${write.register}#${write.id}`;
    const before = merged.get(key);
    const whole = {
      ...write,
      row: before?.row ?? row,
      create: before?.create ?? write.create,
      given: { ...before?.given, ...write.given },
    };
    merged.set(key, whole);
    items += itemsOfWrite(whole) - (before ? itemsOfWrite(before) : 0);
  }
  return { rows: [...batch.rows, row], writes: merged, items };
}

/** Record and history, what it is found by, back references, the calendar of what is due, what waits. */
export function itemsOfWrite({ register, create, given }: RowWrite): number {
  const definition = registerOf(register);
  let references = 0;
  for (const [key, value] of Object.entries(given)) {
    const kind = definition.fields[key]?.kind;
    if (kind === "reference") references += 1;
    if (kind === "references") references += referencedIds(value).length;
  }
  return (
    2 +
    guardItemsMax(definition, given, create) +
    references * (create ? 1 : 2) +
    dueItemsMax(definition) +
    workItemsMax(definition)
  );
}

/** The batch as plans that belong into one transaction, and what the journal says of it. */
export async function planBatch(
  deps: Deps,
  community: string,
  batch: Batch,
  kept: Kept,
  context: WriteContext,
): Promise<{ plans: readonly WritePlan[]; touches: readonly Touch[] }> {
  const plans: WritePlan[] = [];
  const touches: Touch[] = [];
  for (const write of batch.writes.values()) {
    const planned = await planWrite(deps, community, write, kept, context);
    if (!planned) continue;
    const { plan, before } = planned;
    kept.set(plan.record);
    plans.push(plan);
    touches.push({
      register: write.register,
      id: write.id,
      version: plan.record.version,
      row: write.row,
      ...(before && { before }),
    });
  }
  return { plans, touches };
}

async function planWrite(
  deps: Deps,
  community: string,
  write: RowWrite,
  kept: Kept,
  context: WriteContext,
): Promise<{ plan: WritePlan; before?: Values } | undefined> {
  const register = registerOf(write.register);
  // The rows of a batch make what they refer to, or the lists had it a moment ago.
  const options = { referencesHold: true };
  if (write.create) {
    return {
      plan: await planCreate(deps, register, community, filled(write.given), context, { ...options, id: write.id }),
    };
  }
  const current = kept.get(write.register, write.id);
  if (!current) throw new Refusal("stale");
  const plan = await planPatch(deps, register, current, write.given, context, options);
  if (plan === "unchanged") return undefined;
  const open = await openValues(deps, current);
  const before: Record<string, Value> = {};
  for (const key of Object.keys(register.fields)) {
    const isTouched = write.given[key] !== undefined || current.values[key] !== plan.record.values[key];
    if (isTouched) before[key] = open[key] ?? null;
  }
  return { plan, before };
}

function filled(values: Values): Values {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== null));
}

export function registerOf(name: string): Register {
  const register = registerNamed(name);
  if (!register) throw new Error(`There is no list ${name}`);
  return register;
}
