import { invalid, Refusal } from "../../shared/contract/refusal.ts";
import { canonicalJson } from "../../shared/rules/canonical-json.ts";
import type { Values } from "../../shared/schema/field.ts";
import { isWhole, lookupSets, type Register, uniqueSets } from "../../shared/schema/register.ts";
import type { Deps } from "../http/deps.ts";
import { getItem, itemsBetween } from "../store/items.ts";
import { lookupKey, uniqueKey } from "../store/table.ts";
import type { PlannedItem } from "../store/transact.ts";
import { findingHash } from "./seal.ts";

/**
 * The items that move when the values by which a record is found change from `before` to `after` (empty: no record):
 * guards of those that must not repeat, lookups of those that may.
 */
export async function guardItems(
  deps: Deps,
  register: Register,
  community: string,
  id: string,
  before: Values,
  after: Values,
): Promise<PlannedItem[]> {
  return [
    ...(await uniqueItems(deps, register, community, id, before, after)),
    ...(await lookupItems(deps, register, community, id, before, after)),
  ];
}

async function uniqueItems(
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

async function lookupItems(
  deps: Deps,
  register: Register,
  community: string,
  id: string,
  before: Values,
  after: Values,
): Promise<PlannedItem[]> {
  const TableName = deps.tables.records;
  const refusal = () => new Refusal("stale");
  const items: PlannedItem[] = [];
  for (const columns of lookupSets(register)) {
    const [old, now] = [heldTexts(columns, before), heldTexts(columns, after)];
    if (canonicalJson(old) === canonicalJson(now)) continue;
    const key = async (texts: readonly string[]) =>
      lookupKey(register.name, community, columns, await hashesOf(deps, register, community, columns, texts), id);
    if (old.length > 0) items.push({ item: { Delete: { TableName, Key: await key(old) } }, refusal });
    if (now.length > 0) items.push({ item: { Put: { TableName, Item: await key(now) } }, refusal });
  }
  return items;
}

/** At most how many items guard a record that is written with these columns: put, or put and removed. */
export function guardItemsMax(register: Register, given: Values, isNew: boolean): number {
  const sets = [...uniqueSets(register), ...lookupSets(register)];
  return sets.filter((set) => set.some((key) => given[key] !== undefined)).length * (isNew ? 1 : 2);
}

/**
 * Ids of the records that hold these values, at most so many from one end of the list in order of ids (in order of the
 * further columns where a set is looked up by its first ones). Undefined when the list is not looked up by these columns.
 */
export async function findByValues(
  deps: Deps,
  register: Register,
  community: string,
  columns: readonly string[],
  values: Values,
  { end, limit }: { readonly end: "first" | "last"; readonly limit: number },
): Promise<string[] | undefined> {
  if (uniqueSets(register).some((set) => isSame(set, columns))) {
    return findUnique(deps, register, community, columns, values);
  }
  const set = lookupSets(register).find((wider) => isSame(wider.slice(0, columns.length), columns));
  if (!set) return undefined;
  const texts = heldTexts(columns, values);
  if (texts.length === 0) return [];
  const hashes = await hashesOf(deps, register, community, columns, texts);
  const { pk, sk } = lookupKey(register.name, community, set, hashes);
  const range = { pk, from: sk, to: `${sk}~`, backwards: end === "last", limit, only: "sk" };
  const ids: string[] = [];
  for await (const item of itemsBetween(deps, range)) ids.push(String(item.sk).split("#").at(-1) ?? "");
  return ids;
}

/** The id of the record that holds these unique values, if one does. */
async function findUnique(
  deps: Deps,
  register: Register,
  community: string,
  columns: readonly string[],
  values: Values,
): Promise<string[]> {
  const text = guardText(columns, values);
  if (text === undefined) return [];
  const place = { register: register.name, community, field: columns.join("+") };
  const item = await getItem(deps, uniqueKey(register.name, community, columns, await findingHash(deps, place, text)));
  return item ? [String(item.id)] : [];
}

const isSame = (a: readonly string[], b: readonly string[]) => a.join("+") === b.join("+");

/** One text for each column; none where the first is empty, for by that one all are found. */
function heldTexts(columns: readonly string[], values: Values): string[] {
  const [first = ""] = columns;
  if (values[first] === undefined || values[first] === null) return [];
  return columns.map((key) => JSON.stringify(values[key] ?? null));
}

function hashesOf(
  deps: Deps,
  register: Register,
  community: string,
  columns: readonly string[],
  texts: readonly string[],
): Promise<string[]> {
  const place = { register: register.name, community };
  return Promise.all(columns.map((field, index) => findingHash(deps, { ...place, field }, texts[index] ?? "")));
}

/** The text that must not repeat; undefined where no column is filled. */
export function guardText(columns: readonly string[], values: Values): string | undefined {
  const isEmpty = (key: string) => values[key] === undefined || values[key] === null;
  if (isWhole(columns) ? columns.some(isEmpty) : columns.every(isEmpty)) return undefined;
  return JSON.stringify(columns.map((key) => values[key] ?? null));
}
