import type { Rules } from "../rules/in-force.ts";
import { type PayRates, payOf } from "../rules/pay.ts";
import { amount, defineCalculation } from "../schema/calculation.ts";

/** One person's pay of a month with contributions (C6, S9.15-S9.17). */
export const paySheet = defineCalculation({
  name: "pay-sheet",
  label: { zh: "工资与社保计算", en: "Pay of a month" },
  hint: { zh: "一个人一个月的缴费、实发和单位支出", en: "Contributions, net pay and cost of one person and month" },
  inputs: {
    gross: {
      kind: "money",
      label: { zh: "月薪酬", en: "Pay a month" },
      min: 0,
      hint: { zh: "空着用标准", en: "Empty: the grade's" },
    },
    leader: { kind: "boolean", label: { zh: "书记或主任", en: "Secretary or director" }, initial: false },
    averageYear: {
      kind: "money",
      label: { zh: "上年社平工资（年）", en: "Last year's average wage" },
      min: 0,
      hint: { zh: "空着用已登记的数", en: "Empty: the one entered under the rules" },
    },
    insured: { kind: "boolean", label: { zh: "符合参保条件", en: "Can be insured" }, required: true, initial: true },
  },
  run: (values, rules, day) => {
    const gross = given(values.gross) ?? rules.number(values.leader ? "pay.leaderMonth" : "pay.memberMonth", day).value;
    const average = given(values.averageYear) ?? rules.number("pay.averageYear", day).value;
    if (gross === null || average === null) {
      const missing = gross === null ? "pay-missing" : "average-wage-missing";
      return { results: [], findings: [{ code: missing, level: "fails" }] };
    }
    const isInsured = values.insured === true;
    const pay = payOf(gross, average, isInsured, ratesOf(rules, day));
    const insured = [
      amount("pensionPerson", { zh: "养老保险（个人）", en: "Pension, the person's part" }, pay.pensionPerson),
      amount("medicalPerson", { zh: "医疗保险（个人，含大额）", en: "Medical, the person's part" }, pay.medicalPerson),
      amount("deducted", { zh: "代扣合计", en: "Deducted" }, pay.deducted),
      amount("pensionUnit", { zh: "养老保险（单位）", en: "Pension, the unit's part" }, pay.pensionUnit),
      amount("medicalUnit", { zh: "医疗保险（单位）", en: "Medical, the unit's part" }, pay.medicalUnit),
      amount("unitCost", { zh: "单位缴费合计", en: "The unit pays in" }, pay.unitCost),
    ];
    return {
      results: [
        amount("gross", { zh: "月薪酬", en: "Pay a month" }, gross),
        amount("base", { zh: "缴费基数", en: "Base of contributions" }, pay.base),
        ...(isInsured
          ? insured
          : [amount("direct", { zh: "单位部分直接发给本人", en: "The unit's part paid out" }, pay.direct)]),
        amount("paid", { zh: "实发", en: "Paid to the person" }, pay.paid),
      ],
      findings: pay.paid < 0 ? [{ code: "pay-below-contributions", level: "fails" }] : [],
    };
  },
});

function given(value: unknown): number | null {
  return typeof value === "number" ? value : null;
}

function ratesOf(rules: Rules, day: string): PayRates {
  const number = (name: string) => rules.number(`pay.${name}`, day).value;
  const rate = (name: string) => number(name) ?? 0;
  return {
    pensionUnit: rate("pensionUnit"),
    pensionPerson: rate("pensionPerson"),
    medicalUnit: rate("medicalUnit"),
    medicalPerson: rate("medicalPerson"),
    largeSumFen: rate("largeSum"),
    baseFloor: rate("baseFloor"),
    baseCap: number("baseCap"),
  };
}
