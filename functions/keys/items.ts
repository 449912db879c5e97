import {
  DeleteCommand,
  GetCommand,
  QueryCommand,
  TransactWriteCommand,
  type TransactWriteCommandInput,
  UpdateCommand,
} from "@aws-sdk/lib-dynamodb";
import { isKey, type Key } from "../store/table.ts";
import type { Documents } from "./aws.ts";

export type Item = Readonly<Record<string, unknown>>;

/** What must hold for a write: nothing there yet, or something there with these values. */
export type Only = "absent" | Readonly<Record<string, unknown>>;

/** One write of a transaction. `set` changes single attributes of an item that is there. */
export type Write =
  | { readonly put: Item; readonly only?: Only }
  | { readonly remove: Key; readonly only?: Only }
  | { readonly change: Key; readonly set: Item; readonly only?: Only };

type TransactItem = NonNullable<TransactWriteCommandInput["TransactItems"]>[number];

/** Items of one table, read strongly and written all or nothing. */
export type Items = {
  readonly get: (key: Key) => Promise<Item | undefined>;
  /** Items of a partition whose sort keys begin so, all pages. */
  readonly list: (pk: string, prefix?: string) => Promise<Item[]>;
  /** False when a condition did not hold; then nothing was written. */
  readonly write: (...writes: readonly Write[]) => Promise<boolean>;
  readonly remove: (key: Key) => Promise<void>;
  /** Counts one try, unless `max` were made in a window that has not ended; then when it ends. */
  readonly tryUpTo: (key: Key, max: number, now: number, windowMs: number) => Promise<number | undefined>;
  readonly giveBack: (key: Key) => Promise<void>;
};

export function openItems(documents: Documents, table: string): Items {
  const get = async (key: Key) => {
    if (!isKey(key)) return undefined;
    const { Item } = await documents.send(new GetCommand({ TableName: table, Key: key, ConsistentRead: true }));
    return Item;
  };
  return {
    get,
    list: async (pk, prefix = "") => {
      const found: Item[] = [];
      let from: Record<string, unknown> | undefined;
      do {
        const page = await documents.send(
          new QueryCommand({
            TableName: table,
            KeyConditionExpression: prefix === "" ? "pk = :pk" : "pk = :pk AND begins_with(sk, :prefix)",
            ExpressionAttributeValues: prefix === "" ? { ":pk": pk } : { ":pk": pk, ":prefix": prefix },
            ConsistentRead: true,
            ExclusiveStartKey: from,
          }),
        );
        found.push(...(page.Items ?? []));
        from = page.LastEvaluatedKey;
      } while (from);
      return found;
    },
    write: async (...writes) =>
      transact(
        documents,
        writes.map((write) => transactItem(table, write)),
      ),
    remove: async (key) => {
      await documents.send(new DeleteCommand({ TableName: table, Key: key }));
    },
    tryUpTo: async (key, max, now, windowMs) => tryUpTo(documents, table, key, max, now, windowMs),
    giveBack: async (key) => {
      await documents
        .send(
          new UpdateCommand({
            TableName: table,
            Key: key,
            UpdateExpression: "SET tries = tries - :one",
            ConditionExpression: "tries > :zero",
            ExpressionAttributeValues: { ":one": 1, ":zero": 0 },
          }),
        )
        .catch(refusedCondition);
    },
  };
}

/** One write as the database wants it, for a transaction that others add to as well. */
export function transactItem(table: string, write: Write): TransactItem {
  const names: Record<string, string> = {};
  const values: Record<string, unknown> = {};
  const condition = conditionOf(write.only, names, values);
  const common = {
    TableName: table,
    ...(condition === undefined ? {} : { ConditionExpression: condition }),
  };
  if ("change" in write) {
    const sets = Object.entries(write.set).map(([name, value], index) => {
      names[`#s${index}`] = name;
      values[`:s${index}`] = value;
      return `#s${index} = :s${index}`;
    });
    const UpdateExpression = `SET ${sets.join(", ")}`;
    return { Update: { ...common, ...placeholders(names, values), Key: write.change, UpdateExpression } };
  }
  if ("put" in write) return { Put: { ...common, ...placeholders(names, values), Item: write.put } };
  return { Delete: { ...common, ...placeholders(names, values), Key: write.remove } };
}

function conditionOf(only: Only | undefined, names: Record<string, string>, values: Record<string, unknown>) {
  if (only === undefined) return undefined;
  if (only === "absent") return "attribute_not_exists(pk)";
  const equal = Object.entries(only).map(([name, value], index) => {
    names[`#c${index}`] = name;
    if (value === undefined) return `attribute_not_exists(#c${index})`;
    values[`:c${index}`] = value;
    return `#c${index} = :c${index}`;
  });
  return ["attribute_exists(pk)", ...equal].join(" AND ");
}

function placeholders(names: Record<string, string>, values: Record<string, unknown>) {
  return {
    ...(Object.keys(names).length > 0 ? { ExpressionAttributeNames: names } : {}),
    ...(Object.keys(values).length > 0 ? { ExpressionAttributeValues: values } : {}),
  };
}

/** How often a transaction is tried that met another one on the same item. */
const ATTEMPTS = 8;

async function transact(documents: Documents, TransactItems: TransactItem[]): Promise<boolean> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      await documents.send(new TransactWriteCommand({ TransactItems }));
      return true;
    } catch (error) {
      const reasons = cancellationCodes(error);
      if (reasons.includes("ConditionalCheckFailed")) return false;
      if (!reasons.includes("TransactionConflict") || attempt === ATTEMPTS) throw error;
      await new Promise((resolve) => setTimeout(resolve, Math.random() * 20 * 2 ** attempt));
    }
  }
}

function cancellationCodes(error: unknown): string[] {
  if (!(error instanceof Error) || error.name !== "TransactionCanceledException") return [];
  const reasons: unknown = Reflect.get(error, "CancellationReasons");
  return Array.isArray(reasons) ? reasons.map((reason: { Code?: string }) => reason.Code ?? "None") : [];
}

async function tryUpTo(documents: Documents, table: string, Key: Key, max: number, now: number, windowMs: number) {
  const another = new UpdateCommand({
    TableName: table,
    Key,
    UpdateExpression: "SET tries = tries + :one",
    ConditionExpression: "endsAt > :now AND tries < :max",
    ExpressionAttributeValues: { ":one": 1, ":now": now, ":max": max },
  });
  const first = new UpdateCommand({
    TableName: table,
    Key,
    UpdateExpression: "SET tries = :one, endsAt = :endsAt, #ttl = :ttl",
    ConditionExpression: "attribute_not_exists(pk) OR endsAt <= :now",
    ExpressionAttributeNames: { "#ttl": "ttl" },
    ExpressionAttributeValues: {
      ":one": 1,
      ":now": now,
      ":endsAt": now + windowMs,
      ":ttl": Math.ceil((now + windowMs) / 1000) + 3600,
    },
  });
  // Between the two another caller may open the window; then the first of them is asked once more.
  for (const attempt of [another, first, another]) {
    const counted = await documents.send(attempt).then(() => true, refusedCondition);
    if (counted) return undefined;
  }
  const { Item } = await documents.send(new GetCommand({ TableName: table, Key, ConsistentRead: true }));
  return typeof Item?.endsAt === "number" ? Item.endsAt : now + windowMs;
}

function refusedCondition(error: unknown): false {
  if (error instanceof Error && error.name === "ConditionalCheckFailedException") return false;
  throw error;
}
