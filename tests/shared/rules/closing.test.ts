import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addDays, dayOf, instantOf } from "../../../shared/rules/calendar.ts";
import { closingOf } from "../../../shared/rules/closing.ts";
import { partyProblems } from "../../../shared/rules/party.ts";

describe("until when people sign up", () => {
  test("S1.3 C5 an event on 06-10 takes people to 06-08 23:59:59 and not at 06-09 00:00:00", () => {
    const { day, before } = closingOf({ gather: "2026-06-10T07:00", end: "2026-06-10T15:00", closeDays: 2 });
    expect(day).toBe("2026-06-08");
    expect(before).toBe(Date.parse("2026-06-09T00:00:00+08:00"));
  });

  test("two days is what an event has that says nothing", () => {
    expect(closingOf({ gather: "2026-03-01T07:00" }).day).toBe("2026-02-27");
  });

  test("an event that closes on its own day takes nobody after its end", () => {
    const { before } = closingOf({ gather: "2026-06-10T07:00", end: "2026-06-10T15:00", closeDays: 0 });
    expect(before).toBe(instantOf("2026-06-10T15:00"));
  });

  test("the last second always belongs to the day that is so many days before the event", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 3000 }), fc.integer({ min: 1, max: 60 }), (later, closeDays) => {
        const gather = `${addDays("2024-01-01", later)}T09:00`;
        const { day, before } = closingOf({ gather, closeDays });
        return (
          dayOf(before - 1) === day &&
          dayOf(before) === addDays(day, 1) &&
          addDays(day, closeDays) === gather.slice(0, 10)
        );
      }),
    );
  });
});

test("a party larger than the event allows for one phone, and an age below its least, are problems", () => {
  const rules = { perPhoneMax: 2, minAge: 60 };
  expect(partyProblems(rules, { partySize: 2, age: 60 })).toEqual([]);
  expect(partyProblems(rules, { partySize: 3, age: 59 }).map(({ code }) => code)).toEqual([
    "too-many-persons",
    "too-young",
  ]);
  expect(partyProblems({}, { partySize: 2 })).toHaveLength(1);
  expect(partyProblems(rules, {})).toEqual([]);
});
