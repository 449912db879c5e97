import { Aws, Fn } from "aws-cdk-lib";
import { PolicyStatement } from "aws-cdk-lib/aws-iam";
import type { Action, Grant, Service, TableName } from "../services.ts";
import type { DataTable } from "./restored-tables.ts";

const ACTIONS: Record<Action, string> = {
  Get: "dynamodb:GetItem",
  BatchGet: "dynamodb:BatchGetItem",
  Query: "dynamodb:Query",
  Put: "dynamodb:PutItem",
  Update: "dynamodb:UpdateItem",
  Delete: "dynamodb:DeleteItem",
  BatchWrite: "dynamodb:BatchWriteItem",
  Condition: "dynamodb:ConditionCheckItem",
};

/**
 * A right to items of some key classes. `ForAllValues` alone is also true for a request without any key,
 * so the second condition demands that there is one.
 */
export function tableStatement(table: DataTable, grant: Grant): PolicyStatement {
  return new PolicyStatement({
    actions: grant.actions.map((action) => ACTIONS[action]),
    resources: [table.tableArn],
    ...(grant.keys
      ? {
          conditions: {
            "ForAllValues:StringLike": { "dynamodb:LeadingKeys": [...grant.keys] },
            Null: { "dynamodb:LeadingKeys": "false" },
          },
        }
      : {}),
  });
}

/** The name of the root key's parameter; it does not exist until a function first needs it. Newer ones end in `-2`, `-3`. */
export const keyParameter = Fn.join("", ["/linli/", Aws.STACK_NAME, "/root-key"]);

/** The root key is encrypted with the account's own SSM key, which needs no further permission. */
export function rootKeyStatement(kind: NonNullable<Service["rootKey"]>): PolicyStatement {
  const arn = ["arn:", Aws.PARTITION, ":ssm:", Aws.REGION, ":", Aws.ACCOUNT_ID, ":parameter", keyParameter];
  return new PolicyStatement({
    actions: ["ssm:GetParameters", ...(kind === "create" ? ["ssm:PutParameter"] : [])],
    resources: [Fn.join("", arn), Fn.join("", [...arn, "-*"])],
  });
}

/** The names of the tables a function may use, and of no other. */
export function tableVariables(service: Service, tables: Record<TableName, DataTable>): Record<string, string> {
  const used = new Set(service.grants.map((grant) => grant.table));
  return Object.fromEntries([...used].map((name) => [`${name.toUpperCase()}_TABLE`, tables[name].tableName]));
}
