import { invalid } from "../../shared/contract/refusal.ts";
import type { Values } from "../../shared/schema/field.ts";
import { type Register, uniqueSets } from "../../shared/schema/register.ts";
import type { Deps } from "../http/deps.ts";
import { getItem } from "../store/items.ts";
import { uniqueKey } from "../store/table.ts";
import type { PlannedItem } from "../store/transact.ts";
import { findingHash } from "./seal.ts";

/** The guard items that move when a record's unique values change from `before` to `after` (empty: no record). */
export async function guardItems(
  deps: Deps,
  register: Register,
  community: string,
  id: string,
  before: Values,
  after: Values,
): Promise<PlannedItem[]> {
  const items: PlannedItem[] = [];
  for (const columns of uniqueSets(register)) {
    const [old, now] = [guardText(columns, before), guardText(columns, after)];
    if (old === now) continue;
    const refusal = () => invalid(...columns.map((path) => ({ path, code: "not-unique" })));
    const place = { register: register.name, community, field: columns.join("+") };
    if (old !== undefined) {
      const Key = uniqueKey(register.name, community, columns, await findingHash(deps, place, old));
      items.push({ item: { Delete: { TableName: deps.tables.records, Key } }, refusal });
    }
    if (now !== undefined) {
      const key = uniqueKey(register.name, community, columns, await findingHash(deps, place, now));
      items.push({
        item: {
          Put: {
            TableName: deps.tables.records,
            Item: { ...key, id },
            ConditionExpression: "attribute_not_exists(pk) OR id = :id",
            ExpressionAttributeValues: { ":id": id },
          },
        },
        refusal,
      });
    }
  }
  return items;
}

/** The id of the record that holds these unique values, if one does. */
export async function findUnique(
  deps: Deps,
  register: Register,
  community: string,
  columns: readonly string[],
  values: Values,
): Promise<string | undefined> {
  const text = guardText(columns, values);
  if (text === undefined) return undefined;
  const place = { register: register.name, community, field: columns.join("+") };
  const item = await getItem(deps, uniqueKey(register.name, community, columns, await findingHash(deps, place, text)));
  return item ? String(item.id) : undefined;
}

/** The text that must not repeat; undefined where no column is filled. */
export function guardText(columns: readonly string[], values: Values): string | undefined {
  if (columns.every((key) => values[key] === undefined || values[key] === null)) return undefined;
  return JSON.stringify(columns.map((key) => values[key] ?? null));
}
