import { subsidyGrade } from "../codes/pay.ts";
import { addDays, lastDayOf } from "../rules/calendar.ts";
import { presenceOn } from "../rules/residence.ts";
import { categoriesOf } from "../schema/categories.ts";
import type { Statistic } from "../schema/statistic.ts";
import { PERSONS } from "../words/units.ts";

const GRADES = ["lower", "upper", "below"];

/** Subsidies of cadres who left (离任干部补贴, T21; S9.18, S9.19): how many get one, and what it comes to a month. */
export const subsidies: Statistic = {
  name: "T21",
  label: { zh: "离任干部补贴", en: "Subsidies of cadres who left" },
  definition: {
    zh: "截至所示日期在发放期内、享受离任补贴的人数，按档次分组；以及每月金额合计（元，按每人四舍五入取整，按文件执行的以登记的文件金额计）。少于5人的人数及其金额不显示。",
    en: "Cadres who are paid a subsidy on the date shown, by grade, and what it comes to a month in all (yuan, whole for each; where the document says the amount, the one entered). Fewer than 5, and their amount, are hidden.",
  },
  measures: {
    persons: { zh: "享受补贴", en: "Paid a subsidy", unit: PERSONS, about: "people" },
    amount: {
      zh: "每月金额",
      en: "Amount a month",
      unit: { zh: "元", en: "yuan" },
      about: "people",
      over: "persons",
      by: [],
    },
  },
  apart: true,
  dimensions: [{ key: "grade", label: { zh: "档次", en: "Grade" }, categories: categoriesOf(subsidyGrade, GRADES) }],
  registers: ["left-cadres"],
  count: (_, { grade, since, last, amount, byDocument }, day) => {
    if (!GRADES.includes(String(grade))) return { cells: [] };
    const after = typeof last === "string" ? addDays(lastDayOf(last), 1) : undefined;
    const { isThere, changesOn } = presenceOn(day, `${since}-01`, after);
    const yuan = Math.round(Number(amount ?? byDocument ?? 0) / 100);
    return {
      cells: isThere ? [{ at: { grade: String(grade) }, amounts: { persons: 1, amount: yuan } }] : [],
      changesOn,
    };
  },
};
