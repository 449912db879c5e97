import { createHash } from "node:crypto";
import { type Capacity, countCapacity, readUnits } from "../capacity.ts";
import type { Context } from "../context.ts";
import {
  type CancellationReason,
  DynamoError,
  idempotentParameterMismatch,
  transactionCanceled,
  transactionInProgress,
  validation,
} from "../errors.ts";
import { sameItem } from "../keys.ts";
import { listOf, type Members, optionalText, readMembers } from "../request.ts";
import { findItem } from "../stored.ts";
import { isObject } from "../values/attribute-value.ts";
import { decide, perform, type WriteAction, type Written } from "../write-item.ts";
import { CONDITIONAL, checkAction, deleteAction, putAction, updateAction } from "./write-actions.ts";

const MOST_ACTIONS = 100;
const MOST_BYTES = 4 * 1024 * 1024;
export const TOKEN_LIFE = 10 * 60_000;

export function transactWriteItems(context: Context, input: unknown): unknown {
  const members = readMembers(
    input,
    ["TransactItems", "ClientRequestToken", "ReturnConsumedCapacity"],
    "TransactWriteItems",
  );
  const capacity = countCapacity(members);
  const given = listOf(members, "TransactItems", MOST_ACTIONS);
  const actions = given.map((action) => readAction(context, action));
  const identities = new Set(actions.map(({ table, key }) => sameItem(table, key)));
  if (identities.size < actions.length) {
    throw validation("Transaction request cannot include multiple operations on one item");
  }
  const token = readToken(members);
  const digest = token === undefined ? "" : createHash("sha256").update(JSON.stringify(given)).digest("hex");
  if (token !== undefined && alreadyDone(context, token, digest)) return replay(context, actions, capacity);

  refuseConflicts(context, actions);
  const written = decideAll(context, actions);
  for (const one of written) {
    perform(context, one);
    capacity.write(one, 2);
  }
  if (token !== undefined) {
    context.storage.run(
      "INSERT OR REPLACE INTO tokens (token, digest, at) VALUES (?, ?, ?)",
      token,
      digest,
      context.now,
    );
  }
  return capacity.each();
}

function readAction(context: Context, raw: unknown): WriteAction {
  const action = readMembers(raw, ["Put", "Update", "Delete", "ConditionCheck"], "TransactWriteItems");
  const [kind, ...others] = Object.keys(action).filter((name) => isObject(action[name]));
  if (kind === undefined || others.length > 0) {
    throw validation("TransactItems can only contain one of Check, Put, Update or Delete");
  }
  const members = (...more: string[]) =>
    readMembers(action[kind], [...CONDITIONAL, ...more], `TransactWriteItems ${kind}`);
  switch (kind) {
    case "Put":
      return putAction(context, members("Item"));
    case "Delete":
      return deleteAction(context, members("Key"));
    case "ConditionCheck":
      return checkAction(context, members("Key"));
    default: {
      const update = members("Key", "UpdateExpression");
      if (optionalText(update, "UpdateExpression") === undefined) {
        throw validation("The expression can not be empty;");
      }
      return updateAction(context, update).action;
    }
  }
}

function readToken(members: Members): string | undefined {
  const token = optionalText(members, "ClientRequestToken");
  if (token !== undefined && (token.length < 1 || token.length > 36)) {
    throw validation(
      `1 validation error detected: Value '${token}' at 'clientRequestToken' failed to satisfy constraint: ` +
        "Member must have length between 1 and 36",
    );
  }
  return token;
}

function alreadyDone(context: Context, token: string, digest: string): boolean {
  if (!context.claimToken(token)) throw transactionInProgress();
  const known = context.storage.first("SELECT digest, at FROM tokens WHERE token = ?", token);
  if (!known || known.number("at") <= context.now - TOKEN_LIFE) return false;
  if (known.text("digest") !== digest) throw idempotentParameterMismatch();
  return true;
}

/** The same request again: nothing is written, and the items are paid for as reads. */
function replay(context: Context, actions: readonly WriteAction[], capacity: Capacity): unknown {
  for (const { table, key } of actions) {
    capacity.read(table, undefined, 2 * readUnits(findItem(context.storage, table, key)?.bytes ?? 0, true));
  }
  return capacity.each();
}

function refuseConflicts(context: Context, actions: readonly WriteAction[]): void {
  const unlucky = context.random.chance(context.strictness.conflicts) ? context.random.below(actions.length) : -1;
  const reasons = actions.map(({ table, key }, at): CancellationReason => {
    const free = context.claim(table, key, "transaction") === "free" && at !== unlucky;
    return free ? { Code: "None" } : { Code: "TransactionConflict", Message: "Transaction is ongoing for the item" };
  });
  if (reasons.some(({ Code }) => Code !== "None")) throw transactionCanceled(reasons);
}

/** All conditions are looked at, so that the caller learns of every one that failed. */
function decideAll(context: Context, actions: readonly WriteAction[]): Written[] {
  const written: Written[] = [];
  const reasons = actions.map((action): CancellationReason => {
    try {
      written.push(decide(context, action));
      return { Code: "None" };
    } catch (error) {
      if (!(error instanceof DynamoError)) throw error;
      const failed = error.name === "ConditionalCheckFailedException";
      return { Code: failed ? "ConditionalCheckFailed" : "ValidationError", Message: error.message, ...error.details };
    }
  });
  if (reasons.some(({ Code }) => Code !== "None")) throw transactionCanceled(reasons);
  const bytes = written.reduce((total, { before, after }) => total + ((after ?? before)?.bytes ?? 0), 0);
  if (bytes > MOST_BYTES) throw validation("Transaction aggregated item size exceeded the maximum of 4 MB");
  return written;
}
