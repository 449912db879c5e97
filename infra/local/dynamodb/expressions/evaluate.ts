import { validation } from "../errors.ts";
import { type AttributeValue, type Item, typeOf } from "../values/attribute-value.ts";
import { equal, isOrdered, order } from "../values/compare.ts";
import { valueAt } from "./paths.ts";
import type { Placeholders } from "./placeholders.ts";
import type { Condition, ExpressionKind, Operand } from "./syntax.ts";

/** Whether an item (an empty one where there is none) meets a condition. */
export function holds(condition: Condition, item: Item, names: Placeholders): boolean {
  switch (condition.kind) {
    case "and":
      return holds(condition.left, item, names) && holds(condition.right, item, names);
    case "or":
      return holds(condition.left, item, names) || holds(condition.right, item, names);
    case "not":
      return !holds(condition.inner, item, names);
    case "exists":
      return valueAt(item, names.path(condition.path)) !== undefined;
    case "notExists":
      return valueAt(item, names.path(condition.path)) === undefined;
    case "type": {
      const value = valueAt(item, names.path(condition.path));
      const type = operandValue(condition.type, item, names);
      return value !== undefined && type !== undefined && "S" in type && typeOf(value) === type.S;
    }
    case "in": {
      const value = operandValue(condition.value, item, names);
      return condition.candidates.some((candidate) => {
        const other = operandValue(candidate, item, names);
        return value !== undefined && other !== undefined && equal(value, other);
      });
    }
    case "between": {
      const [value, lower, upper] = [condition.value, condition.lower, condition.upper].map((operand) =>
        operandValue(operand, item, names),
      );
      return compare(">=", value, lower) && compare("<=", value, upper);
    }
    case "compare":
      return compare(
        condition.operator,
        operandValue(condition.left, item, names),
        operandValue(condition.right, item, names),
      );
    case "beginsWith":
    case "contains": {
      const value = operandValue(condition.value, item, names);
      const part = operandValue(condition.part, item, names);
      if (!value || !part) return false;
      return condition.kind === "contains" ? contains(value, part) : beginsWith(value, part);
    }
  }
}

/** Mistakes that show before any item is read: a literal of a type the function cannot take. */
export function checkLiterals(kind: ExpressionKind, condition: Condition, names: Placeholders): void {
  const literal = (operand: Operand) => (operand.kind === "value" ? names.value(operand.name) : undefined);
  const refuse = (operator: string, value: AttributeValue) =>
    validation(
      `Invalid ${kind}: Incorrect operand type for operator or function; ` +
        `operator or function: ${operator}, operand type: ${typeOf(value)}`,
    );
  switch (condition.kind) {
    case "and":
    case "or":
      checkLiterals(kind, condition.left, names);
      checkLiterals(kind, condition.right, names);
      return;
    case "not":
      checkLiterals(kind, condition.inner, names);
      return;
    case "compare":
      if (condition.operator === "=" || condition.operator === "<>") return;
      for (const value of [literal(condition.left), literal(condition.right)]) {
        if (value && !isOrdered(value)) throw refuse(condition.operator, value);
      }
      return;
    case "between": {
      const bounds = [literal(condition.lower), literal(condition.upper)];
      for (const value of [literal(condition.value), ...bounds]) {
        if (value && !isOrdered(value)) throw refuse("BETWEEN", value);
      }
      const [lower, upper] = bounds;
      if (lower && upper) checkBounds(kind, lower, upper);
      return;
    }
    case "beginsWith": {
      for (const value of [literal(condition.value), literal(condition.part)]) {
        if (value && !("S" in value) && !("B" in value)) throw refuse("begins_with", value);
      }
      return;
    }
    case "type": {
      const type = literal(condition.type);
      if (!type) throw validation(`Invalid ${kind}: attribute_type needs a value; none was given as second operand`);
      if (!("S" in type)) throw refuse("attribute_type", type);
      if (!TYPE_NAMES.includes(type.S)) {
        throw validation(
          `Invalid ${kind}: Invalid attribute type name found; type: ${type.S}, valid types: {${TYPE_NAMES.join(",")}}`,
        );
      }
    }
  }
}

const TYPE_NAMES: readonly string[] = ["B", "NULL", "SS", "BOOL", "L", "BS", "N", "NS", "S", "M"];

export function checkBounds(kind: ExpressionKind, lower: AttributeValue, upper: AttributeValue): void {
  const direction = order(lower, upper);
  if (direction === undefined) {
    throw validation(
      `Invalid ${kind}: The BETWEEN operator requires same data type for lower and upper bounds; ` +
        `lower bound operand: AttributeValue: ${typeOf(lower)}, upper bound operand: AttributeValue: ${typeOf(upper)}`,
    );
  }
  if (direction > 0) {
    throw validation(
      `Invalid ${kind}: The BETWEEN operator requires upper bound to be greater than or equal to lower bound`,
    );
  }
}

function operandValue(operand: Operand, item: Item, names: Placeholders): AttributeValue | undefined {
  if (operand.kind === "value") return names.value(operand.name);
  const value = valueAt(item, names.path(operand.path));
  return operand.kind === "path" ? value : value && sizeOf(value);
}

function sizeOf(value: AttributeValue): AttributeValue | undefined {
  const size = (count: number) => ({ N: String(count) });
  if ("S" in value) return size(value.S.length);
  if ("B" in value) return size(Buffer.byteLength(value.B, "base64"));
  if ("SS" in value) return size(value.SS.length);
  if ("NS" in value) return size(value.NS.length);
  if ("BS" in value) return size(value.BS.length);
  if ("L" in value) return size(value.L.length);
  if ("M" in value) return size(Object.keys(value.M).length);
  return undefined;
}

function compare(operator: string, left?: AttributeValue, right?: AttributeValue): boolean {
  // A missing attribute is different from everything, and neither smaller nor greater.
  if (!left || !right) return operator === "<>";
  if (operator === "=") return equal(left, right);
  if (operator === "<>") return !equal(left, right);
  const direction = order(left, right);
  if (direction === undefined) return false;
  if (operator === "<") return direction < 0;
  if (operator === "<=") return direction <= 0;
  return operator === ">" ? direction > 0 : direction >= 0;
}

function beginsWith(value: AttributeValue, part: AttributeValue): boolean {
  if ("S" in value && "S" in part) return value.S.startsWith(part.S);
  if (!("B" in value && "B" in part)) return false;
  const start = Buffer.from(part.B, "base64");
  return Buffer.from(value.B, "base64").subarray(0, start.length).equals(start);
}

function contains(value: AttributeValue, part: AttributeValue): boolean {
  if ("S" in value) return "S" in part && value.S.includes(part.S);
  if ("B" in value) return "B" in part && Buffer.from(value.B, "base64").includes(Buffer.from(part.B, "base64"));
  if ("SS" in value) return "S" in part && value.SS.includes(part.S);
  if ("NS" in value) return "N" in part && value.NS.includes(part.N);
  if ("BS" in value) return "B" in part && value.BS.includes(part.B);
  return "L" in value && value.L.some((member) => equal(member, part));
}
