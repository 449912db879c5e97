import { countCapacity, readUnits } from "../capacity.ts";
import type { Context } from "../context.ts";
import { type CancellationReason, transactionCanceled, validation } from "../errors.ts";
import { readPlaceholders } from "../expressions/placeholders.ts";
import { readKey, sameItem } from "../keys.ts";
import { listOf, readMembers } from "../request.ts";
import { findItem } from "../stored.ts";
import { parseItem } from "../values/attribute-value.ts";
import { readProjection } from "./read-item.ts";
import { hasExpression, required, tableOf } from "./write-actions.ts";

const MOST_GETS = 100;
const MOST_BYTES = 4 * 1024 * 1024;
const KNOWN = ["TableName", "Key", "ProjectionExpression", "ExpressionAttributeNames"];

export function transactGetItems(context: Context, input: unknown): unknown {
  const members = readMembers(input, ["TransactItems", "ReturnConsumedCapacity"], "TransactGetItems");
  const capacity = countCapacity(members);
  const gets = listOf(members, "TransactItems", MOST_GETS).map((raw) => {
    const get = readMembers(readMembers(raw, ["Get"], "TransactGetItems").Get, KNOWN, "TransactGetItems Get");
    const table = tableOf(context, get);
    const names = readPlaceholders(get, hasExpression(get, "ProjectionExpression"));
    const shown = readProjection(get, names);
    names.finish();
    return { table, key: readKey(table, parseItem(required(get, "Key"))), shown };
  });
  if (new Set(gets.map(({ table, key }) => sameItem(table, key))).size < gets.length) {
    throw validation("Transaction request cannot include multiple operations on one item");
  }
  const reasons = gets.map(
    ({ table, key }): CancellationReason =>
      context.claim(table, key, "look") === "free"
        ? { Code: "None" }
        : { Code: "TransactionConflict", Message: "Transaction is ongoing for the item" },
  );
  if (reasons.some(({ Code }) => Code !== "None")) throw transactionCanceled(reasons);
  let bytes = 0;
  const responses = gets.map(({ table, key, shown }) => {
    const stored = findItem(context.storage, table, key);
    bytes += stored?.bytes ?? 0;
    capacity.read(table, undefined, 2 * readUnits(stored?.bytes ?? 0, true));
    return stored ? { Item: shown(stored.item) } : {};
  });
  if (bytes > MOST_BYTES) throw validation("Transaction aggregated item size exceeded the maximum of 4 MB");
  return { Responses: responses, ...capacity.each() };
}
