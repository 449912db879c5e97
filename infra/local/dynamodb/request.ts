import { serialization, validation } from "./errors.ts";
import { isObject } from "./values/attribute-value.ts";

/** The members of a request, or of a part of one, none of them unknown to the engine. */
export type Members = Record<string, unknown>;

/** Refuses what DynamoDB has and this engine does not, instead of passing over it in silence. */
export function readMembers(input: unknown, known: readonly string[], what: string): Members {
  if (!isObject(input)) throw serialization(`Expected a structure for ${what}`);
  for (const name of Object.keys(input)) {
    if (input[name] !== undefined && !known.includes(name)) {
      throw validation(`${what} with ${name} is not supported by this engine`);
    }
  }
  return input;
}

export function optionalText(members: Members, name: string): string | undefined {
  const value = members[name] ?? undefined;
  if (value !== undefined && typeof value !== "string") throw serialization(`Expected a string for ${name}`);
  return value;
}

export function requiredText(members: Members, name: string): string {
  const value = optionalText(members, name);
  if (value === undefined) throw missing(name);
  return value;
}

export function flag(members: Members, name: string, otherwise: boolean): boolean {
  const value = members[name] ?? otherwise;
  if (typeof value !== "boolean") throw serialization(`Expected a boolean for ${name}`);
  return value;
}

export function positiveCount(members: Members, name: string): number | undefined {
  const value = members[name] ?? undefined;
  if (value === undefined) return undefined;
  if (typeof value !== "number" || !Number.isInteger(value)) throw serialization(`Expected an integer for ${name}`);
  if (value < 1) throw constraint(name, value, "Member must have value greater than or equal to 1");
  return value;
}

export function choice<T extends string>(members: Members, name: string, options: readonly T[], otherwise: T): T {
  const value = optionalText(members, name) ?? otherwise;
  const chosen = options.find((option) => option === value);
  if (chosen === undefined) {
    throw constraint(name, value, `Member must satisfy enum value set: [${options.join(", ")}]`);
  }
  return chosen;
}

export function listOf(members: Members, name: string, most: number): unknown[] {
  const value = members[name] ?? undefined;
  if (value === undefined) throw missing(name);
  if (!Array.isArray(value)) throw serialization(`Expected a list for ${name}`);
  if (value.length < 1) throw constraint(name, "[]", "Member must have length greater than or equal to 1");
  if (value.length > most) throw constraint(name, "[…]", `Member must have length less than or equal to ${most}`);
  return value;
}

export function mapOf(members: Members, name: string): Members {
  const value = members[name] ?? undefined;
  if (value === undefined) throw missing(name);
  if (!isObject(value)) throw serialization(`Expected a map for ${name}`);
  if (Object.keys(value).length === 0) {
    throw constraint(name, "{}", "Member must have length greater than or equal to 1");
  }
  return value;
}

export function tableNameOf(members: Members): string {
  const name = requiredText(members, "TableName");
  if (name.length < 3 || name.length > 255 || !/^[A-Za-z0-9_.-]+$/.test(name)) {
    throw validation(
      "Invalid table/index name. Table/index names must be between 3 and 255 characters long, and may contain only " +
        "the characters a-z, A-Z, 0-9, '_', '-', and '.'",
    );
  }
  return name;
}

const missing = (name: string) => constraint(name, "null", "Member must not be null");

const constraint = (name: string, value: unknown, rule: string) =>
  validation(
    `1 validation error detected: Value '${String(value)}' at '${name.charAt(0).toLowerCase()}${name.slice(1)}' ` +
      `failed to satisfy constraint: ${rule}`,
  );
