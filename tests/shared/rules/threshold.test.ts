import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { isAsStrict, leastMeeting, meets } from "../../../shared/rules/threshold.ts";
import type { Threshold } from "../../../shared/schema/parameter.ts";

const HALF: Threshold = { kind: "more", num: 1, den: 2 };
const FOUR_FIFTHS: Threshold = { kind: "more", num: 4, den: 5 };
const TWO_THIRDS: Threshold = { kind: "atLeast", num: 2, den: 3 };

const anyThreshold = fc
  .record({
    kind: fc.constantFrom("more" as const, "atLeast" as const),
    num: fc.integer({ min: 1, max: 40 }),
    den: fc.integer({ min: 1, max: 40 }),
  })
  .filter(({ kind, num, den }) => (kind === "more" ? num < den : num <= den));

describe("boundary words", () => {
  test("S3.17 C4 more than four fifths of 100 is not reached by 80, and is by 81", () => {
    expect([meets(80, 100, FOUR_FIFTHS), meets(81, 100, FOUR_FIFTHS)]).toEqual([false, true]);
  });

  test("S3.18 C4 more than half leaves the half out: 28 of 55 and of 54, 21 of 41", () => {
    expect([meets(27, 55, HALF), meets(28, 55, HALF)]).toEqual([false, true]);
    expect([meets(27, 54, HALF), meets(28, 54, HALF)]).toEqual([false, true]);
    expect([meets(20, 41, HALF), meets(21, 41, HALF)]).toEqual([false, true]);
  });

  test("S3.10 no less than two thirds takes the two thirds in: 40 of 60, not 39", () => {
    expect([meets(39, 60, TWO_THIRDS), meets(40, 60, TWO_THIRDS)]).toEqual([false, true]);
  });

  test("the least number that reaches a threshold reaches it, and one fewer does not", () => {
    fc.assert(
      fc.property(fc.nat(5000), anyThreshold, (of, threshold) => {
        const least = leastMeeting(of, threshold);
        expect(meets(least, of, threshold)).toBe(true);
        expect(meets(least - 1, of, threshold)).toBe(false);
      }),
    );
  });

  test("a threshold is as strict as another when whatever reaches it reaches the other", () => {
    fc.assert(
      fc.property(anyThreshold, anyThreshold, (a, b) => {
        // In a whole of this size both fall on whole numbers, with another one between them where they differ.
        const whole = 2 * a.den * b.den;
        const reaching = Array.from({ length: whole + 1 }, (_, x) => x).filter((x) => meets(x, whole, a));
        expect(isAsStrict(a, b)).toBe(reaching.every((x) => meets(x, whole, b)));
      }),
    );
  });
});
