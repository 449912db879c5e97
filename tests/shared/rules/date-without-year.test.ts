import fc from "fast-check";
import { expect, test } from "vitest";
import { addDays } from "../../../shared/rules/calendar.ts";
import { proposedDateTime, proposedDay } from "../../../shared/rules/date-without-year.ts";

const today = "2026-06-01";

test("S1.7 a date without its year is proposed in full, as the nearest such day", () => {
  for (const written of ["5-31", "-5-31", "5/31", "5.31", "5月31日", "５月３１日", "05-31", "年5月31日"]) {
    expect(proposedDay(written, today), written).toBe("2026-05-31");
  }
  expect(proposedDay("12-30", "2026-01-05")).toBe("2025-12-30");
  expect(proposedDay("1-3", "2026-12-29")).toBe("2027-01-03");
  expect(proposedDateTime("6-10 8:00", today)).toBe("2026-06-10T08:00");
  expect(proposedDateTime("6月10日上午8点", today)).toBe("2026-06-10T08:00");
});

test("nothing is proposed for a full date, for no date, or for a day that does not exist", () => {
  for (const written of ["2026-05-31", "2026.5", "20260531", "13-1", "2-30", "", "5", "hello", "5-31-2026", "1-2-3"]) {
    expect(proposedDay(written, today), written).toBeUndefined();
  }
  expect(proposedDateTime("2026-06-10 8:00", today)).toBeUndefined();
  expect(proposedDateTime("6-10", today)).toBeUndefined();
});

test("the proposal is the day meant, wherever that is within half a year", () => {
  fc.assert(
    fc.property(fc.integer({ min: -180, max: 180 }), (days) => {
      const day = addDays(today, days);
      fc.pre(!day.endsWith("02-29"));
      expect(proposedDay(day.slice(5), today)).toBe(day);
    }),
  );
});
