import { defineParameters, inBoth } from "../schema/parameter.ts";
import { USUAL } from "../words/sources.ts";
import { DAYS } from "../words/units.ts";

/** Census (普查, W11): how long its steps may take. The documents name no days. */
export const census = defineParameters(
  "census",
  { zh: "普查", en: "Census" },
  {
    againDays: {
      kind: "number",
      unit: DAYS,
      label: { zh: "预约日后再访", en: "Come again after the appointed day" },
      hint: { zh: "0 表示预约当日", en: "0 means on that day" },
      presets: inBoth(0, USUAL),
    },
    checkDays: {
      kind: "number",
      unit: DAYS,
      label: { zh: "登记后复核", en: "Checked after the visit" },
      presets: inBoth(7, USUAL),
    },
  },
);
