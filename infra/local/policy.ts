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
    holds(Condition, access.leadingKeys ?? [])
  );
}

/** The conditions that a plan may have: keys of certain classes only, and at least one key. */
function holds(condition: Statement["Condition"], leadingKeys: readonly string[]): boolean {
  const classes = condition?.["ForAllValues:StringLike"]?.["dynamodb:LeadingKeys"];
  const absent = condition?.Null?.["dynamodb:LeadingKeys"];
  return (
    (classes === undefined || leadingKeys.every((key) => listOf(classes).some((pattern) => like(pattern, key)))) &&
    (absent === undefined || (leadingKeys.length === 0) === (listOf(absent)[0] === "true"))
  );
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
