import fc from "fast-check";
import { expect, test } from "vitest";
import { rulesOf } from "../../../shared/rules/in-force.ts";
import { fillingOf, waitingOn } from "../../../shared/rules/reserve.ts";
import type { Row } from "../../../shared/schema/coverage.ts";

const DAY = "2026-06-01";
const LAW = rulesOf();
const SEED = rulesOf(
  [],
  [{ id: "p", at: 1, preset: "seed", from: "2026-01-01", decision: { text: "x", day: "2026-01-01" } }],
);
const day = fc.constantFrom("2025-01-01", "2025-06-01", "2026-09-01");
const entries = fc
  .uniqueArray(
    fc.record({
      batch: fc.constantFrom("A", "B"),
      rank: fc.integer({ min: 1, max: 9 }),
      person: fc.constantFrom("甲甲", "乙乙", "丙丙", "丁丁"),
      listed: day,
      until: fc.option(day),
      withdrawn: fc.option(day, { freq: 5 }),
      filled: fc.option(day, { freq: 5 }),
    }),
    { selector: ({ batch, rank }) => `${batch}${rank}`, maxLength: 9 },
  )
  .map((all): Row[] => all.map((values, index) => ({ id: `${index}`, values })));

test("who is next in the list is always taken without a reason, and only somebody who waits comes off it", () => {
  fc.assert(
    fc.property(entries, fc.boolean(), (all, isSeed) => {
      const [next] = waitingOn(all, DAY);
      if (!next) return;
      const { entry, problems } = fillingOf(
        { person: String(next.values.person), from: DAY },
        all,
        isSeed ? SEED : LAW,
      );
      expect(problems).toEqual([]);
      expect(entry === undefined || waitingOn(all, DAY).includes(entry)).toBe(true);
    }),
  );
});

test("somebody from outside needs a reason while anybody waits, and where the order binds no reason helps", () => {
  fc.assert(
    fc.property(entries, fc.option(fc.constant("无人愿来"), { nil: undefined }), (all, outOfOrder) => {
      const outsider = { person: "外人", from: DAY, outOfOrder };
      const isWaiting = waitingOn(all, DAY).length > 0;
      expect(fillingOf(outsider, all, LAW).problems.length > 0).toBe(isWaiting && outOfOrder === undefined);
      expect(fillingOf(outsider, all, SEED).problems.length > 0).toBe(isWaiting);
    }),
  );
});
