import type { Threshold } from "../schema/parameter.ts";

/**
 * Whether `x` of `of` reaches a threshold (C4), in whole numbers: 过半数 leaves the half itself out, 不少于 takes the
 * bound in (民法典 art. 1259). Nothing reaches more than a share of nothing.
 */
export function meets(x: number, of: number, { kind, num, den }: Threshold): boolean {
  return kind === "more" ? x * den > of * num : x * den >= of * num;
}

/** The least whole number that reaches a threshold: 28 for more than half of 55. */
export function leastMeeting(of: number, { kind, num, den }: Threshold): number {
  return kind === "more" ? Math.floor((of * num) / den) + 1 : Math.ceil((of * num) / den);
}

/** Whether whatever reaches `a` also reaches `b`. */
export function isAsStrict(a: Threshold, b: Threshold): boolean {
  const difference = a.num * b.den - b.num * a.den;
  return difference > 0 || (difference === 0 && (a.kind === "more" || b.kind === "atLeast"));
}
