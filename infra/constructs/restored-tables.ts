import { type ITable, Table } from "aws-cdk-lib/aws-dynamodb";
import type { Construct } from "constructs";
import type { TableName } from "../services.ts";

/** A table as grants and streams need it, whether of this stack or restored. */
export type DataTable = Pick<ITable, "node" | "tableArn" | "tableName"> & {
  readonly tableStreamArn?: string | undefined;
};

const CONTEXT = ["recordsTable", "recordsStream", "countsTable", "accountsTable"] as const;
type Restored = Readonly<Record<(typeof CONTEXT)[number], string>>;

/**
 * Tables that were restored from a backup (恢复的表) and take the place of the stack's own, which stay as they are but
 * out of use. Named by context, so that every later deployment names them too: all of them, or none.
 */
export function restoredTables(scope: Construct): Record<TableName, DataTable> | undefined {
  const given = Object.fromEntries(CONTEXT.map((name) => [name, scope.node.tryGetContext(name)]));
  const missing = CONTEXT.filter((name) => typeof given[name] !== "string" || given[name] === "");
  if (missing.length === CONTEXT.length) return undefined;
  if (missing.length > 0) throw new Error(`A restored stack also names, with -c: ${missing.join(", ")}`);
  // Nothing is missing, so that all are texts.
  const { recordsTable, recordsStream, countsTable, accountsTable } = given as Restored;
  if (!recordsStream.includes(`:table/${recordsTable}/stream/`)) {
    throw new Error(`recordsStream is the ARN of the newest stream of ${recordsTable}, not ${recordsStream}`);
  }
  return {
    records: Table.fromTableAttributes(scope, "RestoredRecords", {
      tableName: recordsTable,
      tableStreamArn: recordsStream,
    }),
    counts: Table.fromTableName(scope, "RestoredCounts", countsTable),
    accounts: Table.fromTableName(scope, "RestoredAccounts", accountsTable),
  };
}
