import { defineParameters, inBoth } from "../schema/parameter.ts";
import { control, USUAL } from "../words/sources.ts";
import { DAYS, TIMES } from "../words/units.ts";

const ATTEMPTS = control(
  "社会实践总结（武汉某居委会），S5.6：无人在家须再访，原文未写明几次",
  "An intern's summary (a committee in Wuhan), S5.6: who is not at home is visited again; the text does not say how often",
);

/** Census (普查, W11): how long its steps may take, how often somebody must have tried. The documents name no numbers. */
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
    attempts: {
      kind: "number",
      unit: TIMES,
      label: { zh: "空户、拒访：不同时间上门", en: "Empty or refused: visits at different times" },
      hint: { zh: "上门次数不足不能定为空户或拒访", en: "Fewer, and nobody is given up" },
      presets: inBoth(3, ATTEMPTS),
    },
    checkDays: {
      kind: "number",
      unit: DAYS,
      label: { zh: "登记后复核", en: "Checked after the visit" },
      presets: inBoth(7, USUAL),
    },
  },
);
