import {
  DeleteCommand,
  GetCommand,
  PutCommand,
  QueryCommand,
  type QueryCommandInput,
  UpdateCommand,
} from "@aws-sdk/lib-dynamodb";
import type { Deps } from "../http/deps.ts";
import type { Documents } from "../keys/aws.ts";
import { isKey, type Key } from "./table.ts";
import { transactItem, type Write, writeTogether } from "./transact.ts";

export type Item = Readonly<Record<string, unknown>>;

/** What an update sets and adds to, and the condition it stands under; names may be words of the database's own. */
export type ItemUpdate = {
  readonly set?: Item;
  readonly add?: Readonly<Record<string, number>>;
  /** In terms of `#name` and `:given`. */
  readonly condition: string;
  readonly given?: Item;
};

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

/** Items of one table, read strongly and written all or nothing. */
export type Items = {
  readonly get: (key: Key) => Promise<Item | undefined>;
  /** Items of a partition whose sort keys begin so: all, or the first so many. */
  readonly list: (pk: string, prefix?: string, limit?: number) => Promise<Item[]>;
  /** Items of a partition in order, page by page. */
  readonly between: (range: Range) => AsyncGenerator<Item>;
  /** Puts an item; with `onlyNew`, false and nothing done when there is one already. */
  readonly put: (item: Item, options?: { readonly onlyNew?: boolean }) => Promise<boolean>;
  /** Updates an item and gives it as it then is; undefined and nothing done when the condition does not hold. */
  readonly update: (key: Key, update: ItemUpdate) => Promise<Item | undefined>;
  readonly remove: (key: Key) => Promise<void>;
  /** False when a condition did not hold; then nothing was written. */
  readonly write: (...writes: readonly Write[]) => Promise<boolean>;
};

export function openItems(documents: Documents, table: string): Items {
  return {
    get: async (key) => {
      if (!isKey(key)) return undefined;
      const { Item } = await documents.send(new GetCommand({ TableName: table, Key: key, ConsistentRead: true }));
      return Item;
    },
    list: async (pk, prefix = "", limit) => {
      const found: Item[] = [];
      const condition = prefix === "" ? "pk = :pk" : "pk = :pk AND begins_with(sk, :prefix)";
      const values = { ":pk": pk, ...(prefix !== "" && { ":prefix": prefix }) };
      const query = { KeyConditionExpression: condition, ExpressionAttributeValues: values };
      for await (const item of queried(documents, { TableName: table, ...query }, limit)) found.push(item);
      return found;
    },
    between: ({ pk, from, to, backwards, limit, only }) =>
      queried(
        documents,
        {
          TableName: table,
          KeyConditionExpression: "pk = :pk AND sk BETWEEN :from AND :to",
          ExpressionAttributeValues: { ":pk": pk, ":from": from, ":to": to },
          ScanIndexForward: backwards !== true,
          ...(only !== undefined && { ProjectionExpression: only }),
        },
        limit,
      ),
    put: async (item, { onlyNew = false } = {}) => {
      const condition = onlyNew ? { ConditionExpression: "attribute_not_exists(pk)" } : {};
      const put = new PutCommand({ TableName: table, Item: item, ...condition });
      return documents.send(put).then(() => true, refusedCondition);
    },
    update: async (key, update) => {
      const answer = await documents.send(updateCommand(table, key, update)).catch(refusedCondition);
      return answer ? (answer.Attributes ?? {}) : undefined;
    },
    remove: async (key) => {
      await documents.send(new DeleteCommand({ TableName: table, Key: key }));
    },
    write: async (...writes) => {
      const failed = await writeTogether(
        documents,
        writes.map((write) => transactItem(table, write)),
      );
      return failed === undefined;
    },
  };
}

/** Items of the Records table, which is what most of our writing is about. */
const records = ({ documents, tables }: Deps) => openItems(documents, tables.records);

export const getItem = (deps: Deps, key: Key) => records(deps).get(key);
export const itemsBeginning = (deps: Deps, pk: string, prefix: string, limit: number) =>
  records(deps).list(pk, prefix, limit);
export const itemsBetween = (deps: Deps, range: Range) => records(deps).between(range);
export const putItem = (deps: Deps, item: Item, options?: { readonly onlyNew?: boolean }) =>
  records(deps).put(item, options);
export const updateItem = (deps: Deps, key: Key, update: ItemUpdate) => records(deps).update(key, update);
export const deleteItem = (deps: Deps, key: Key) => records(deps).remove(key);

async function* queried(
  documents: Documents,
  query: QueryCommandInput,
  limit = Number.POSITIVE_INFINITY,
): AsyncGenerator<Item> {
  let left = limit;
  let from: Record<string, unknown> | undefined;
  do {
    const page = await documents.send(
      new QueryCommand({
        ...query,
        ConsistentRead: true,
        ExclusiveStartKey: from,
        ...(Number.isFinite(left) && { Limit: left }),
      }),
    );
    const { Items = [], LastEvaluatedKey } = page;
    left -= Items.length;
    yield* Items;
    from = left > 0 ? LastEvaluatedKey : undefined;
  } while (from);
}

function updateCommand(table: string, key: Key, { set = {}, add = {}, condition, given = {} }: ItemUpdate) {
  const sets = Object.keys(set).map((name) => `#${name} = :set_${name}`);
  const adds = Object.keys(add).map((name) => `#${name} :add_${name}`);
  const named = [
    ...Object.keys(set),
    ...Object.keys(add),
    ...[...condition.matchAll(/#(\w+)/g)].map(([, name]) => name),
  ];
  const parts = [
    ...(sets.length > 0 ? [`SET ${sets.join(", ")}`] : []),
    ...(adds.length > 0 ? [`ADD ${adds.join(", ")}`] : []),
  ];
  return new UpdateCommand({
    TableName: table,
    Key: key,
    UpdateExpression: parts.join(" "),
    ConditionExpression: condition,
    ExpressionAttributeNames: Object.fromEntries(named.map((name) => [`#${name}`, String(name)])),
    ExpressionAttributeValues: {
      ...prefixed(":set_", set),
      ...prefixed(":add_", add),
      ...prefixed(":", given),
    },
    ReturnValues: "ALL_NEW",
  });
}

function prefixed(prefix: string, values: Item): Item {
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [prefix + name, value]));
}

function refusedCondition(error: unknown): false {
  if (error instanceof Error && error.name === "ConditionalCheckFailedException") return false;
  throw error;
}
