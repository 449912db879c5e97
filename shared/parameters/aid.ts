import { defineParameters, inBoth, within } from "../schema/parameter.ts";
import { control, otherText, USUAL } from "../words/sources.ts";
import { DAYS, PERSONS, WORKING_DAYS } from "../words/units.ts";

const ALLOWANCE_RULES = otherText(
  "城市居民最低生活保障条例（1999 年）",
  "Regulation on the minimum living allowance of urban residents (1999)",
  true,
);
const DISPLAY = control(
  "低保申请须公示，天数各地规定不一，居委会按本地规定自定",
  "An application for the allowance is displayed; for how long differs by place, and a committee enters its own",
);
const TWO = control(
  "入户核查须不止一人，文件未写明几人",
  "A visit that an allowance rests on is not made alone; no document says by how many",
);

/** Applications for aid and certificates (救助申请与居委会证明, W04, W04b): how long their steps may take. */
export const aid = defineParameters(
  "aid",
  { zh: "救助申请与证明", en: "Aid and certificates" },
  {
    visitDays: {
      kind: "number",
      unit: DAYS,
      label: { zh: "申请后入户核查", en: "Visited after the application" },
      presets: inBoth(10, USUAL),
    },
    visitors: {
      kind: "number",
      unit: PERSONS,
      label: { zh: "入户核查人数", en: "Staff who visit the household" },
      presets: inBoth(2, TWO),
    },
    displayDays: {
      kind: "number",
      unit: DAYS,
      label: { zh: "救助公示天数", en: "Aid is displayed for" },
      presets: inBoth(7, DISPLAY),
      limits: within({ min: 1 }, USUAL),
    },
    decideDays: {
      kind: "number",
      unit: DAYS,
      label: { zh: "申请后办结审批", en: "Decided after the application" },
      presets: inBoth(30, ALLOWANCE_RULES),
    },
    reviewDays: {
      kind: "number",
      unit: DAYS,
      label: { zh: "批准后年审", en: "Reviewed after the decision" },
      presets: inBoth(365, USUAL),
    },
    streetDays: {
      kind: "number",
      unit: DAYS,
      label: { zh: "申请逾期后报街道", en: "Late applications, then to the street after" },
      presets: inBoth(7, USUAL),
    },
    certificateDays: {
      kind: "number",
      unit: WORKING_DAYS,
      label: { zh: "证明：每一步", en: "Certificates: each step" },
      presets: inBoth(1, USUAL),
    },
  },
);
