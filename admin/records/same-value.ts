import type { Value } from "../../shared/schema/field.ts";

/** Whether two cells hold the same; an absent value, null and an empty text are all an empty cell. */
export function isSameValue(a: Value | undefined, b: Value | undefined): boolean {
  const [left, right] = [a ?? "", b ?? ""];
  return left === right || JSON.stringify(left) === JSON.stringify(right);
}
