import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addDays } from "../../../shared/rules/calendar.ts";
import {
  dutyStage,
  firstDay,
  isPeriod,
  lastDay,
  openPeriods,
  periodBefore,
  periodOf,
} from "../../../shared/rules/duty.ts";
import { DUTIES } from "../../../shared/schema/duties.ts";

const day = fc.integer({ min: 0, max: 4000 }).map((days) => addDays("2020-01-01", days));
const rhythm = fc.constantFrom("day", "date", "week", "month", "quarter", "half-year", "year" as const);
const duty = (name: string) => {
  const found = DUTIES.get(name);
  if (!found) throw new Error(name);
  return found;
};

describe("periods of duties", () => {
  test("every day falls in one period, which begins after the one before has ended", () => {
    fc.assert(
      fc.property(rhythm, day, (often, today) => {
        const period = periodOf(often, today);
        expect(isPeriod(often, period)).toBe(true);
        expect(firstDay(often, period) <= today && today <= lastDay(often, period)).toBe(true);
        expect(addDays(lastDay(often, periodBefore(often, period)), 1)).toBe(firstDay(often, period));
      }),
    );
  });

  test("a week is named by its Sunday, and no other day names one", () => {
    expect(periodOf("week", "2026-06-20")).toBe("2026-06-21");
    expect(periodOf("week", "2026-06-21")).toBe("2026-06-21");
    expect(firstDay("week", "2026-06-21")).toBe("2026-06-15");
    expect(isPeriod("week", "2026-06-20")).toBe(false);
  });

  test("what is no period is not taken for one", () => {
    for (const text of [
      "",
      "2026-Q0",
      "2026-H0",
      "2026-H3",
      "2026-Q9",
      "2026-h1",
      "9999-H1",
      "2026-Q5",
      "2026-00",
      "2026-13",
      "9999-Q1",
      "2026-2",
      "二月",
    ]) {
      for (const often of ["day", "month", "quarter", "half-year"] as const) expect(isPeriod(often, text)).toBe(false);
    }
    expect(lastDay("quarter", "2026-Q1")).toBe("2026-03-31");
    expect(firstDay("quarter", "2026-Q4")).toBe("2026-10-01");
    expect([isPeriod("quarter", "2026-H1"), isPeriod("half-year", "2026-Q1")]).toEqual([false, false]);
    expect([firstDay("half-year", "2026-H2"), lastDay("half-year", "2026-H1")]).toEqual(["2026-07-01", "2026-06-30"]);
  });

  test("a duty stays open until it is written down; a committee that began this month missed nothing before", () => {
    const meeting = duty("D01");
    expect(openPeriods(meeting, "2026-06-15", "2026-01-01", () => false)).toEqual(["2026-05", "2026-06"]);
    expect(openPeriods(meeting, "2026-06-15", "2026-05-02", () => false)).toEqual(["2026-06"]);
    expect(openPeriods(meeting, "2026-06-15", "2026-01-01", (period) => period === "2026-06")).toEqual(["2026-05"]);
  });

  test("a late review is the director's at once, and the street's after the days the rule gives", () => {
    const stage = dutyStage(duty("D03"), "2026-05", (name) => (name === "ledger.reviewDay" ? 10 : 7));
    expect(stage).toEqual({
      since: "2026-05-01",
      due: "2026-06-10",
      climbs: [
        { on: "2026-06-11", to: ["director"] },
        { on: "2026-06-18", to: ["street"] },
      ],
    });
  });
});
