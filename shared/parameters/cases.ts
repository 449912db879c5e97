import { defineParameters, inBoth } from "../schema/parameter.ts";
import { document, otherText, reading, USUAL } from "../words/sources.ts";
import { DAYS, WORKING_DAYS } from "../words/units.ts";

const MEDIATION_LAW = otherText(
  "人民调解工作规定，据记忆，未核对",
  "Rules on people's mediation, from memory, not looked up",
  false,
);

/** How long the steps of a case may take (事项办理期限, W02, W03). */
export const cases = defineParameters(
  "cases",
  { zh: "事项办理", en: "Cases" },
  {
    classifyDays: {
      kind: "number",
      unit: WORKING_DAYS,
      label: { zh: "收到后分类或受理", en: "Classify or accept after receipt" },
      presets: inBoth(2, USUAL),
    },
    crimeDays: {
      kind: "number",
      unit: DAYS,
      label: { zh: "案情：收到后报警", en: "Crime: police told after receipt" },
      hint: { zh: "0 表示当日立即", en: "0 means at once, the same day" },
      presets: inBoth(0, document("S8.10")),
    },
    answerDays: {
      kind: "number",
      unit: DAYS,
      label: { zh: "转交后答复", en: "Answer after sending on" },
      presets: inBoth(15, reading("S8.7", "“及时”按 15 天计", "“in time” is taken as 15 days")),
    },
    rateDays: {
      kind: "number",
      unit: DAYS,
      label: { zh: "答复后评价", en: "Rate after the answer" },
      hint: { zh: "到期未评价按“一般”办结", en: "Not rated by then: closed as neutral" },
      presets: inBoth(7, USUAL),
    },
    streetDays: {
      kind: "number",
      unit: DAYS,
      label: { zh: "事项逾期后报街道", en: "Late cases, then to the street after" },
      hint: { zh: "逾期先报主任", en: "What is late goes to the director first" },
      presets: inBoth(7, USUAL),
    },
    mediationDays: {
      kind: "number",
      unit: DAYS,
      label: { zh: "受理后调解完毕", en: "Mediation ends after acceptance" },
      presets: inBoth(30, MEDIATION_LAW),
    },
    checkDays: {
      kind: "number",
      unit: DAYS,
      label: { zh: "达成协议后回访", en: "Visit after the agreement" },
      presets: inBoth(30, USUAL),
    },
  },
);
