import { serialization, validation } from "../errors.ts";
import { type AttributeValue, isObject, parseValue } from "../values/attribute-value.ts";
import { valueBytes } from "../values/size.ts";
import type { ExpressionKind, Parsed, Path } from "./syntax.ts";

/** What `#name` and `:value` stand for in the expressions of one request. */
export type Placeholders = {
  /** Refuses undefined placeholders and notes the used ones. */
  use<T>(kind: ExpressionKind, parsed: Parsed<T>): T;
  path(path: Path): Path;
  value(name: string): AttributeValue;
  /** Called when every expression of the request was seen: an unused placeholder is a mistake. */
  finish(): void;
};

const MOST_BYTES = 2 * 1024 * 1024;

export function readPlaceholders(input: Record<string, unknown>, hasExpression: boolean): Placeholders {
  const names = readNames(input.ExpressionAttributeNames, hasExpression);
  const values = readValues(input.ExpressionAttributeValues, hasExpression);
  const used = new Set<string>();
  return {
    use(kind, parsed) {
      for (const name of parsed.names) {
        if (!names.has(name)) {
          throw validation(
            `Invalid ${kind}: An expression attribute name used in the document path is not defined; ` +
              `attribute name: ${name}`,
          );
        }
        used.add(name);
      }
      for (const name of parsed.values) {
        if (!values.has(name)) {
          throw validation(
            `Invalid ${kind}: An expression attribute value used in expression is not defined; attribute value: ${name}`,
          );
        }
        used.add(name);
      }
      return parsed.tree;
    },
    path: (path) =>
      path.map((step) => (typeof step === "string" && step.startsWith("#") ? (names.get(step) ?? step) : step)),
    value(name) {
      const value = values.get(name);
      if (!value) throw validation(`An expression attribute value is not defined; attribute value: ${name}`);
      return value;
    },
    finish() {
      refuseUnused("ExpressionAttributeNames", names, used);
      refuseUnused("ExpressionAttributeValues", values, used);
    },
  };
}

function readNames(raw: unknown, hasExpression: boolean): Map<string, string> {
  return readMap(raw, "ExpressionAttributeNames", "#", hasExpression, (value) => {
    if (typeof value !== "string") throw serialization("Expected a string in ExpressionAttributeNames");
    if (value === "") throw validation("ExpressionAttributeNames contains invalid value: empty attribute name");
    return value;
  });
}

function readValues(raw: unknown, hasExpression: boolean): Map<string, AttributeValue> {
  const values = readMap(raw, "ExpressionAttributeValues", ":", hasExpression, (value) => parseValue(value));
  let bytes = 0;
  for (const value of values.values()) bytes += valueBytes(value);
  if (bytes > MOST_BYTES) throw validation("ExpressionAttributeValues exceeds the maximum size of 2 MB");
  return values;
}

function readMap<T>(
  raw: unknown,
  what: string,
  sign: string,
  hasExpression: boolean,
  read: (value: unknown) => T,
): Map<string, T> {
  const map = new Map<string, T>();
  if (raw === undefined || raw === null) return map;
  if (!isObject(raw)) throw serialization(`Expected a map for ${what}`);
  if (!hasExpression) throw validation(`${what} can only be specified when using expressions`);
  const entries = Object.entries(raw);
  if (entries.length === 0) throw validation(`${what} must not be empty`);
  for (const [name, value] of entries) {
    if (!name.startsWith(sign) || !/^[A-Za-z0-9_]+$/.test(name.slice(1))) {
      throw validation(`${what} contains invalid key: Syntax error; key: "${name}"`);
    }
    map.set(name, read(value));
  }
  return map;
}

function refuseUnused(what: string, given: Map<string, unknown>, used: Set<string>): void {
  const unused = [...given.keys()].filter((name) => !used.has(name));
  if (unused.length > 0)
    throw validation(`Value provided in ${what} unused in expressions: keys: {${unused.join(", ")}}`);
}
