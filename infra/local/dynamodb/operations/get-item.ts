import { countCapacity, readUnits } from "../capacity.ts";
import type { Context } from "../context.ts";
import { readPlaceholders } from "../expressions/placeholders.ts";
import { readKey } from "../keys.ts";
import { flag, readMembers } from "../request.ts";
import { parseItem } from "../values/attribute-value.ts";
import { readItem, readProjection, viewFor } from "./read-item.ts";
import { hasExpression, required, tableOf } from "./write-actions.ts";

const KNOWN = [
  "TableName",
  "Key",
  "ConsistentRead",
  "ProjectionExpression",
  "ExpressionAttributeNames",
  "ReturnConsumedCapacity",
];

export function getItem(context: Context, input: unknown): unknown {
  const members = readMembers(input, KNOWN, "GetItem");
  const capacity = countCapacity(members);
  const table = tableOf(context, members);
  const names = readPlaceholders(members, hasExpression(members, "ProjectionExpression"));
  const shown = readProjection(members, names);
  names.finish();
  const key = readKey(table, parseItem(required(members, "Key")));
  const consistent = flag(members, "ConsistentRead", false);
  const found = readItem(context, table, key, viewFor(context, table, consistent));
  capacity.read(table, undefined, readUnits(found?.bytes ?? 0, consistent));
  return { ...(found && { Item: shown(found.item) }), ...capacity.one() };
}
