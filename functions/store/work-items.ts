import { DeleteCommand, PutCommand, QueryCommand, UpdateCommand } from "@aws-sdk/lib-dynamodb";
import type { Deps } from "../http/deps.ts";
import type { Key } from "./table.ts";

type Item = Record<string, unknown>;

/** Puts an item; with `onlyNew`, false and nothing done when there is one already. */
export async function putItem(deps: Deps, item: Item, { onlyNew = false } = {}): Promise<boolean> {
  const condition = onlyNew ? { ConditionExpression: "attribute_not_exists(pk)" } : {};
  const put = new PutCommand({ TableName: deps.tables.records, Item: item, ...condition });
  return deps.documents.send(put).then(() => true, refusedCondition);
}

export async function deleteItem(deps: Deps, key: Key): Promise<void> {
  await deps.documents.send(new DeleteCommand({ TableName: deps.tables.records, Key: key }));
}

/** What an update sets and adds to, and the condition it stands under; names may be words of the database's own. */
export type ItemUpdate = {
  readonly set: Readonly<Record<string, unknown>>;
  readonly add?: Readonly<Record<string, number>>;
  /** In terms of `#name` and `:given`. */
  readonly condition: string;
  readonly given?: Readonly<Record<string, unknown>>;
};

/** Updates an item and gives it as it then is; undefined and nothing done when the condition does not hold. */
export async function updateItem(deps: Deps, key: Key, update: ItemUpdate): Promise<Item | undefined> {
  const { set, add = {}, condition, given = {} } = update;
  const sets = Object.keys(set).map((name) => `#${name} = :set_${name}`);
  const adds = Object.keys(add).map((name) => `#${name} :add_${name}`);
  const named = [
    ...Object.keys(set),
    ...Object.keys(add),
    ...[...condition.matchAll(/#(\w+)/g)].map(([, name]) => name),
  ];
  const command = new UpdateCommand({
    TableName: deps.tables.records,
    Key: key,
    UpdateExpression: `SET ${sets.join(", ")}${adds.length > 0 ? ` ADD ${adds.join(", ")}` : ""}`,
    ConditionExpression: condition,
    ExpressionAttributeNames: Object.fromEntries(named.map((name) => [`#${name}`, String(name)])),
    ExpressionAttributeValues: {
      ...prefixed(":set_", set),
      ...prefixed(":add_", add),
      ...prefixed(":", given),
    },
    ReturnValues: "ALL_NEW",
  });
  const answer = await deps.documents.send(command).catch(refusedCondition);
  return answer ? (answer.Attributes ?? {}) : undefined;
}

/** Part of a partition: sort keys from one to another, both included. */
export type Range = {
  readonly pk: string;
  readonly from: string;
  readonly to: string;
  readonly backwards?: boolean;
  readonly limit?: number;
  /** Attributes to read; all of them when absent. */
  readonly only?: string;
};

/** Items of a partition in order, read strongly, page by page. */
export async function* itemsBetween(deps: Deps, range: Range): AsyncGenerator<Item> {
  let left = range.limit ?? Number.POSITIVE_INFINITY;
  let start: Item | undefined;
  do {
    const { Items = [], LastEvaluatedKey } = await deps.documents.send(
      new QueryCommand({
        TableName: deps.tables.records,
        KeyConditionExpression: "pk = :pk AND sk BETWEEN :from AND :to",
        ExpressionAttributeValues: { ":pk": range.pk, ":from": range.from, ":to": range.to },
        ScanIndexForward: range.backwards !== true,
        ConsistentRead: true,
        ExclusiveStartKey: start,
        ...(Number.isFinite(left) && { Limit: left }),
        ...(range.only !== undefined && { ProjectionExpression: range.only }),
      }),
    );
    left -= Items.length;
    yield* Items;
    start = left > 0 ? LastEvaluatedKey : undefined;
  } while (start);
}

function prefixed(prefix: string, values: Readonly<Record<string, unknown>>): Item {
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [prefix + name, value]));
}

function refusedCondition(error: unknown): false {
  if (error instanceof Error && error.name === "ConditionalCheckFailedException") return false;
  throw error;
}
