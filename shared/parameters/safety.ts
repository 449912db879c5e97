import { defineParameters, inBoth } from "../schema/parameter.ts";
import { USUAL } from "../words/sources.ts";
import { DAYS } from "../words/units.ts";

/** Hazards and disaster reports (隐患与灾情, W09, W10): how long each step may take. The documents name no days. */
export const safety = defineParameters(
  "safety",
  { zh: "隐患与灾情", en: "Hazards and disasters" },
  {
    orderDays: {
      kind: "number",
      unit: DAYS,
      label: { zh: "发现后责令整改", en: "Order after a hazard is found" },
      presets: inBoth(1, USUAL),
    },
    highDays: {
      kind: "number",
      unit: DAYS,
      label: { zh: "高等级隐患整改", en: "Removal of a high hazard" },
      presets: inBoth(1, USUAL),
    },
    middleDays: {
      kind: "number",
      unit: DAYS,
      label: { zh: "中等级隐患整改", en: "Removal of a middle hazard" },
      presets: inBoth(7, USUAL),
    },
    lowDays: {
      kind: "number",
      unit: DAYS,
      label: { zh: "低等级隐患整改", en: "Removal of a low hazard" },
      presets: inBoth(30, USUAL),
    },
    checkDays: {
      kind: "number",
      unit: DAYS,
      label: { zh: "整改后复查", en: "Check after removal" },
      presets: inBoth(3, USUAL),
    },
    confirmDays: {
      kind: "number",
      unit: DAYS,
      label: { zh: "初报后核实", en: "Confirm a first report" },
      hint: { zh: "0 表示当日", en: "0 means the same day" },
      presets: inBoth(0, USUAL),
    },
    followDays: {
      kind: "number",
      unit: DAYS,
      label: { zh: "续报间隔", en: "Between follow-ups" },
      presets: inBoth(1, USUAL),
    },
    sendDays: {
      kind: "number",
      unit: DAYS,
      label: { zh: "核报后上报", en: "Send the final report on" },
      presets: inBoth(1, USUAL),
    },
    expiryDays: {
      kind: "number",
      unit: DAYS,
      label: { zh: "物资到期前提醒", en: "Stores: told before they expire" },
      hint: { zh: "不填则只报已过期的", en: "Left open: only what has expired is told" },
      presets: inBoth(30, USUAL),
    },
    streetDays: {
      kind: "number",
      unit: DAYS,
      label: { zh: "逾期后报街道", en: "Late, then to the street after" },
      presets: inBoth(1, USUAL),
    },
  },
);
