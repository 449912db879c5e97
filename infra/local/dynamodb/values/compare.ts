import { type AttributeValue, attributeOf, typeOf } from "./attribute-value.ts";
import { compareNumbers } from "./decimal.ts";

/** Equal in DynamoDB's sense: same type, and sets without regard to order. */
export function equal(a: AttributeValue, b: AttributeValue): boolean {
  if ("S" in a) return "S" in b && a.S === b.S;
  if ("N" in a) return "N" in b && a.N === b.N;
  if ("B" in a) return "B" in b && a.B === b.B;
  if ("BOOL" in a) return "BOOL" in b && a.BOOL === b.BOOL;
  if ("NULL" in a) return "NULL" in b;
  if ("SS" in a) return "SS" in b && sameMembers(a.SS, b.SS);
  if ("NS" in a) return "NS" in b && sameMembers(a.NS, b.NS);
  if ("BS" in a) return "BS" in b && sameMembers(a.BS, b.BS);
  if ("L" in a) {
    return (
      "L" in b &&
      a.L.length === b.L.length &&
      a.L.every((member, at) => {
        const other = b.L[at];
        return other !== undefined && equal(member, other);
      })
    );
  }
  if (!("M" in b)) return false;
  const names = Object.keys(a.M);
  return (
    names.length === Object.keys(b.M).length &&
    names.every((name) => {
      const left = attributeOf(a.M, name);
      const right = attributeOf(b.M, name);
      return left !== undefined && right !== undefined && equal(left, right);
    })
  );
}

/** Negative, zero or positive; undefined where the two have no order (other type, or a type without one). */
export function order(a: AttributeValue, b: AttributeValue): number | undefined {
  if ("S" in a && "S" in b) return compareText(a.S, b.S);
  if ("N" in a && "N" in b) return compareNumbers(a.N, b.N);
  if ("B" in a && "B" in b) return Buffer.compare(Buffer.from(a.B, "base64"), Buffer.from(b.B, "base64"));
  return undefined;
}

/** UTF-8 byte order, which is code point order and not JavaScript's. */
export function compareText(a: string, b: string): number {
  const shorter = Math.min(a.length, b.length);
  for (let at = 0; at < shorter; at++) {
    const left = a.charCodeAt(at);
    const right = b.charCodeAt(at);
    if (left !== right) return rank(left) - rank(right);
  }
  return a.length - b.length;
}

/** Whether a value has an order at all, and may stand in `<` or BETWEEN. */
export const isOrdered = (value: AttributeValue): boolean => ["S", "N", "B"].includes(typeOf(value));

// Surrogates stand for code points above every other UTF-16 unit.
const rank = (unit: number): number => (unit >= 0xd800 && unit <= 0xdfff ? unit + 0x10000 : unit);

const sameMembers = (a: string[], b: string[]): boolean => {
  const members = new Set(b);
  return a.length === b.length && a.every((member) => members.has(member));
};
