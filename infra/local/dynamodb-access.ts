import * as z from "zod/mini";
import type { Access } from "./policy.ts";
import { LOCAL } from "./template.ts";

/** The accesses that one DynamoDB request consists of, as IAM sees them: a transaction is each of its actions. */
export function dynamodbAccesses(operation: string, input: unknown): Access[] {
  const request = z.parse(anyRequest, input);
  if (operation === "TransactWriteItems" || operation === "TransactGetItems") {
    return (request.TransactItems ?? []).flatMap((item) =>
      Object.entries(item).map(([kind, part]) => access(TRANSACT[kind] ?? kind, part.TableName, keysOf(part))),
    );
  }
  if (operation === "BatchGetItem" || operation === "BatchWriteItem") {
    return Object.entries(request.RequestItems ?? {}).map(([table, wanted]) =>
      access(operation, table, batchKeys(wanted)),
    );
  }
  const named = request.IndexName === undefined ? request.TableName : `${request.TableName}/index/${request.IndexName}`;
  return [access(operation, named, operation === "Query" ? queriedKeys(request) : keysOf(request))];
}

const value = z.looseObject({ S: z.optional(z.string()) });
const item = z.looseObject({ pk: z.optional(value) });
const part = z.looseObject({ TableName: z.optional(z.string()), Key: z.optional(item), Item: z.optional(item) });
const batchPart = z.union([
  z.looseObject({ Keys: z.array(item) }),
  z.array(z.looseObject({ PutRequest: z.optional(part), DeleteRequest: z.optional(part) })),
]);
const anyRequest = z.extend(part, {
  IndexName: z.optional(z.string()),
  KeyConditionExpression: z.optional(z.string()),
  ExpressionAttributeNames: z.optional(z.record(z.string(), z.string())),
  ExpressionAttributeValues: z.optional(z.record(z.string(), value)),
  RequestItems: z.optional(z.record(z.string(), batchPart)),
  TransactItems: z.optional(z.array(z.record(z.string(), part))),
});

const TRANSACT: Record<string, string> = {
  Get: "GetItem",
  Put: "PutItem",
  Update: "UpdateItem",
  Delete: "DeleteItem",
  ConditionCheck: "ConditionCheckItem",
};

const access = (operation: string, table: string | undefined, leadingKeys: string[]): Access => ({
  action: `dynamodb:${operation}`,
  resource: `arn:${LOCAL.partition}:dynamodb:${LOCAL.region}:${LOCAL.account}:table/${table ?? ""}`,
  leadingKeys,
});

const keysOf = ({ Key, Item }: z.infer<typeof part>): string[] => present([Key?.pk?.S, Item?.pk?.S]);

function batchKeys(wanted: z.infer<typeof batchPart>): string[] {
  if (!Array.isArray(wanted)) return present(wanted.Keys.map((key) => key.pk?.S));
  return wanted.flatMap(({ PutRequest, DeleteRequest }) => [
    ...(PutRequest ? keysOf(PutRequest) : []),
    ...(DeleteRequest ? keysOf(DeleteRequest) : []),
  ]);
}

/** A query names its partition as `pk = :value`; anything else counts as naming none. */
function queriedKeys(request: z.infer<typeof anyRequest>): string[] {
  const equalities = (request.KeyConditionExpression ?? "").matchAll(/([#\w]+)\s*=\s*(:\w+)/g);
  return present(
    [...equalities].map(([, name = "", placeholder = ""]) =>
      (request.ExpressionAttributeNames?.[name] ?? name) === "pk"
        ? request.ExpressionAttributeValues?.[placeholder]?.S
        : undefined,
    ),
  );
}

const present = (keys: readonly (string | undefined)[]): string[] => keys.filter((key) => key !== undefined);
