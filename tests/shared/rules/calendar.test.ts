import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  addDays,
  ageOn,
  birthdayAt,
  dayOf,
  instantOf,
  isDay,
  lastDayOf,
  minuteOf,
  monthBefore,
} from "../../../shared/rules/calendar.ts";
import { dateTimeFromText, dayFromText, monthFromText, timeFromText } from "../../../shared/rules/written-date.ts";

const day = fc
  .date({ min: new Date("1900-03-01T00:00:00Z"), max: new Date("2100-01-01T00:00:00Z"), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));

describe("age", () => {
  test("S3.8 C8 who turns eighteen on election day may vote, who turns eighteen the day after may not", () => {
    expect(ageOn("1992-12-26", "2010-12-26")).toBe(18);
    expect(ageOn("1992-12-27", "2010-12-26")).toBe(17);
  });

  test("S3.15 C8 fifty on the day is not over fifty; a birthday on 29 February counts from 1 March", () => {
    expect(ageOn("1960-12-26", "2010-12-26")).toBe(50);
    expect(ageOn("2000-02-29", "2018-02-28")).toBe(17);
    expect(ageOn("2000-02-29", "2018-03-01")).toBe(18);
  });

  test("one is a certain age from that birthday on, and not a day earlier", () => {
    fc.assert(
      fc.property(day, fc.integer({ min: 1, max: 99 }), (birth, age) => {
        const birthday = birthdayAt(birth, age);
        expect(ageOn(birth, birthday)).toBe(age);
        expect(ageOn(birth, addDays(birthday, -1))).toBe(age - 1);
      }),
    );
  });
});

describe("days as China counts them", () => {
  test("an instant late in the evening of UTC is the next day in China, and minutes go there and back", () => {
    expect(dayOf(Date.parse("2026-05-31T16:00:00Z"))).toBe("2026-06-01");
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 4e12 }), (instant) => {
        const minute = minuteOf(instant);
        return instantOf(minute) <= instant && instant < instantOf(minute) + 60_000;
      }),
    );
  });

  test("months end on their last day", () => {
    expect(lastDayOf("2024-02")).toBe("2024-02-29");
    expect(monthBefore("2026-01")).toBe("2025-12");
    expect(isDay("2026-02-29")).toBe(false);
  });
});

describe("dates as people write them", () => {
  test("S5.4 every usual way of writing a day means that day", () => {
    fc.assert(
      fc.property(day, (written) => {
        const [year, month, date] = written.split("-").map(Number);
        const ways = [
          `${year}年${month}月${date}日`,
          `${year}.${month}.${date}`,
          `${year}/${month}/${date}`,
          ` ${written} `,
          written.replace(/-/g, ""),
          `${written}T00:00:00.000Z`,
          `${year}－${month}－${date}`.replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0)),
        ];
        for (const way of ways) expect(dayFromText(way)).toBe(written);
      }),
    );
  });

  test("a workbook's day number means the day it shows there", () => {
    expect(dayFromText("45292")).toBe("2024-01-01");
    expect(dayFromText("61")).toBeUndefined();
    expect(dayFromText("2026-02-30")).toBeUndefined();
  });

  test("months, minutes and times of day are read as well", () => {
    expect(monthFromText("2026年3月")).toBe("2026-03");
    expect(dateTimeFromText("2026年6月10日 上午7点30分")).toBe("2026-06-10T07:30");
    expect(dateTimeFromText("2026/6/10 15：05")).toBe("2026-06-10T15:05");
    expect(timeFromText("下午3点")).toBe("15:00");
    expect(timeFromText("25:00")).toBeUndefined();
  });
});
