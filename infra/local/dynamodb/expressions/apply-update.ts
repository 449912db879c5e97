import { validation } from "../errors.ts";
import { type AttributeValue, attributeOf, copyOf, type Item, typeOf } from "../values/attribute-value.ts";
import { addNumbers, subtractNumbers } from "../values/decimal.ts";
import { refuseOverlaps } from "./overlaps.ts";
import { valueAt } from "./paths.ts";
import type { Placeholders } from "./placeholders.ts";
import type { Expression, Path, Update } from "./syntax.ts";

/** Mistakes that show before any item is read: ADD takes a number or a set, DELETE a set. */
export function checkUpdate(update: Update, names: Placeholders): void {
  const targets = [...update.set, ...update.add, ...update.delete].map(({ path }) => path);
  refuseOverlaps(
    "UpdateExpression",
    [...targets, ...update.remove].map((path) => names.path(path)),
  );
  const refuse = (operator: string, type: string) =>
    validation(
      `Invalid UpdateExpression: Incorrect operand type for operator or function; operator: ${operator}, ` +
        `operand type: ${type}`,
    );
  for (const { value } of update.add) {
    const type = typeOf(names.value(value));
    if (!["N", "SS", "NS", "BS"].includes(type)) throw refuse("ADD", type);
  }
  for (const { value } of update.delete) {
    const type = typeOf(names.value(value));
    if (!["SS", "NS", "BS"].includes(type)) throw refuse("DELETE", type);
  }
}

/** The item after an update; every right side sees the item as it was before. */
export function applyUpdate(update: Update, before: Item, names: Placeholders): Item {
  const assignments = update.set.map(({ path, value }) => ({
    path: names.path(path),
    value: evaluate(value, before, names),
  }));
  const after = structuredCopy(before);
  // Positions past the end of a list append in their own order, not in the order of the text.
  for (const { path, value } of assignments.toSorted((a, b) => comparePaths(a.path, b.path)))
    assign(after, path, value);
  for (const { path, value } of update.add) add(after, topName(names.path(path)), names.value(value));
  for (const { path, value } of update.delete) take(after, topName(names.path(path)), names.value(value));
  // From the back, so that a removal does not move the positions of the others.
  const removals = update.remove.map((path) => names.path(path)).toSorted((a, b) => comparePaths(b, a));
  for (const path of removals) remove(after, path);
  return after;
}

function evaluate(expression: Expression, item: Item, names: Placeholders): AttributeValue {
  switch (expression.kind) {
    case "value":
      return names.value(expression.name);
    case "path": {
      const value = valueAt(item, names.path(expression.path));
      if (!value) {
        throw validation("The provided expression refers to an attribute that does not exist in the item");
      }
      return value;
    }
    case "ifNotExists":
      return valueAt(item, names.path(expression.path)) ?? evaluate(expression.otherwise, item, names);
    case "listAppend": {
      const first = evaluate(expression.first, item, names);
      const second = evaluate(expression.second, item, names);
      if (!("L" in first && "L" in second)) throw wrongType();
      return { L: [...first.L, ...second.L] };
    }
    case "plus":
    case "minus": {
      const left = evaluate(expression.left, item, names);
      const right = evaluate(expression.right, item, names);
      if (!("N" in left && "N" in right)) throw wrongType();
      return { N: expression.kind === "plus" ? addNumbers(left.N, right.N) : subtractNumbers(left.N, right.N) };
    }
    case "size":
      throw validation("Invalid UpdateExpression: The function is not allowed in an update expression; function: size");
  }
}

function assign(item: Item, path: Path, value: AttributeValue): void {
  const parent = parentOf(item, path);
  const last = path.at(-1);
  if (typeof last === "string" && "M" in parent) parent.M[last] = value;
  else if (typeof last === "number" && "L" in parent) parent.L[Math.min(last, parent.L.length)] = value;
  else throw badPath();
}

function remove(item: Item, path: Path): void {
  const parent = parentOf(item, path);
  const last = path.at(-1);
  if (typeof last === "string" && "M" in parent) delete parent.M[last];
  else if (typeof last === "number" && "L" in parent) parent.L.splice(last, 1);
  else throw badPath();
}

function add(item: Item, name: string, value: AttributeValue): void {
  const present = attributeOf(item, name);
  if ("N" in value) {
    if (present && !("N" in present)) throw wrongType();
    item[name] = { N: addNumbers(present?.N ?? "0", value.N) };
  } else if ("SS" in value) {
    if (present && !("SS" in present)) throw wrongType();
    item[name] = { SS: union(present?.SS ?? [], value.SS) };
  } else if ("NS" in value) {
    if (present && !("NS" in present)) throw wrongType();
    item[name] = { NS: union(present?.NS ?? [], value.NS) };
  } else if ("BS" in value) {
    if (present && !("BS" in present)) throw wrongType();
    item[name] = { BS: union(present?.BS ?? [], value.BS) };
  }
}

function take(item: Item, name: string, value: AttributeValue): void {
  const present = attributeOf(item, name);
  if (!present) return;
  const rest = without(present, value);
  // There is no empty set: the attribute goes with its last member.
  if (rest) item[name] = rest;
  else delete item[name];
}

function without(set: AttributeValue, taken: AttributeValue): AttributeValue | undefined {
  const left = (from: string[], members: string[]) => from.filter((member) => !members.includes(member));
  if ("SS" in set && "SS" in taken) return nonEmpty(left(set.SS, taken.SS), (SS) => ({ SS }));
  if ("NS" in set && "NS" in taken) return nonEmpty(left(set.NS, taken.NS), (NS) => ({ NS }));
  if ("BS" in set && "BS" in taken) return nonEmpty(left(set.BS, taken.BS), (BS) => ({ BS }));
  throw wrongType();
}

const nonEmpty = (members: string[], wrap: (members: string[]) => AttributeValue): AttributeValue | undefined =>
  members.length > 0 ? wrap(members) : undefined;

function parentOf(item: Item, path: Path): AttributeValue {
  const parent = valueAt(item, path.slice(0, -1));
  if (!parent) throw badPath();
  return parent;
}

function structuredCopy(item: Item): Item {
  const copy = copyOf(item);
  for (const [name, value] of Object.entries(item)) copy[name] = copyValue(value);
  return copy;
}

function copyValue(value: AttributeValue): AttributeValue {
  if ("M" in value) return { M: structuredCopy(value.M) };
  return "L" in value ? { L: value.L.map(copyValue) } : value;
}

const topName = (path: Path): string => String(path[0]);

function comparePaths(a: Path, b: Path): number {
  for (let at = 0; at < a.length && at < b.length; at++) {
    const [left, right] = [a[at], b[at]];
    if (left === right) continue;
    if (typeof left === "number" && typeof right === "number") return left - right;
    return String(left) < String(right) ? -1 : 1;
  }
  return a.length - b.length;
}

const union = (a: string[], b: string[]): string[] => [...new Set([...a, ...b])];

const wrongType = () => validation("An operand in the update expression has an incorrect data type");
const badPath = () => validation("The document path provided in the update expression is invalid for update");
