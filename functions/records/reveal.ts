import { invalid, Refusal } from "../../shared/contract/refusal.ts";
import { textProblem } from "../../shared/rules/clean-text.ts";
import type { Register } from "../../shared/schema/register.ts";
import type { Deps } from "../http/deps.ts";
import { historyItem, sealedEntry, TRAIL_MAX } from "../store/history.ts";
import { batchGetRecords, itemOf, type StoredRecord } from "../store/records.ts";
import type { PlannedItem } from "../store/transact.ts";
import { transact } from "../store/transact.ts";
import type { WriteContext } from "./context.ts";
import { unseal } from "./seal.ts";

/** How many records one list may open at once (a bus, an event's insurance). */
const REVEAL_MAX = 500;
/** Two items for each record, a hundred items a transaction. */
const TOGETHER = 40;

export type Revealed = { readonly id: string; readonly value: string | null };

/**
 * Opens one sealed column of some records for a stated purpose (查看原文).
 * That it was opened, by whom and why stands in each record's history before anybody sees the value.
 */
export async function reveal(
  deps: Deps,
  register: Register,
  community: string,
  request: { ids: readonly string[]; field: string; reason: string },
  actor: WriteContext["actor"],
): Promise<Revealed[]> {
  const { ids, field, reason } = request;
  if (!register.fields[field]?.sealed) throw invalid({ path: "field", code: "not-sealed" });
  if (reason.trim().length < 2) throw invalid({ path: "reason", code: "required" });
  if (reason.length > 200) throw invalid({ path: "reason", code: "too-long", params: { max: 200 } });
  const wrong = textProblem(reason, false);
  if (wrong) throw invalid({ path: "reason", code: wrong });
  if (ids.length > REVEAL_MAX) throw invalid({ path: "ids", code: "too-many-rows", params: { max: REVEAL_MAX } });
  const wanted = [...new Set(ids)];
  const revealed = new Map<string, string | null>();
  for (let start = 0; start < wanted.length; start += TOGETHER) {
    const part = wanted.slice(start, start + TOGETHER);
    for (const record of await recorded(deps, register, community, part, { field, reason: reason.trim(), actor })) {
      const sealed = record.sealed[field];
      revealed.set(record.id, sealed ? await unseal(deps, { ...record, field }, sealed) : null);
    }
  }
  if (revealed.size < wanted.length) throw new Refusal("not-found");
  return wanted.map((id) => ({ id, value: revealed.get(id) ?? null }));
}

async function recorded(
  deps: Deps,
  register: Register,
  community: string,
  ids: readonly string[],
  what: { field: string; reason: string; actor: WriteContext["actor"] },
): Promise<StoredRecord[]> {
  for (let attempt = 1; ; attempt += 1) {
    const records = await batchGetRecords(deps, register.name, community, ids);
    if (records.length < ids.length) throw new Refusal("not-found");
    try {
      await transact(
        deps,
        records.flatMap((record) => revealItems(deps, record, what)),
      );
      return records;
    } catch (error) {
      // Somebody wrote to one of the records meanwhile: read them again.
      if (!(error instanceof Refusal && error.code === "stale") || attempt >= 6) throw error;
    }
  }
}

/** A reading leaves the record's version alone: nobody's unsaved cell becomes stale by it. */
function revealItems(
  deps: Deps,
  record: StoredRecord,
  { field, reason, actor }: { field: string; reason: string; actor: WriteContext["actor"] },
): PlannedItem[] {
  const latest = record.trail.at(-1) ?? 0;
  const at = Math.max(deps.now(), latest + 1);
  const value = record.sealed[field] ?? null;
  const entry = sealedEntry({
    id: record.id,
    version: record.version,
    at,
    by: actor,
    action: "reveal",
    reason,
    changes: { [field]: [value, value] },
    previous: { hash: record.head, at: latest },
  });
  const next: StoredRecord = { ...record, trail: [...record.trail, at].slice(-TRAIL_MAX), head: entry.hash };
  const refusal = () => new Refusal("stale");
  const TableName = deps.tables.records;
  return [
    {
      item: {
        Put: {
          TableName,
          Item: itemOf(next),
          ConditionExpression: "head = :seen",
          ExpressionAttributeValues: { ":seen": record.head },
        },
      },
      refusal,
    },
    { item: { Put: { TableName, Item: historyItem(record.register, record.community, entry) } }, refusal },
  ];
}
