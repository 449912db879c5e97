import type { AttributeValue, Item } from "./attribute-value.ts";
import { numberBytes } from "./decimal.ts";

export const MAX_ITEM_BYTES = 400 * 1024;

/** What an item weighs by the documented rules: names and values in UTF-8, three bytes and one per member for nesting. */
export function itemBytes(item: Item): number {
  let total = 0;
  for (const name of Object.keys(item)) {
    const value = item[name];
    if (value) total += Buffer.byteLength(name) + valueBytes(value);
  }
  return total;
}

export function valueBytes(value: AttributeValue): number {
  if ("S" in value) return Buffer.byteLength(value.S);
  if ("N" in value) return numberBytes(value.N);
  if ("B" in value) return Buffer.byteLength(value.B, "base64");
  if ("BOOL" in value || "NULL" in value) return 1;
  if ("SS" in value) return sum(value.SS, (member) => Buffer.byteLength(member));
  if ("NS" in value) return sum(value.NS, numberBytes);
  if ("BS" in value) return sum(value.BS, (member) => Buffer.byteLength(member, "base64"));
  if ("L" in value) return 3 + sum(value.L, (member) => 1 + valueBytes(member));
  return 3 + Object.keys(value.M).length + itemBytes(value.M);
}

const sum = <T>(members: readonly T[], bytes: (member: T) => number): number =>
  members.reduce((total, member) => total + bytes(member), 0);
