import { isDateTime, isDay, isMonth, isTime } from "../../rules/calendar.ts";
import { dateTimeFromText, dayFromText, monthFromText, timeFromText } from "../../rules/written-date.ts";
import type { Checked, FieldOf, Kind, Reading } from "../kind.ts";

const EARLIEST_DAY = "1900-01-01";

/** A day (日期), `YYYY-MM-DD`, from 1900 on. */
export const date: Kind<FieldOf<"date">> = {
  check: (value, field, reading) =>
    typeof value === "string" && isDay(value) ? inTime(value, field, reading) : { problem: "not-a-date" },
  read: (written, field, reading) => {
    const day = dayFromText(written);
    return day ? inTime(day, field, reading) : { problem: "not-a-date" };
  },
  show: String,
};

/** A time of day (时间), `HH:mm`. */
export const time = written<FieldOf<"time">>(isTime, timeFromText, "not-a-time");

/** A minute of a day in China (日期时间), `YYYY-MM-DDTHH:mm`. */
export const dateTime: Kind<FieldOf<"dateTime">> = {
  ...written<FieldOf<"dateTime">>(isDateTime, dateTimeFromText, "not-a-date-time"),
  show: (value) => String(value).replace("T", " "),
};

/** A month (月份), `YYYY-MM`. */
export const month = written<FieldOf<"month">>(isMonth, monthFromText, "not-a-month");

function inTime(day: string, field: FieldOf<"date">, reading: Reading): Checked {
  if (day < EARLIEST_DAY) return { problem: "too-early", params: { min: EARLIEST_DAY } };
  if (field.past && day > reading.today) return { problem: "in-future" };
  return { value: day };
}

function written<F extends FieldOf<"time" | "dateTime" | "month">>(
  holds: (text: string) => boolean,
  fromText: (text: string) => string | undefined,
  problem: string,
): Kind<F> {
  return {
    check: (value) => (typeof value === "string" && holds(value) ? { value } : { problem }),
    read: (text) => {
      const value = fromText(text);
      return value ? { value } : { problem };
    },
    show: String,
  };
}
