import { serialization, validation } from "../errors.ts";
import { normalNumber } from "./decimal.ts";

/** A value as DynamoDB's JSON has it; a number is a decimal string, binary is base64. */
export type AttributeValue =
  | { S: string }
  | { N: string }
  | { B: string }
  | { SS: string[] }
  | { NS: string[] }
  | { BS: string[] }
  | { M: Item }
  | { L: AttributeValue[] }
  | { BOOL: boolean }
  | { NULL: true };

export type Item = Record<string, AttributeValue>;

export type TypeName = "S" | "N" | "B" | "SS" | "NS" | "BS" | "M" | "L" | "BOOL" | "NULL";

const TYPES: readonly string[] = ["S", "N", "B", "SS", "NS", "BS", "M", "L", "BOOL", "NULL"];
export const MOST_NESTED = 32;
const BASE64 = /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/;

/** An item without a prototype: an attribute may be called `__proto__` or `constructor`. */
export const emptyItem = (): Item => Object.create(null) as Item; // Object.create is typed any.

export const copyOf = (item: Item): Item => Object.assign(emptyItem(), item);

/** Stored items come from JSON.parse and have a prototype, which must not answer for an attribute. */
export const attributeOf = (item: Item, name: string): AttributeValue | undefined =>
  Object.hasOwn(item, name) ? item[name] : undefined;

export const typeOf = (value: AttributeValue): TypeName => Object.keys(value)[0] as TypeName; // parsed: has one member

/** Reads an item out of a request: checked, copied, numbers written the one way. */
export function parseItem(raw: unknown, depth = 0): Item {
  if (!isObject(raw)) throw serialization("Start of structure or map found where not expected.");
  const item = emptyItem();
  for (const name of Object.keys(raw)) {
    if (name === "") throw validation("One or more parameter values were invalid: An attribute name cannot be empty");
    if (name.length > 21_845 && Buffer.byteLength(name) > 65_535) {
      throw validation("One or more parameter values were invalid: Attribute name is too large");
    }
    item[name] = parseValue(raw[name], depth);
  }
  return item;
}

export function parseValue(raw: unknown, depth = 0): AttributeValue {
  if (depth > MOST_NESTED) throw validation("Nesting Levels have exceeded supported limits");
  if (!isObject(raw)) throw serialization("Unexpected value where an attribute value was expected");
  const types = Object.keys(raw).filter((name) => raw[name] !== undefined && raw[name] !== null);
  const [type, ...others] = types;
  if (type === undefined || !TYPES.includes(type)) {
    throw validation("Supplied AttributeValue is empty, must contain exactly one of the supported datatypes");
  }
  if (others.length > 0) {
    throw validation(
      "Supplied AttributeValue has more than one datatypes set, must contain exactly one of the supported datatypes",
    );
  }
  const value = raw[type];
  switch (type) {
    case "S":
      return { S: text(value, type) };
    case "N":
      return { N: normalNumber(text(value, type)) };
    case "B":
      return { B: base64(value) };
    case "BOOL":
      if (typeof value !== "boolean") throw serialization("Expected a boolean for BOOL");
      return { BOOL: value };
    case "NULL":
      if (value !== true) throw invalid("Null attribute value types must have the value of true");
      return { NULL: true };
    case "SS":
      return { SS: distinct(list(value, "SS"), "string", (member) => text(member, "SS")) };
    case "NS":
      return { NS: distinct(list(value, "NS"), "number", (member) => normalNumber(text(member, "NS"))) };
    case "BS":
      return { BS: distinct(list(value, "BS"), "binary", base64) };
    case "L":
      return { L: list(value, "L").map((member) => parseValue(member, depth + 1)) };
    default:
      return { M: parseItem(value, depth + 1) };
  }
}

/** How many maps and lists lie inside one another; a plain attribute lies in none. */
export const itemDepth = (item: Item): number => Math.max(0, ...Object.values(item).map(valueDepth));

function valueDepth(value: AttributeValue): number {
  if ("M" in value) return 1 + itemDepth(value.M);
  return "L" in value ? 1 + value.L.reduce((deepest, member) => Math.max(deepest, valueDepth(member)), 0) : 0;
}

export const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

const invalid = (message: string) => validation(`One or more parameter values were invalid: ${message}`);

function text(value: unknown, type: string): string {
  if (typeof value !== "string") throw serialization(`Expected a string for ${type}`);
  return value;
}

function base64(value: unknown): string {
  const encoded = text(value, "B");
  if (!BASE64.test(encoded)) throw serialization("Invalid Base64 in a binary value");
  return encoded;
}

function list(value: unknown, type: string): unknown[] {
  if (!Array.isArray(value)) throw serialization(`Expected a list for ${type}`);
  return value;
}

function distinct(members: unknown[], kind: string, read: (member: unknown) => string): string[] {
  if (members.length === 0) throw invalid(`An ${kind} set  may not be empty`);
  const values = members.map(read);
  if (new Set(values).size < values.length)
    throw invalid(`Input collection [${values.join(", ")}] contains duplicates.`);
  return values;
}
