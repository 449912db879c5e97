import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addDays, ageOn } from "../../../shared/rules/calendar.ts";
import {
  daysAfter,
  daysBefore,
  type RestDays,
  restDaysOf,
  rests,
  workingDaysAfter,
} from "../../../shared/rules/deadline.ts";
import { rulesOf } from "../../../shared/rules/in-force.ts";
import { partyHeadFindings, publicDeputyFindings } from "../../../shared/rules/office-eligibility.ts";

const rest = restDaysOf(rulesOf(), "2026-06-01");
const none: RestDays = { holidays: (year) => ({ year, off: [], work: [] }), weekendsRest: false };

describe("when a period ends", () => {
  test("C5 five days before 2010-12-26 is 2010-12-21", () => {
    expect(daysBefore("2010-12-26", 5)).toEqual({ day: "2010-12-21" });
  });

  test("C5 three days after 2010-12-26 is 2010-12-29", () => {
    expect(daysAfter("2010-12-26", 3, none)).toEqual({ day: "2010-12-29" });
  });

  test("C5 a period that would end on the national holiday ends on the first day after it", () => {
    expect(daysAfter("2026-09-26", 5, rest)).toEqual({ day: "2026-10-08", movedFrom: "2026-10-01" });
  });

  test("C5 a Sunday on which offices work is no day of rest, and one on which they rest moves the end", () => {
    expect(daysAfter("2026-09-15", 5, rest)).toEqual({ day: "2026-09-20" });
    expect(daysAfter("2026-09-08", 5, rest)).toEqual({ day: "2026-09-14", movedFrom: "2026-09-13" });
  });

  test("C5 for a year whose holidays are not known nothing is moved, and it is said", () => {
    expect(daysAfter("2026-12-29", 3, rest)).toEqual({ day: "2027-01-01", noListFor: 2027 });
    expect(workingDaysAfter("2026-12-30", 2, rest)).toEqual({ day: "2027-01-01", noListFor: 2027 });
  });

  test("working days leave out weekends and holidays and count the days worked in exchange", () => {
    expect(workingDaysAfter("2026-09-30", 1, rest)).toEqual({ day: "2026-10-08" });
    expect(workingDaysAfter("2026-10-08", 2, rest)).toEqual({ day: "2026-10-10" });
  });

  test("a moved end is a day of work after days of rest alone, and never earlier than it would have been", () => {
    const starts = fc.tuple(fc.nat(300), fc.nat(40)).filter(([later, days]) => later + days < 350);
    fc.assert(
      fc.property(starts, ([later, days]) => {
        const from = addDays("2026-01-01", later);
        const plain = addDays(from, days);
        const { day } = daysAfter(from, days, rest);
        expect(rests(day, rest)).toBe(false);
        for (let between = plain; between < day; between = addDays(between, 1)) expect(rests(between, rest)).toBe(true);
        expect(day >= plain).toBe(true);
      }),
    );
  });
});

describe("ages", () => {
  test("C8 eighteen is who was born on the day eighteen years before, and not who was born a day later", () => {
    expect([ageOn("1992-12-26", "2010-12-26"), ageOn("1992-12-27", "2010-12-26")]).toEqual([18, 17]);
  });

  test("C8 who was born on 29 February has the birthday on 1 March in common years", () => {
    expect([ageOn("2000-02-29", "2018-02-28"), ageOn("2000-02-29", "2018-03-01")]).toEqual([17, 18]);
    expect(ageOn("2000-02-29", "2020-02-29")).toBe(20);
  });

  const seed = rulesOf(
    [],
    [{ id: "s", at: 0, preset: "seed", from: "2000-01-01", decision: { text: "", day: "2000-01-01" } }],
  );
  const person = { birth: "1960-12-26", education: "61", livesHere: true };
  const day = "2010-12-26";

  test("S3.15 C8 a publicly selected deputy lives here, is not over fifty, and has finished senior high school", () => {
    const codes = (change: object) => publicDeputyFindings({ ...person, ...change }, day, seed).map(({ code }) => code);
    expect(codes({})).toEqual([]);
    expect(codes({ birth: "1959-12-26" })).toEqual(["too-old"]);
    expect(codes({ birth: "1959-12-27" })).toEqual([]);
    expect(codes({ education: "71" })).toEqual(["education-too-low"]);
    expect(codes({ education: "41", livesHere: false })).toEqual(["not-living-here"]);
  });

  test("S3.15 the age of a Party head is said in principle, so it is told and stops nobody", () => {
    expect(partyHeadFindings(person, day, seed)).toMatchObject([{ code: "too-old-in-principle", level: "warns" }]);
    expect(partyHeadFindings({ ...person, birth: "1970-12-26" }, day, seed)).toEqual([]);
  });
});
