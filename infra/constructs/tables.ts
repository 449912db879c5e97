import { RemovalPolicy } from "aws-cdk-lib";
import { AttributeType, BillingMode, type CfnTable, StreamViewType, Table } from "aws-cdk-lib/aws-dynamodb";
import type { Construct } from "constructs";
import type { TableName } from "../services.ts";
import { type DataTable, restoredTables } from "./restored-tables.ts";

/**
 * Records holds what a committee keeps, Counts what a district may see, Accounts who may sign in.
 * They are apart because "the district never sees a person" is then a matter of IAM, not of code.
 */
export function tables(scope: Construct): Record<TableName, DataTable> {
  return (
    restoredTables(scope) ?? {
      records: table(scope, "Records", { stream: true, ttl: true }),
      counts: table(scope, "Counts", { stream: false, ttl: false }),
      accounts: table(scope, "Accounts", { stream: false, ttl: true }),
    }
  );
}

function table(scope: Construct, id: string, options: { stream: boolean; ttl: boolean }): Table {
  const made = new Table(scope, id, {
    partitionKey: { name: "pk", type: AttributeType.STRING },
    sortKey: { name: "sk", type: AttributeType.STRING },
    billingMode: BillingMode.PAY_PER_REQUEST,
    pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: true },
    deletionProtection: true,
    removalPolicy: RemovalPolicy.RETAIN,
    ...(options.stream ? { stream: StreamViewType.NEW_AND_OLD_IMAGES } : {}),
    ...(options.ttl ? { timeToLiveAttribute: "ttl" } : {}),
  });
  // A table is found by its logical id: a derived one would change with the code around it and leave the data behind.
  (made.node.defaultChild as CfnTable).overrideLogicalId(id);
  return made;
}
