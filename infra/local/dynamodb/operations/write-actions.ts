import type { Context } from "../context.ts";
import { validation } from "../errors.ts";
import { applyUpdate, checkUpdate } from "../expressions/apply-update.ts";
import { checkLiterals, holds } from "../expressions/evaluate.ts";
import { conditionOf, updateOf } from "../expressions/parsed.ts";
import { type Placeholders, readPlaceholders } from "../expressions/placeholders.ts";
import type { Path } from "../expressions/syntax.ts";
import { checkItem, keyItem, keyOf, namesOf, readKey } from "../keys.ts";
import { choice, type Members, optionalText, tableNameOf } from "../request.ts";
import type { Table } from "../tables.ts";
import { type Item, itemDepth, MOST_NESTED, parseItem } from "../values/attribute-value.ts";
import type { WriteAction } from "../write-item.ts";

/** The members that a single write and the same write inside a transaction have in common. */
export const CONDITIONAL = [
  "TableName",
  "ConditionExpression",
  "ExpressionAttributeNames",
  "ExpressionAttributeValues",
  "ReturnValuesOnConditionCheckFailure",
] as const;

const TOO_LARGE = "Item size has exceeded the maximum allowed size";
const UPDATED_TOO_LARGE = "Item size to update has exceeded the maximum allowed size";

export function putAction(context: Context, members: Members): WriteAction {
  const table = tableOf(context, members);
  const names = readPlaceholders(members, hasExpression(members, "ConditionExpression"));
  const item = parseItem(required(members, "Item"));
  const action = { table, key: keyOf(table, item), next: () => item, ...condition(members, names) };
  names.finish();
  checkItem(table, item, TOO_LARGE);
  return action;
}

export function deleteAction(context: Context, members: Members): WriteAction {
  const { table, key, names } = keyed(context, members);
  const action = { table, key, next: () => undefined, ...condition(members, names) };
  names.finish();
  return action;
}

export function checkAction(context: Context, members: Members): WriteAction {
  const { table, key, names } = keyed(context, members);
  if (optionalText(members, "ConditionExpression") === undefined) throw validation("The expression can not be empty;");
  const action: WriteAction = { table, key, next: "unchanged", ...condition(members, names) };
  names.finish();
  return action;
}

/** An update, and the paths it touches, by which UPDATED_OLD and UPDATED_NEW choose. */
export function updateAction(context: Context, members: Members): { action: WriteAction; touched: Path[] } {
  const { table, key, names } = keyed(context, members);
  const text = optionalText(members, "UpdateExpression");
  const update =
    text === undefined ? { set: [], remove: [], add: [], delete: [] } : names.use("UpdateExpression", updateOf(text));
  const met = condition(members, names);
  names.finish();
  checkUpdate(update, names);
  const touched = [...update.set, ...update.add, ...update.delete]
    .map(({ path }) => path)
    .concat(update.remove)
    .map((path) => names.path(path));
  for (const name of namesOf(table.definition.keys)) {
    if (touched.some(([first]) => first === name)) {
      throw validation(
        `One or more parameter values were invalid: Cannot update attribute ${name}. This attribute is part of the key`,
      );
    }
  }
  const next = (before: Item | undefined): Item => {
    const after = applyUpdate(update, before ?? keyItem(table.definition.keys, key), names);
    if (itemDepth(after) > MOST_NESTED) throw validation("Nesting Levels have exceeded supported limits");
    checkItem(table, after, UPDATED_TOO_LARGE);
    return after;
  };
  return { action: { table, key, next, ...met }, touched };
}

function keyed(context: Context, members: Members) {
  const table = tableOf(context, members);
  const names = readPlaceholders(members, hasExpression(members, "ConditionExpression", "UpdateExpression"));
  return { table, key: readKey(table, parseItem(required(members, "Key"))), names };
}

function condition(members: Members, names: Placeholders): Pick<WriteAction, "holds" | "showItemOnFailure"> {
  const showItemOnFailure =
    choice(members, "ReturnValuesOnConditionCheckFailure", ["NONE", "ALL_OLD"], "NONE") === "ALL_OLD";
  const text = optionalText(members, "ConditionExpression");
  if (text === undefined) return { holds: () => true, showItemOnFailure };
  const tree = names.use("ConditionExpression", conditionOf(text));
  checkLiterals("ConditionExpression", tree, names);
  return { holds: (item) => holds(tree, item, names), showItemOnFailure };
}

export const tableOf = (context: Context, members: Members): Table => context.tables.named(tableNameOf(members));

export const hasExpression = (members: Members, ...expressions: string[]): boolean =>
  expressions.some((name) => optionalText(members, name) !== undefined);

export function required(members: Members, name: string): unknown {
  const value = members[name] ?? undefined;
  if (value !== undefined) return value;
  const path = name.charAt(0).toLowerCase() + name.slice(1);
  throw validation(
    `1 validation error detected: Value null at '${path}' failed to satisfy constraint: Member must not be null`,
  );
}
