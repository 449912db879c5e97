import type { Statement } from "./plan.ts";

/** One thing a function asks for: an action on a resource, and the partition keys it touches. */
export type Access = { readonly action: string; readonly resource: string; readonly leadingKeys?: readonly string[] };

/** Decides as IAM does: some statement allows it and none denies it. */
export function isAllowed(statements: readonly Statement[], access: Access): boolean {
  const applying = statements.filter((statement) => applies(statement, access));
  return applying.some(({ Effect }) => Effect === "Allow") && !applying.some(({ Effect }) => Effect === "Deny");
}

function applies({ Action, Resource, Condition }: Statement, access: Access): boolean {
  return (
    listOf(Action).some((pattern) => like(pattern, access.action)) &&
    listOf(Resource).some((pattern) => like(pattern, access.resource)) &&
    Object.entries(Condition ?? {}).every(([operator, values]) => holds(operator, values, access.leadingKeys ?? []))
  );
}

type Values = NonNullable<Statement["Condition"]>[string];

function holds(operator: string, values: Values, leadingKeys: readonly string[]): boolean {
  return Object.entries(values).every(([name, value]) => {
    if (name === "dynamodb:LeadingKeys" && operator === "ForAllValues:StringLike") {
      return leadingKeys.every((key) => listOf(value).some((pattern) => like(pattern, key)));
    }
    if (name === "dynamodb:LeadingKeys" && operator === "Null") {
      return (leadingKeys.length === 0) === (listOf(value)[0] === "true");
    }
    throw new Error(`The local runner does not know the condition ${operator} on ${name}.`);
  });
}

/** IAM's wildcards: `*` is any text, `?` any one character. */
function like(pattern: string, text: string): boolean {
  const source = pattern
    .replace(/[.+^${}()|[\]\\]/g, "\\$&")
    .replaceAll("*", ".*")
    .replaceAll("?", ".");
  return new RegExp(`^${source}$`, "s").test(text);
}

const listOf = (value: string | readonly string[]): readonly string[] => (typeof value === "string" ? [value] : value);
