import { defineParameters, inBoth } from "../schema/parameter.ts";
import { document, reading, USUAL } from "../words/sources.ts";
import { DAYS } from "../words/units.ts";

/** Recurring duties (定期职责, D01-D20): how long after their period they may be done, and to whom lateness climbs. */
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
    yearlyDays: {
      kind: "number",
      unit: DAYS,
      label: { zh: "年度培训、演练：年末后", en: "Yearly training and drill: after the year" },
      presets: inBoth(0, document("S4.8")),
    },
    campaignDays: {
      kind: "number",
      unit: DAYS,
      label: { zh: "减灾日、宣传月：期满后", en: "Disaster day and community month: after it has ended" },
      presets: inBoth(3, USUAL),
    },
    centreDays: {
      kind: "number",
      unit: DAYS,
      label: { zh: "老年活动中心每日清扫：当日后", en: "Daily cleaning of the elderly centre: after the day" },
      hint: {
        zh: "没有活动中心的不填；0 表示当日下班前",
        en: "Left open where there is no centre; 0 means before closing",
      },
      presets: inBoth(null, USUAL),
    },
    reviewDays: {
      kind: "number",
      unit: DAYS,
      label: {
        zh: "监督、检查、向议事会报告：期末后",
        en: "Supervision, checks, report to the council: after the period",
      },
      hint: { zh: "不填则不提醒", en: "Left open, nobody is asked" },
      presets: inBoth(0, reading("S8.8", "定期按季、半年计", "regularly is taken as every quarter or half-year")),
    },
    affairsDays: {
      kind: "number",
      unit: DAYS,
      label: { zh: "居务公开：期末后", en: "Open affairs: after the month or quarter" },
      presets: inBoth(10, reading("S7.5", "财务按月、其他按季", "finance monthly, others quarterly")),
    },
    affairsDecidedDays: {
      kind: "number",
      unit: DAYS,
      label: { zh: "代表会议决定公开的事项：期末后", en: "What the representatives decided on: after the quarter" },
      hint: {
        zh: "有决定公开的事项时填写；空着不提醒",
        en: "Left open, nobody is reminded: they may have decided on none",
      },
      presets: inBoth(null, reading("S7.5", "有决定才公开", "only where they decided on any")),
    },
    errandDays: {
      kind: "number",
      unit: DAYS,
      label: { zh: "交办事项：期限后", en: "Errands: after their day" },
      hint: { zh: "0 表示期限当日", en: "0 means on that day" },
      presets: inBoth(0, USUAL),
    },
    streetDays: {
      kind: "number",
      unit: DAYS,
      label: { zh: "职责逾期后报街道", en: "Late duties, then to the street after" },
      presets: inBoth(7, USUAL),
    },
  },
);
