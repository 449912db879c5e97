import { type AttributeValue, attributeOf, emptyItem, type Item } from "../values/attribute-value.ts";
import type { Path, Step } from "./syntax.ts";

/** The value a path leads to, if the item has one there. */
export function valueAt(item: Item, path: Path): AttributeValue | undefined {
  return path.reduce<AttributeValue | undefined>((value, step) => value && within(value, step), { M: item });
}

function within(value: AttributeValue, step: Step): AttributeValue | undefined {
  if (typeof step === "number") return "L" in value ? value.L[step] : undefined;
  return "M" in value ? attributeOf(value.M, step) : undefined;
}

/** The part of an item that some paths select, keeping maps and closing the gaps in lists. */
export function project(item: Item, paths: readonly Path[]): Item {
  const result = emptyItem();
  // Lists are filled in the order of their positions, whatever the order of the paths.
  for (const [name, under] of branches(paths)) {
    const value = attributeOf(item, String(name));
    const part = value && partOf(value, under);
    if (part) result[String(name)] = part;
  }
  return result;
}

function partOf(value: AttributeValue, under: readonly Path[]): AttributeValue | undefined {
  if (under.some((path) => path.length === 0)) return value;
  const steps = branches(under);
  if ("M" in value) {
    const inner = project(
      value.M,
      under.filter((path) => typeof path[0] === "string"),
    );
    return Object.keys(inner).length > 0 ? { M: inner } : undefined;
  }
  if (!("L" in value)) return undefined;
  const members: AttributeValue[] = [];
  for (const step of [...steps.keys()].filter((key) => typeof key === "number").sort((a, b) => a - b)) {
    const member = value.L[step];
    const part = member && partOf(member, steps.get(step) ?? []);
    if (part) members.push(part);
  }
  return members.length > 0 ? { L: members } : undefined;
}

function branches(paths: readonly Path[]): Map<string | number, Path[]> {
  const byFirst = new Map<string | number, Path[]>();
  for (const [first, ...rest] of paths) {
    if (first === undefined) continue;
    const under = byFirst.get(first);
    if (under) under.push(rest);
    else byFirst.set(first, [rest]);
  }
  return byFirst;
}
