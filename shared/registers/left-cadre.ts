import { leftCadreSubsidy } from "../calculations/left-cadre-subsidy.ts";
import { subsidyGrade, subsidyPayer } from "../codes/pay.ts";
import { leftOffice } from "../codes/rules.ts";
import { defineRegister } from "../schema/register.ts";

/**
 * Subsidies of cadres who left (离任干部补贴, R26; S9.18, S9.19): grade and amount follow from service, office and income
 * by the numbers in force in the first month. When the rates change, a line ends and another begins.
 */
export const leftCadres = defineRegister({
  name: "left-cadres",
  label: { zh: "离任干部补贴", en: "Left cadres' subsidies" },
  title: ["person", "since"],
  frozen: ["person"],
  match: [["person", "since"]],
  uniqueTogether: [["person", "since"]],
  computed: { by: leftCadreSubsidy, on: "since", answers: ["years", "grade", "amount", "payer"] },
  fields: {
    person: {
      kind: "text",
      label: { zh: "姓名", en: "Person" },
      required: true,
      personal: true,
      max: 60,
      pattern: "person-name",
      width: 90,
    },
    since: { kind: "month", label: { zh: "发放起始月", en: "Paid from" }, required: true, width: 100 },
    last: { kind: "month", label: { zh: "最后发放月", en: "Last paid" }, width: 100 },
    office: { kind: "code", label: { zh: "离任前职务", en: "Office" }, required: true, codes: leftOffice, width: 110 },
    from: { kind: "date", label: { zh: "任职开始", en: "Service from" }, required: true, past: true, width: 110 },
    until: { kind: "date", label: { zh: "离任日期", en: "Left on" }, required: true, past: true, width: 110 },
    hasPension: { kind: "boolean", label: { zh: "有养老保险", en: "Has a pension" }, required: true, width: 100 },
    hasIncome: { kind: "boolean", label: { zh: "有固定收入", en: "Has a fixed income" }, required: true, width: 100 },
    years: { kind: "integer", label: { zh: "连续任职满（年）", en: "Full years" }, byAction: true, width: 110 },
    grade: { kind: "code", label: { zh: "档次", en: "Grade" }, byAction: true, codes: subsidyGrade, width: 110 },
    amount: { kind: "money", label: { zh: "每月补贴（元）", en: "A month (yuan)" }, byAction: true, width: 120 },
    byDocument: {
      kind: "money",
      label: { zh: "文件规定金额（元）", en: "By the document (yuan)" },
      min: 0,
      width: 130,
      hint: { zh: "按文件执行的，填写文件金额", en: "Where the document says the amount" },
    },
    payer: { kind: "code", label: { zh: "发放单位", en: "Paid by" }, byAction: true, codes: subsidyPayer, width: 120 },
  },
  check: ({ since, last }) => (since && last && last < since ? [{ path: "last", code: "before-start" }] : []),
});
