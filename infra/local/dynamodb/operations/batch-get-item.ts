import { countCapacity, readUnits } from "../capacity.ts";
import type { Context } from "../context.ts";
import { validation } from "../errors.ts";
import { readPlaceholders } from "../expressions/placeholders.ts";
import { keyItem, readKey, sameItem } from "../keys.ts";
import { flag, listOf, mapOf, readMembers } from "../request.ts";
import { type Item, parseItem } from "../values/attribute-value.ts";
import { readItem, readProjection, viewFor } from "./read-item.ts";
import { hasExpression, tableOf } from "./write-actions.ts";

const MOST_KEYS = 100;
const MOST_BYTES = 16 * 1024 * 1024;
const KNOWN = ["Keys", "ConsistentRead", "ProjectionExpression", "ExpressionAttributeNames"];

export function batchGetItem(context: Context, input: unknown): unknown {
  const members = readMembers(input, ["RequestItems", "ReturnConsumedCapacity"], "BatchGetItem");
  const capacity = countCapacity(members);
  const wanted = Object.entries(mapOf(members, "RequestItems")).map(([TableName, part]) => {
    const request = readMembers(part, KNOWN, "BatchGetItem");
    const table = tableOf(context, { TableName });
    const names = readPlaceholders(request, hasExpression(request, "ProjectionExpression"));
    const shown = readProjection(request, names);
    names.finish();
    const keys = listOf(request, "Keys", MOST_KEYS).map((key) => readKey(table, parseItem(key)));
    if (new Set(keys.map((key) => sameItem(table, key))).size < keys.length) {
      throw validation("Provided list of item keys contains duplicates");
    }
    return { table, keys, shown, request, consistent: flag(request, "ConsistentRead", false) };
  });
  const asked = wanted.reduce((total, { keys }) => total + keys.length, 0);
  if (asked > MOST_KEYS) throw validation("Too many items requested for the BatchGetItem call");

  const responses: Record<string, Item[]> = {};
  const unprocessed: Record<string, unknown> = {};
  const skipped = leftOut(context, asked);
  let [position, bytes, full] = [0, 0, false];
  for (const { table, keys, shown, request, consistent } of wanted) {
    const { name } = table.definition;
    const found: Item[] = [];
    const later: Item[] = [];
    const stale = viewFor(context, table, consistent);
    // The order of the answer means nothing; a program that relies on it shall notice.
    for (const key of shuffled(context, keys)) {
      const stored = full ? undefined : readItem(context, table, key, stale);
      const weight = stored?.bytes ?? 0;
      full ||= bytes + weight > MOST_BYTES;
      if (full || position++ === skipped) {
        later.push(keyItem(table.definition.keys, key));
        continue;
      }
      bytes += weight;
      capacity.read(table, undefined, readUnits(weight, consistent));
      if (stored) found.push(shown(stored.item));
    }
    responses[name] = found;
    if (later.length > 0) unprocessed[name] = { ...request, Keys: later };
  }
  return { Responses: responses, UnprocessedKeys: unprocessed, ...capacity.each() };
}

/** Which of so many is left for another time; a negative number for none. */
export const leftOut = (context: Context, count: number): number =>
  count > 1 && context.random.chance(context.strictness.partialBatches) ? context.random.below(count) : -1;

function shuffled<T>(context: Context, members: readonly T[]): T[] {
  const pool = [...members];
  const result: T[] = [];
  while (pool.length > 0) result.push(...pool.splice(context.random.below(pool.length), 1));
  return result;
}
