import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addDays } from "../../../shared/rules/calendar.ts";
import { calendarDay, dueDay, keepingOf } from "../../../shared/rules/retention.ts";

const day = fc.integer({ min: 0, max: 40_000 }).map((days) => addDays("1990-01-01", days));
const minute = fc
  .tuple(day, fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 }))
  .map(([date, hour, rest]) => `${date}T${String(hour).padStart(2, "0")}:${String(rest).padStart(2, "0")}`);
const days = fc.nat(4_000);

describe("how long a record may be kept (个人信息保护法第四十七条)", () => {
  test("30 days after an event of 10 June is 10 July, whatever the hour", () => {
    expect(dueDay("2026-06-10T00:00", 30)).toBe("2026-07-10");
    expect(dueDay("2026-06-10T23:59", 30)).toBe("2026-07-10");
    expect(dueDay("2026-06-10", 30)).toBe("2026-07-10");
    expect(keepingOf({ from: "2026-06-10T15:00" }, 30, "2026-07-09")).toEqual({ due: false, on: "2026-07-10" });
    expect(keepingOf({ from: "2026-06-10T15:00" }, 30, "2026-07-10")).toEqual({ due: true });
  });

  test("it is kept while its end is not known, and no longer when what it was kept for is gone", () => {
    fc.assert(
      fc.property(days, day, (length, today) => {
        expect(keepingOf({}, length, today)).toEqual({ due: false });
        expect(keepingOf(undefined, length, today)).toEqual({ due: true });
      }),
    );
  });

  test("it is due from exactly one day on, and never before as many days have begun after the end", () => {
    fc.assert(
      fc.property(minute, days, day, (from, length, today) => {
        const keeping = keepingOf({ from }, length, today);
        expect(keeping.due).toBe(today >= addDays(from.slice(0, 10), length));
        if (keeping.due) expect(keepingOf({ from }, length, addDays(today, 1)).due).toBe(true);
        else if (keeping.on !== undefined) {
          expect(keepingOf({ from }, length, keeping.on).due).toBe(true);
          expect(keepingOf({ from }, length, addDays(keeping.on, -1)).due).toBe(false);
        }
      }),
    );
  });

  test("a later end is never due earlier, and the calendar never points to a day that has begun", () => {
    fc.assert(
      fc.property(minute, minute, days, day, (one, other, length, today) => {
        const [early, late] = [one, other].sort();
        expect(dueDay(early ?? "", length) <= dueDay(late ?? "", length)).toBe(true);
        const on = calendarDay(dueDay(one, length), today);
        expect(on > today && on >= dueDay(one, length)).toBe(true);
      }),
    );
  });
});
