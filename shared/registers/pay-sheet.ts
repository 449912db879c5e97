import { paySheet } from "../calculations/pay-sheet.ts";
import { payState } from "../codes/pay.ts";
import { defineRegister } from "../schema/register.ts";

/**
 * Pay sheet (工资表, R25; S9.15-S9.17): a line for each person and month. Contributions and what is paid out follow from
 * the numbers in force in that month; approved lines stay as they are.
 */
export const paySheets = defineRegister({
  name: "pay-sheets",
  label: { zh: "工资表", en: "Pay sheet" },
  title: ["month", "person"],
  frozen: ["month", "person"],
  uniqueTogether: [["month", "person"]],
  computed: {
    by: paySheet,
    on: "month",
    answers: [
      "base",
      "pensionPerson",
      "medicalPerson",
      "deducted",
      "pensionUnit",
      "medicalUnit",
      "unitCost",
      "direct",
      "paid",
    ],
  },
  fields: {
    month: { kind: "month", label: { zh: "月份", en: "Month" }, required: true, width: 90 },
    person: { kind: "reference", to: "posts", label: { zh: "人员", en: "Person" }, required: true, width: 140 },
    state: { kind: "code", label: { zh: "状态", en: "State" }, codes: payState, byAction: true, width: 90 },
    leader: { kind: "boolean", label: { zh: "书记或主任", en: "Secretary or director" }, initial: false, width: 90 },
    gross: {
      kind: "money",
      label: { zh: "月薪酬（元）", en: "Pay a month (yuan)" },
      min: 0,
      width: 110,
      hint: { zh: "空着用标准", en: "Empty: the grade's" },
    },
    insured: {
      kind: "boolean",
      label: { zh: "符合参保条件", en: "Can be insured" },
      required: true,
      initial: true,
      width: 100,
    },
    base: { kind: "money", label: { zh: "缴费基数", en: "Base" }, byAction: true, width: 110 },
    pensionPerson: { kind: "money", label: { zh: "养老（个人）", en: "Pension, person" }, byAction: true, width: 110 },
    medicalPerson: { kind: "money", label: { zh: "医疗（个人）", en: "Medical, person" }, byAction: true, width: 110 },
    deducted: { kind: "money", label: { zh: "代扣合计", en: "Deducted" }, byAction: true, width: 110 },
    pensionUnit: { kind: "money", label: { zh: "养老（单位）", en: "Pension, unit" }, byAction: true, width: 110 },
    medicalUnit: { kind: "money", label: { zh: "医疗（单位）", en: "Medical, unit" }, byAction: true, width: 110 },
    unitCost: { kind: "money", label: { zh: "单位缴费合计", en: "The unit pays in" }, byAction: true, width: 120 },
    direct: {
      kind: "money",
      label: { zh: "单位部分发给本人", en: "Unit's part paid out" },
      byAction: true,
      width: 130,
    },
    paid: { kind: "money", label: { zh: "实发（元）", en: "Paid out (yuan)" }, byAction: true, width: 110 },
    voucher: { kind: "reference", to: "vouchers", label: { zh: "凭证", en: "Voucher" }, byAction: true, width: 120 },
    paidOn: { kind: "date", label: { zh: "发放日期", en: "Paid on" }, byAction: true, past: true, width: 110 },
  },
});
