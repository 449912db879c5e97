import type * as z from "zod/mini";
import type { FieldProblem } from "../../shared/contract/refusal.ts";

type Issue = z.core.$ZodIssue;

/** What a schema found wrong, as problems a caller can place: every one of them, with dotted paths. */
export function fieldProblems(issues: readonly Issue[], input: unknown): FieldProblem[] {
  return issues.flatMap((issue) => problemsOf(issue, input));
}

function problemsOf(issue: Issue, input: unknown): FieldProblem[] {
  const path = issue.path.map(String).join(".");
  switch (issue.code) {
    case "unrecognized_keys":
      return issue.keys.map((key) => ({ path: path === "" ? key : `${path}.${key}`, code: "unknown-field" }));
    case "invalid_type":
      return [{ path, code: valueAt(input, issue.path) === undefined ? "required" : expected(issue.expected) }];
    case "invalid_value":
      return [{ path, code: valueAt(input, issue.path) === undefined ? "required" : "not-in-list" }];
    case "too_big":
      return [tooBig(path, issue.origin, Number(issue.maximum))];
    case "too_small":
      return [tooSmall(path, issue.origin, Number(issue.minimum))];
    case "custom":
      return [custom(path, issue.params ?? {})];
    case "invalid_union":
      return [{ path, code: valueAt(input, issue.path) === undefined ? "required" : "not-in-format" }];
    default:
      return [{ path, code: "not-in-format" }];
  }
}

function expected(type: string): string {
  if (type === "string") return "not-text";
  if (type === "int") return "not-integer";
  if (type === "number" || type === "nan") return "not-a-number";
  if (type === "boolean") return "not-yes-no";
  if (type === "array" || type === "tuple" || type === "set") return "not-a-list";
  if (type === "object" || type === "record" || type === "map") return "not-an-object";
  return "not-in-format";
}

function tooBig(path: string, origin: string, max: number): FieldProblem {
  if (origin === "string") return { path, code: "too-long", params: { max } };
  if (origin === "array" || origin === "set") return { path, code: "too-many-rows", params: { max } };
  return { path, code: "too-large", params: { max } };
}

function tooSmall(path: string, origin: string, min: number): FieldProblem {
  if (origin === "string") return min <= 1 ? { path, code: "required" } : { path, code: "too-short", params: { min } };
  if (origin === "array" || origin === "set") return { path, code: "too-few-rows", params: { min } };
  return { path, code: "too-small", params: { min } };
}

/** A check of our own names its code in `params`; whatever else stands there is for the sentence. */
function custom(path: string, { code, ...rest }: Readonly<Record<string, unknown>>): FieldProblem {
  const params: Record<string, string | number> = {};
  for (const [key, value] of Object.entries(rest)) {
    if (typeof value === "string" || typeof value === "number") params[key] = value;
  }
  return {
    path,
    code: typeof code === "string" ? code : "not-in-format",
    ...(Object.keys(params).length > 0 ? { params } : {}),
  };
}

function valueAt(input: unknown, path: readonly PropertyKey[]): unknown {
  let value = input;
  for (const key of path) {
    if (typeof value !== "object" || value === null || !Object.hasOwn(value, key)) return undefined;
    value = Reflect.get(value, key);
  }
  return value;
}
