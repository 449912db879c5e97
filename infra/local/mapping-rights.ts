import type { FunctionPlan, MappingPlan, Plan } from "./plan.ts";
import { type Access, isAllowed } from "./policy.ts";

/**
 * A stream is read, and what is given up on is put aside, with the rights of the function that listens. Without them
 * a deployment fails, so the same template does not start here either.
 */
export function mustBeAllowedToListen({ mappings, functions }: Pick<Plan, "mappings" | "functions">): void {
  const missing = mappings.flatMap((mapping) => {
    const listener = functions.find(({ name }) => name === mapping.functionName);
    return listener ? missingFor(mapping, listener) : [];
  });
  if (missing.length > 0) throw new Error(missing.join("\n"));
}

const READING = ["DescribeStream", "GetRecords", "GetShardIterator"];

function missingFor(mapping: MappingPlan, { name, statements }: FunctionPlan): string[] {
  const needed: Access[] = [
    ...READING.map((action) => ({ action: `dynamodb:${action}`, resource: mapping.EventSourceArn })),
    { action: "dynamodb:ListStreams", resource: "*" },
    { action: "sqs:SendMessage", resource: mapping.DestinationConfig.OnFailure.Destination },
  ];
  return needed
    .filter((access) => !isAllowed(statements, access))
    .map(({ action, resource }) => `${name} listens to ${mapping.tableName}, but may not ${action} on ${resource}`);
}
