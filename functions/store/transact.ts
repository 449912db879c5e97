import { randomUUID } from "node:crypto";
import { setTimeout } from "node:timers/promises";
import { TransactionCanceledException } from "@aws-sdk/client-dynamodb";
import { TransactWriteCommand } from "@aws-sdk/lib-dynamodb";
import { Refusal } from "../../shared/contract/refusal.ts";
import type { Deps } from "../http/deps.ts";
import type { Documents } from "../keys/aws.ts";
import type { Key, TransactItem } from "./table.ts";

/** One item of a transaction and what it means when its condition fails. */
export type PlannedItem = { readonly item: TransactItem; readonly refusal: () => Refusal };

/**
 * Writes items, all or none, in one transaction of at most 100. A condition that fails is refused in the words of the
 * item it stands on.
 */
export async function transact({ documents }: Deps, items: readonly PlannedItem[]): Promise<void> {
  const failed = await writeTogether(
    documents,
    items.map(({ item }) => item),
  );
  if (failed !== undefined) throw items[failed]?.refusal() ?? new Error("A condition failed that nobody set");
}

const ATTEMPTS = 10;
/** What a cancelled transaction says when trying again may help. */
const PASSING = new Set(["TransactionConflict", "ThrottlingError", "ProvisionedThroughputExceeded"]);

/**
 * Writes items, all or none; the place of the first whose condition failed, undefined when all is written.
 * A conflict with another writer is retried.
 */
export async function writeTogether(
  documents: Documents,
  TransactItems: readonly TransactItem[],
): Promise<number | undefined> {
  if (TransactItems.length === 0) return undefined;
  // One token for all attempts: an answer lost on the way does not write twice.
  const ClientRequestToken = randomUUID();
  for (let attempt = 1; ; attempt += 1) {
    try {
      await documents.send(new TransactWriteCommand({ TransactItems: [...TransactItems], ClientRequestToken }));
      return undefined;
    } catch (error) {
      if (!(error instanceof TransactionCanceledException)) throw error;
      const codes = (error.CancellationReasons ?? []).map((reason) => reason.Code ?? "");
      const failed = codes.indexOf("ConditionalCheckFailed");
      if (failed >= 0) return failed;
      if (!codes.some((code) => PASSING.has(code))) throw error;
      if (attempt >= ATTEMPTS) throw new Refusal("busy");
      // Jitter parts writers that met; the time grows with every meeting.
      await setTimeout(Math.random() * 15 * 2 ** Math.min(attempt, 6));
    }
  }
}

/** What must hold for a write: nothing there yet, or something there with these values. */
export type Only = "absent" | Readonly<Record<string, unknown>>;

/** One write of a transaction. `set` changes single attributes of an item that is there. */
export type Write =
  | { readonly put: Readonly<Record<string, unknown>>; readonly only?: Only }
  | { readonly remove: Key; readonly only?: Only }
  | { readonly change: Key; readonly set: Readonly<Record<string, unknown>>; readonly only?: Only };

/** One write as the database wants it. */
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
