import type { Context } from "../context.ts";
import { unknownOperation } from "../errors.ts";
import { batchGetItem } from "./batch-get-item.ts";
import { batchWriteItem } from "./batch-write-item.ts";
import { createTable } from "./create-table.ts";
import { deleteItem } from "./delete-item.ts";
import { describeTable, listTables } from "./describe-table.ts";
import { getItem } from "./get-item.ts";
import { putItem } from "./put-item.ts";
import { query } from "./query.ts";
import { describeStream, getRecords, getShardIterator } from "./streams.ts";
import { describeTimeToLive, updateTimeToLive } from "./time-to-live.ts";
import { transactGetItems } from "./transact-get-items.ts";
import { transactWriteItems } from "./transact-write-items.ts";
import { updateItem } from "./update-item.ts";

/** What one operation does; `data` marks those that a caller pays for and that may be throttled. */
export type Operation = { run: (context: Context, input: unknown) => unknown; data: boolean; writes: boolean };

const control = (run: Operation["run"], writes: boolean): Operation => ({ run, data: false, writes });
const reading = (run: Operation["run"]): Operation => ({ run, data: true, writes: false });
const writing = (run: Operation["run"]): Operation => ({ run, data: true, writes: true });

const OPERATIONS: ReadonlyMap<string, Operation> = new Map([
  ["CreateTable", control(createTable, true)],
  ["DescribeTable", control(describeTable, false)],
  ["ListTables", control(listTables, false)],
  ["UpdateTimeToLive", control(updateTimeToLive, true)],
  ["DescribeTimeToLive", control(describeTimeToLive, false)],
  ["DescribeStream", control(describeStream, false)],
  ["GetShardIterator", control(getShardIterator, false)],
  ["GetRecords", control(getRecords, false)],
  ["GetItem", reading(getItem)],
  ["Query", reading(query)],
  ["BatchGetItem", reading(batchGetItem)],
  ["TransactGetItems", reading(transactGetItems)],
  ["PutItem", writing(putItem)],
  ["UpdateItem", writing(updateItem)],
  ["DeleteItem", writing(deleteItem)],
  ["BatchWriteItem", writing(batchWriteItem)],
  ["TransactWriteItems", writing(transactWriteItems)],
]);

export function operationNamed(name: string): Operation {
  const operation = OPERATIONS.get(name);
  if (operation) return operation;
  if (name === "Scan") {
    throw unknownOperation("Scan is not supported by this engine: Linli reads by key and never searches a whole table");
  }
  throw unknownOperation(`${name} is not supported by this engine, which knows ${[...OPERATIONS.keys()].join(", ")}`);
}
