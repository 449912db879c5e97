import { validation } from "../errors.ts";
import type { AttributeValue } from "../values/attribute-value.ts";
import { typeOf } from "../values/attribute-value.ts";
import { checkBounds } from "./evaluate.ts";
import type { Placeholders } from "./placeholders.ts";
import type { Comparator, Condition, Operand } from "./syntax.ts";

/** The stretch of one partition that a query reads. */
export type KeyRange = { hash: string; lower?: Bound; upper?: Bound };
export type Bound = { value: string; inclusive: boolean };

type KeySchema = { hash: string; range?: string | undefined };

/** Reads a key condition: the partition by equality and, if wanted, one condition on the sort key. */
export function keyRange(condition: Condition, schema: KeySchema, names: Placeholders): KeyRange {
  const parts = flatten(condition);
  const hashes = parts.filter((part) => subject(part, names) === schema.hash);
  const others = parts.filter((part) => subject(part, names) !== schema.hash);
  const [first] = hashes;
  if (!first) throw validation(`Query condition missed key schema element: ${schema.hash}`);
  if (hashes.length > 1 || others.length > 1) {
    throw validation("KeyConditionExpressions must only contain one condition per key");
  }
  if (first.kind !== "compare" || first.operator !== "=") throw validation("Query key condition not supported");
  const range: KeyRange = { hash: keyText(literal(first.left, first.right, names), schema.hash) };
  const [second] = others;
  if (!second) return range;
  if (schema.range === undefined || subject(second, names) !== schema.range) {
    throw validation(`Query condition missed key schema element: ${schema.range ?? schema.hash}`);
  }
  return { ...range, ...bounds(second, schema.range, names) };
}

function bounds(part: Condition, attribute: string, names: Placeholders): { lower?: Bound; upper?: Bound } {
  if (part.kind === "between") {
    const [low, high] = [value(part.lower, names), value(part.upper, names)];
    checkBounds("KeyConditionExpression", low, high);
    return {
      lower: { value: keyText(low, attribute), inclusive: true },
      upper: { value: keyText(high, attribute), inclusive: true },
    };
  }
  if (part.kind === "beginsWith") {
    const prefix = keyText(value(part.part, names), attribute);
    const end = successor(prefix);
    return { lower: { value: prefix, inclusive: true }, ...(end && { upper: { value: end, inclusive: false } }) };
  }
  if (part.kind !== "compare") throw validation("Query key condition not supported");
  const bound = keyText(literal(part.left, part.right, names), attribute);
  switch (part.left.kind === "path" ? part.operator : turned(part.operator)) {
    case "=":
      return { lower: { value: bound, inclusive: true }, upper: { value: bound, inclusive: true } };
    case "<":
      return { upper: { value: bound, inclusive: false } };
    case "<=":
      return { upper: { value: bound, inclusive: true } };
    case ">":
      return { lower: { value: bound, inclusive: false } };
    case ">=":
      return { lower: { value: bound, inclusive: true } };
    default:
      throw validation("Unsupported operator in KeyConditionExpression: operator: <>");
  }
}

function flatten(condition: Condition): Condition[] {
  if (condition.kind === "and") return [...flatten(condition.left), ...flatten(condition.right)];
  if (condition.kind === "or") throw validation("Invalid operator used in KeyConditionExpression: OR");
  if (condition.kind === "not") throw validation("Invalid operator used in KeyConditionExpression: NOT");
  if (condition.kind === "in") throw validation("Invalid operator used in KeyConditionExpression: IN");
  if (["exists", "notExists", "type", "contains"].includes(condition.kind)) {
    throw validation(`Invalid operator used in KeyConditionExpression: ${condition.kind}`);
  }
  return [condition];
}

/** The attribute a part speaks of. */
function subject(part: Condition, names: Placeholders): string {
  const operands =
    part.kind === "compare"
      ? [part.left, part.right]
      : part.kind === "between" || part.kind === "beginsWith"
        ? [part.value]
        : [];
  const paths = operands.filter((operand) => operand.kind === "path");
  const [path] = paths;
  if (paths.length !== 1 || !path) {
    throw validation("Invalid condition in KeyConditionExpression: one key attribute must be compared with one value");
  }
  const [name, ...deeper] = names.path(path.path);
  if (deeper.length > 0) {
    throw validation(
      "Invalid KeyConditionExpression: KeyConditionExpressions cannot have conditions on nested attributes",
    );
  }
  return String(name);
}

const literal = (left: Operand, right: Operand, names: Placeholders): AttributeValue =>
  value(left.kind === "path" ? right : left, names);

function value(operand: Operand, names: Placeholders): AttributeValue {
  if (operand.kind === "value") return names.value(operand.name);
  throw validation("Invalid KeyConditionExpression: a key attribute can only be compared with a value");
}

function keyText(value: AttributeValue, attribute: string): string {
  if ("S" in value) {
    if (value.S !== "") return value.S;
    throw validation(
      "One or more parameter values are not valid. The AttributeValue for a key attribute cannot contain an " +
        `empty string value. Key: ${attribute}`,
    );
  }
  throw validation(
    `One or more parameter values were invalid: Condition parameter type does not match schema type; ` +
      `key ${attribute} expected: S actual: ${typeOf(value)}`,
  );
}

const turned = (operator: Comparator): Comparator => {
  if (operator.startsWith("<") && operator !== "<>") return operator === "<" ? ">" : ">=";
  return operator.startsWith(">") ? (operator === ">" ? "<" : "<=") : operator;
};

/** The least text above everything that begins with the prefix; none above the highest code point. */
function successor(prefix: string): string | undefined {
  const points = Array.from(prefix, (character) => character.codePointAt(0) ?? 0);
  for (;;) {
    const last = points.pop();
    if (last === undefined) return undefined;
    if (last === 0x10ffff) continue;
    // There is nothing between U+D7FF and U+E000 in UTF-8.
    return String.fromCodePoint(...points, last === 0xd7ff ? 0xe000 : last + 1);
  }
}
