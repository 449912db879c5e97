import { GetCommand, QueryCommand } from "@aws-sdk/lib-dynamodb";
import type { Deps } from "../http/deps.ts";
import { isKey, type Key } from "./table.ts";

/** One item of the Records table, read strongly. */
export async function getItem(deps: Deps, key: Key): Promise<Record<string, unknown> | undefined> {
  if (!isKey(key)) return undefined;
  const { Item } = await deps.documents.send(
    new GetCommand({ TableName: deps.tables.records, Key: key, ConsistentRead: true }),
  );
  return Item;
}

/** The first items of a partition whose sort key begins so, read strongly. */
export async function itemsBeginning(
  deps: Deps,
  partition: string,
  prefix: string,
  limit: number,
): Promise<Record<string, unknown>[]> {
  const { Items = [] } = await deps.documents.send(
    new QueryCommand({
      TableName: deps.tables.records,
      KeyConditionExpression: "pk = :pk AND begins_with(sk, :prefix)",
      ExpressionAttributeValues: { ":pk": partition, ":prefix": prefix },
      Limit: limit,
      ConsistentRead: true,
    }),
  );
  return Items;
}
