import fc from "fast-check";
import { expect, test } from "vitest";
import { percentOf, sharesOf } from "../../../shared/rules/share.ts";

test("shares that would add up to 100.1 when rounded add up to 100.0", () => {
  expect(sharesOf([132_000, 24_000, 12_000, 18_000])).toEqual([71, 12.9, 6.4, 9.7]);
});

test("shares always add up to 100.0 and are never a tenth or more away from the exact ones", () => {
  fc.assert(
    fc.property(fc.array(fc.nat(100_000), { minLength: 1, maxLength: 12 }), (counts) => {
      const whole = counts.reduce((sum, count) => sum + count, 0);
      const shares = sharesOf(counts);
      if (whole === 0) {
        expect(shares.every((share) => share === null)).toBe(true);
        return;
      }
      expect(Math.round(shares.reduce<number>((sum, share) => sum + (share ?? 0) * 10, 0))).toBe(1000);
      for (const [index, share] of shares.entries()) {
        expect(Math.abs((share ?? 0) - ((counts[index] ?? 0) * 100) / whole)).toBeLessThan(0.1 + 1e-9);
      }
    }),
  );
});

test("S9.22 one office of five is 20.0 %, three of seven 42.9 %, four of twelve 33.3 %; of none there is no share", () => {
  expect([percentOf(1, 5), percentOf(3, 7), percentOf(4, 12), percentOf(0, 0)]).toEqual([20, 42.9, 33.3, null]);
});
