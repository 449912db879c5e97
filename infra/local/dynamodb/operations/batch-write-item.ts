import { type Capacity, countCapacity } from "../capacity.ts";
import type { Context } from "../context.ts";
import { DynamoError, validation } from "../errors.ts";
import { sameItem } from "../keys.ts";
import { listOf, mapOf, readMembers } from "../request.ts";
import type { WriteAction } from "../write-item.ts";
import { leftOut } from "./batch-get-item.ts";
import { deleteAction, putAction } from "./write-actions.ts";
import { writeOne } from "./write-one.ts";

const MOST_REQUESTS = 25;

/** Up to 25 writes, each on its own: some may come back unprocessed. */
export function batchWriteItem(context: Context, input: unknown): unknown {
  const members = readMembers(input, ["RequestItems", "ReturnConsumedCapacity"], "BatchWriteItem");
  const capacity = countCapacity(members);
  const wanted = Object.entries(mapOf(members, "RequestItems")).flatMap(([TableName, requests]) =>
    listOf({ requests }, "requests", MOST_REQUESTS).map((request) => ({
      TableName,
      request,
      action: readRequest(context, TableName, request),
    })),
  );
  if (wanted.length > MOST_REQUESTS) throw validation("Too many items requested for the BatchWriteItem call");
  if (new Set(wanted.map(({ action: { table, key } }) => sameItem(table, key))).size < wanted.length) {
    throw validation("Provided list of item keys contains duplicates");
  }
  const unprocessed: Record<string, unknown[]> = {};
  const skipped = leftOut(context, wanted.length);
  for (const [position, { TableName, request, action }] of wanted.entries()) {
    if (position !== skipped && written(context, action, capacity)) continue;
    unprocessed[TableName] = [...(unprocessed[TableName] ?? []), request];
  }
  return { UnprocessedItems: unprocessed, ...capacity.each() };
}

function readRequest(context: Context, TableName: string, raw: unknown): WriteAction {
  const { PutRequest, DeleteRequest } = readMembers(raw, ["PutRequest", "DeleteRequest"], "BatchWriteItem");
  if ((PutRequest === undefined) === (DeleteRequest === undefined)) {
    throw validation("A write request of a batch must contain exactly one of PutRequest and DeleteRequest");
  }
  return PutRequest === undefined
    ? deleteAction(context, { ...readMembers(DeleteRequest, ["Key"], "DeleteRequest"), TableName })
    : putAction(context, { ...readMembers(PutRequest, ["Item"], "PutRequest"), TableName });
}

/** An item that a transaction holds at this moment comes back unprocessed. */
function written(context: Context, action: WriteAction, capacity: Capacity): boolean {
  try {
    writeOne(context, action, capacity);
    return true;
  } catch (error) {
    if (error instanceof DynamoError && error.name === "TransactionConflictException") return false;
    throw error;
  }
}
