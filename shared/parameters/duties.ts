import { defineParameters, inBoth } from "../schema/parameter.ts";
import { document, reading, USUAL } from "../words/sources.ts";
import { DAYS } from "../words/units.ts";

/** Recurring duties (定期职责, D01-D05): how long after their period they may be done, and to whom lateness climbs. */
export const duties = defineParameters(
  "duties",
  { zh: "定期职责", en: "Recurring duties" },
  {
    leadDays: {
      kind: "number",
      unit: DAYS,
      label: { zh: "提前提醒", en: "Shown before it is due" },
      presets: inBoth(10, USUAL),
    },
    meetingDays: {
      kind: "number",
      unit: DAYS,
      label: { zh: "例会：期末后", en: "Meetings: after the month or quarter" },
      hint: { zh: "0 表示当月、当季之内", en: "0 means within the month or quarter itself" },
      presets: inBoth(0, document("S8.22")),
    },
    dayCloseDays: {
      kind: "number",
      unit: DAYS,
      label: { zh: "日清：当日后", en: "Day close: after the day" },
      presets: inBoth(0, document("S8.16")),
    },
    monthCloseDays: {
      kind: "number",
      unit: DAYS,
      label: { zh: "月结：月末后", en: "Month close: after the month" },
      presets: inBoth(5, reading("S8.16", "按次月 5 日计", "taken as the 5th of the next month")),
    },
    streetDays: {
      kind: "number",
      unit: DAYS,
      label: { zh: "职责逾期后报街道", en: "Late duties, then to the street after" },
      presets: inBoth(7, USUAL),
    },
  },
);
