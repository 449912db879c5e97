import fc from "fast-check";
import { expect, test } from "vitest";
import { ageBandOn, nextAgeBandOn } from "../../../shared/rules/age-band.ts";
import { addDays, ageOn } from "../../../shared/rules/calendar.ts";
import { residenceOn } from "../../../shared/rules/residence.ts";

const day = fc.integer({ min: 0, max: 55_000 }).map((days) => addDays("1900-01-01", days));

test("a band begins on the birthday itself; 60 and over are the last two bands", () => {
  expect(ageBandOn("2011-10-20", "2026-10-19")).toBe("0-14");
  expect(ageBandOn("2011-10-20", "2026-10-20")).toBe("15-59");
  expect(ageBandOn("1966-10-20", "2026-10-20")).toBe("60-64");
  expect(ageBandOn("1961-10-20", "2026-10-20")).toBe("65+");
  expect(ageBandOn("2012-02-29", "2027-02-28")).toBe("0-14");
  expect(ageBandOn("2012-02-29", "2027-03-01")).toBe("15-59");
});

test("the band stays the same until the day that is said, and is another one on it", () => {
  fc.assert(
    fc.property(day, fc.nat(40_000), (birth, after) => {
      const today = addDays(birth, after);
      const next = nextAgeBandOn(birth, today);
      const band = ageBandOn(birth, today);
      if (next === undefined) {
        expect(ageOn(birth, today)).toBeGreaterThanOrEqual(65);
        return;
      }
      expect(next > today).toBe(true);
      expect(ageBandOn(birth, addDays(next, -1))).toBe(band);
      expect(ageBandOn(birth, next)).not.toBe(band);
    }),
  );
});

test("residents live here or are away, and have arrived; without a date they count from birth", () => {
  const on = (values: Record<string, string>) => residenceOn("2026-10-20", values);
  expect(on({ live: "here" })).toEqual({ isThere: true });
  expect(on({ live: "away", arrived: "2026-10-20" })).toEqual({ isThere: true });
  expect(on({ live: "here", arrived: "2026-10-21" })).toEqual({ isThere: false, changesOn: "2026-10-21" });
  expect(on({ live: "here", birth: "2026-10-25" })).toEqual({ isThere: false, changesOn: "2026-10-25" });
  expect(on({ live: "moved" })).toEqual({ isThere: false });
  expect(on({ live: "dead" })).toEqual({ isThere: false });
});
