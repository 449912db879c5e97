import { Refusal } from "../../shared/contract/refusal.ts";
import type { Values } from "../../shared/schema/field.ts";
import type { Condition, Flow, FlowMove } from "../../shared/schema/flow.ts";
import { publicationNamed } from "../../shared/schema/publications.ts";
import type { Deps } from "../http/deps.ts";
import { unchanged } from "../records/unchanged.ts";
import { allRecords, type StoredRecord } from "../store/records.ts";
import type { PlannedItem } from "../store/transact.ts";

/** What was made public and not taken back. */
const PUBLIC: ReadonlySet<unknown> = new Set(["posted", "archived"]);

/**
 * Refuses a step whose conditions do not hold (前提, 409 with a sentence for each). The items make the step stand on
 * what showed them, so that none of it is taken back at the same moment.
 */
export async function conditionItems(
  deps: Deps,
  flow: Flow,
  { before = [] }: FlowMove,
  record: StoredRecord,
): Promise<readonly PlannedItem[]> {
  const found = await Promise.all(before.map((condition) => lookFor(deps, condition, record)));
  const missing = found.flatMap(({ missing }) => missing ?? []);
  if (missing.length > 0)
    throw new Refusal(
      "conflict",
      missing.map((problem) => ({ path: flow.state, ...problem })),
    );
  const shown = new Map(found.flatMap(({ shown }) => (shown ? [[shown.id, shown]] : [])));
  return [...shown.values()].map((one) => unchanged(deps, one));
}

type Problem = { readonly code: string; readonly params?: Readonly<Record<string, string | number>> };
type Found = { readonly shown?: StoredRecord; readonly missing?: Problem };

async function lookFor(deps: Deps, condition: Condition, record: StoredRecord): Promise<Found> {
  const { community } = record;
  if ("none" in condition) {
    const against = await first(deps, condition.none, community, (row) => condition.when(row, record));
    return against ? { missing: { code: condition.code } } : {};
  }
  if ("shown" in condition) {
    const shown = await first(deps, condition.shown, community, (row) => condition.when(row, record));
    return shown ? { shown } : { missing: { code: condition.code } };
  }
  const { published, since, when = () => true } = condition;
  const from = String(record.values[since] ?? "");
  const shown = await first(
    deps,
    "publications",
    community,
    (row) => row.kind === published && PUBLIC.has(row.state) && String(row.from) >= from && when(row, record),
  );
  const { zh, en } = publicationNamed(published).label;
  return shown ? { shown } : { missing: { code: "not-published", params: { zh, en } } };
}

async function first(
  deps: Deps,
  register: string,
  community: string,
  isMeant: (values: Values) => boolean,
): Promise<StoredRecord | undefined> {
  for await (const row of allRecords(deps, register, community)) {
    if (isMeant(row.values)) return row;
  }
  return undefined;
}
