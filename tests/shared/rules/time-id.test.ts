import fc from "fast-check";
import { expect, test } from "vitest";
import { timeId, timeOfId } from "../../../shared/rules/time-id.ts";

test("ids sort in order of time, and tell it", () => {
  const instant = fc.integer({ min: 1_500_000_000_000, max: 4_000_000_000_000 });
  const chance = fc.uint8Array({ minLength: 16, maxLength: 16 });
  fc.assert(
    fc.property(instant, instant, chance, chance, (a, b, one, two) => {
      const [first, second] = [timeId(a, one), timeId(b, two)];
      expect(timeOfId(first)).toBe(first.slice(0, 10));
      if (a !== b) expect(first < second).toBe(a < b);
    }),
  );
  expect(timeOfId("a-key")).toBeUndefined();
});
