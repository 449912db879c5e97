import { Refusal } from "../../shared/contract/refusal.ts";
import { canonicalJson } from "../../shared/rules/canonical-json.ts";
import type { Value, Values } from "../../shared/schema/field.ts";
import type { Register } from "../../shared/schema/register.ts";
import type { Deps } from "../http/deps.ts";
import { type HistoryEntry, historyItem, sealedEntry, TRAIL_MAX } from "../store/history.ts";
import type { SealedValue, StoredRecord } from "../store/records.ts";
import type { PlannedItem } from "../store/transact.ts";
import type { WriteContext } from "./context.ts";
import { seal } from "./seal.ts";

/** How many once-only keys a record remembers. */
const ONCE_MAX = 8;

export type PlannedChange = {
  readonly record: StoredRecord;
  readonly entry: HistoryEntry;
  readonly history: PlannedItem;
  /** Hash of the latest history entry the writer saw; undefined when the record is new. */
  readonly seen?: string;
};

type Wanted = {
  readonly community: string;
  readonly id: string;
  readonly current: StoredRecord | undefined;
  readonly before: Values;
  readonly after: Values;
  readonly context: WriteContext;
  /** The move of the record's flow that makes the change. */
  readonly move?: string;
};

/** The next version of a record and the history entry that goes with it. */
export async function plannedChange(deps: Deps, register: Register, wanted: Wanted): Promise<PlannedChange> {
  const { community, id, current, before, after, context, move } = wanted;
  const values: Record<string, Value> = {};
  const sealed: Record<string, SealedValue> = {};
  const changes: Record<string, readonly [Value | SealedValue, Value | SealedValue]> = {};
  for (const [key, field] of Object.entries(register.fields)) {
    const [old, now] = [before[key] ?? null, after[key] ?? null];
    const same = canonicalJson(old) === canonicalJson(now);
    const oldKept = current?.sealed[key] ?? old;
    let kept: Value | SealedValue = now;
    if (field.sealed && now !== null) {
      const still = same ? current?.sealed[key] : undefined;
      kept = still ?? (await seal(deps, { community, register: register.name, id, field: key }, String(now), field));
      sealed[key] = kept;
    } else if (now !== null) values[key] = now;
    if (!same) changes[key] = [oldKept, kept];
  }
  // Instants of one record grow, whatever the clocks of two functions say: they are its history's keys.
  const latest = current?.trail.at(-1) ?? 0;
  const at = Math.max(deps.now(), latest + 1);
  const version = (current?.version ?? 0) + 1;
  const entry = sealedEntry({
    id,
    version,
    at,
    by: context.actor,
    action: context.action,
    ...(move !== undefined && { move }),
    ...(context.reason !== undefined && { reason: context.reason }),
    changes,
    ...(current && { previous: { hash: current.head, at: latest } }),
  });
  const record: StoredRecord = {
    register: register.name,
    community,
    id,
    version,
    values,
    sealed,
    createdAt: current?.createdAt ?? at,
    updatedAt: at,
    updatedBy: context.actor,
    trail: [...(current?.trail ?? []), at].slice(-TRAIL_MAX),
    head: entry.hash,
    once: rememberedKeys(current, version, context),
    ...(current?.steps && { steps: current.steps }),
  };
  const history: PlannedItem = {
    item: {
      Put: {
        TableName: deps.tables.records,
        Item: {
          ...historyItem(register.name, community, entry),
          ...(context.once && { once: [context.once.key, context.once.body] }),
        },
      },
    },
    refusal: () => new Refusal("stale"),
  };
  return { record, entry, history, ...(current && { seen: current.head }) };
}

function rememberedKeys(
  current: StoredRecord | undefined,
  version: number,
  context: WriteContext,
): StoredRecord["once"] {
  const kept = current?.once ?? [];
  return context.once ? [...kept, [version, context.once.key, context.once.body] as const].slice(-ONCE_MAX) : kept;
}
