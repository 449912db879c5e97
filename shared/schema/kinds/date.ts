import { isDateTime, isDay, isMonth, isTime } from "../../rules/calendar.ts";
import { proposedDateTime, proposedDay } from "../../rules/date-without-year.ts";
import { dateTimeFromText, dayFromText, monthFromText, timeFromText } from "../../rules/written-date.ts";
import type { Checked, FieldOf, Kind, Reading } from "../kind.ts";

const EARLIEST_DAY = "1900-01-01";

/** A day (日期), `YYYY-MM-DD`, from 1900 on. */
export const date: Kind<FieldOf<"date">> = {
  check: (value, field, reading) =>
    typeof value === "string" && isDay(value) ? inTime(value, field, reading) : noDay(value, field, reading),
  read: (written, field, reading) => {
    const day = dayFromText(written);
    return day ? inTime(day, field, reading) : noDay(written, field, reading);
  },
  show: String,
};

/** A time of day (时间), `HH:mm`. */
export const time = written<FieldOf<"time">>(isTime, timeFromText, "not-a-time");

/** A minute of a day in China (日期时间), `YYYY-MM-DDTHH:mm`. */
export const dateTime: Kind<FieldOf<"dateTime">> = {
  check: (value, _field, reading) =>
    typeof value === "string" && isDateTime(value) ? { value } : noMinute(value, reading),
  read: (text, _field, reading) => {
    const value = dateTimeFromText(text);
    return value ? { value } : noMinute(text, reading);
  },
  show: (value) => String(value).replace("T", " "),
};

/** A month (月份), `YYYY-MM`. */
export const month = written<FieldOf<"month">>(isMonth, monthFromText, "not-a-month");

/** A day without its year says so, with the full day to take (S1.7); a day in the past, such as a birth, has no nearest. */
function noDay(value: unknown, { past }: FieldOf<"date">, { today }: Reading): Checked {
  const proposed = typeof value === "string" ? proposedDay(value, today) : undefined;
  if (proposed === undefined || past) return { problem: "not-a-date" };
  return { problem: "date-without-year", params: { proposed } };
}

function noMinute(value: unknown, { today }: Reading): Checked {
  const proposed = typeof value === "string" ? proposedDateTime(value, today) : undefined;
  return proposed === undefined
    ? { problem: "not-a-date-time" }
    : { problem: "date-without-year", params: { proposed } };
}

function inTime(day: string, field: FieldOf<"date">, reading: Reading): Checked {
  if (day < EARLIEST_DAY) return { problem: "too-early", params: { min: EARLIEST_DAY } };
  if (field.past && day > reading.today) return { problem: "in-future" };
  return { value: day };
}

function written<F extends FieldOf<"time" | "month">>(
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
