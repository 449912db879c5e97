import fc from "fast-check";
import { expect, test } from "vitest";
import { periodOf } from "../../../shared/rules/duty.ts";
import { isQuestionOn, periodInWords, rhythmOf, untilOf } from "../../../shared/rules/open-affairs.ts";

const day = fc
  .date({ min: new Date("2000-01-01"), max: new Date("2099-12-31"), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));
const classes = fc.constantFrom("targets", "finance", "funds", "birth", "decided");

test("the last day of a period falls in that period, and the period is read back from it", () => {
  fc.assert(
    fc.property(day, classes, (one, affairs) => {
      const period = periodOf(rhythmOf(affairs), one);
      const until = untilOf({ class: affairs, period });
      expect(until !== undefined && until >= one && periodOf(rhythmOf(affairs), until) === period).toBe(true);
      expect(periodInWords(period)).toContain(`${period.slice(0, 4)}年`);
    }),
  );
});

test("a period of the other rhythm, or no period at all, has no last day", () => {
  fc.assert(
    fc.property(
      fc.oneof(fc.string(), fc.constantFrom("2026-00", "2026-13", "2026-Q0", "2026-Q5", "2026")),
      (period) => {
        fc.pre(!/^\d{4}-(Q[1-4]|0[1-9]|1[0-2])$/.test(period));
        expect(untilOf({ class: "targets", period })).toBeUndefined();
        expect(untilOf({ class: "finance", period })).toBeUndefined();
      },
    ),
  );
  expect(untilOf({ class: "finance", period: "2026-Q2" })).toBeUndefined();
  expect(untilOf({ class: "funds", period: "2026-06" })).toBeUndefined();
});

test("a question stands against archiving until it is answered, and against no other item", () => {
  const own = { id: "one", values: {} };
  const open = ["received", "classified", "sent"].map((state) => isQuestionOn({ affairs: "one", state }, own));
  expect(open).toEqual([true, true, true]);
  expect(isQuestionOn({ affairs: "one", state: "answered" }, own)).toBe(false);
  expect(isQuestionOn({ affairs: "two", state: "received" }, own)).toBe(false);
});
