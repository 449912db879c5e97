import type { Label } from "../schema/label.ts";

/** What keeps pay and subsidies from being worked out, in the calculator as in the lists. */
export const payProblemWords = {
  "pay-missing": { zh: "请填写月薪酬（没有适用的标准）", en: "Enter the pay: no grade holds here" },
  "average-wage-missing": { zh: "请填写上年社平工资", en: "Enter last year's average wage" },
  "pay-below-contributions": { zh: "月薪酬不够扣缴个人部分", en: "The pay does not cover the person's contributions" },
  "ends-before-start": { zh: "离任日期不能早于任职开始", en: "The end lies before the start" },
} as const satisfies Readonly<Record<string, Label>>;
