import { Refusal } from "../../shared/contract/refusal.ts";
import type { Values } from "../../shared/schema/field.ts";
import { referencedIds } from "../../shared/schema/kinds/reference.ts";
import type { Register } from "../../shared/schema/register.ts";
import type { Deps } from "../http/deps.ts";
import { itemsBeginning, itemsBetween } from "../store/items.ts";
import { batchGetRecords } from "../store/records.ts";
import { backReferenceKey, backReferencePartition } from "../store/table.ts";
import type { PlannedItem } from "../store/transact.ts";
import type { Problems } from "./context.ts";

/** Problems of reference columns that point to no record of this community. Only changed columns are looked at. */
export async function referenceProblems(
  deps: Deps,
  register: Register,
  community: string,
  before: Values,
  after: Values,
): Promise<Problems> {
  const problems: Problems = [];
  for (const [path, to, added] of changedReferences(register, before, after)) {
    if (added.length === 0) continue;
    const found = new Set((await batchGetRecords(deps, to, community, added)).map((record) => record.id));
    if (added.some((id) => !found.has(id))) problems.push({ path, code: "unknown-reference" });
  }
  return problems;
}

/** The back references that move with a record's reference columns. */
export function backReferenceItems(
  deps: Deps,
  register: Register,
  community: string,
  id: string,
  before: Values,
  after: Values,
): PlannedItem[] {
  const TableName = deps.tables.records;
  const refusal = () => new Refusal("stale");
  const items: PlannedItem[] = [];
  for (const [field, to, added, removed] of changedReferences(register, before, after)) {
    const key = (target: string) =>
      backReferenceKey({ register: to, community, id: target }, { register: register.name, field, id });
    for (const target of added) items.push({ item: { Put: { TableName, Item: { ...key(target) } } }, refusal });
    for (const target of removed) items.push({ item: { Delete: { TableName, Key: key(target) } }, refusal });
  }
  return items;
}

/** The lists whose records still refer to a record; empty when it may go. */
export async function referrersOf(deps: Deps, register: string, community: string, id: string): Promise<string[]> {
  const items = await itemsBeginning(deps, backReferencePartition(register, community), `${id}#`, 20);
  return [...new Set(items.map((item) => String(item.sk).split("#")[1] ?? ""))];
}

/** Ids of the records of a list whose reference column points to a record. */
export async function referrerIds(
  deps: Deps,
  register: Register,
  column: string,
  community: string,
  target: string,
): Promise<string[]> {
  const field = register.fields[column];
  if (field?.kind !== "reference" && field?.kind !== "references") return [];
  const begins = backReferenceKey(
    { register: field.to, community, id: target },
    { register: register.name, field: column, id: "" },
  );
  const ids: string[] = [];
  for await (const { sk } of itemsBetween(deps, { pk: begins.pk, from: begins.sk, to: `${begins.sk}~`, only: "sk" })) {
    ids.push(String(sk).slice(begins.sk.length));
  }
  return ids;
}

type Change = readonly [field: string, to: string, added: readonly string[], removed: readonly string[]];

function changedReferences(register: Register, before: Values, after: Values): Change[] {
  const changes: Change[] = [];
  for (const [key, field] of Object.entries(register.fields)) {
    if (field.kind !== "reference" && field.kind !== "references") continue;
    const [old, now] = [referencedIds(before[key]), referencedIds(after[key])];
    const added = now.filter((id) => !old.includes(id));
    const removed = old.filter((id) => !now.includes(id));
    if (added.length > 0 || removed.length > 0) changes.push([key, field.to, added, removed]);
  }
  return changes;
}
