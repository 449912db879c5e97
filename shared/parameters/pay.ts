import { ALWAYS, defineParameters, inBoth, type Source, since } from "../schema/parameter.ts";
import { document, organicLaw, otherText, reading } from "../words/sources.ts";
import { YEARS } from "../words/units.ts";

const RAISED = reading("S9.15", "调整日期以调研报告年份为准", "the day of the raise is taken from the report's year");
const REMEMBERED = otherText(
  "社会保险费率和基数的现行规定，据记忆",
  "Rates and bases of social insurance, from memory",
  false,
);
/** Pay is set by the government that bears it. */
const BY_GOVERNMENT = organicLaw(17);

/** Pay and subsidies (报酬与补贴): pay of staff, contributions, and what left cadres get (C6, C7, S9.15-S9.19). */
export const pay = defineParameters(
  "pay",
  { zh: "报酬与补贴", en: "Pay and subsidies" },
  {
    leaderMonth: grade("书记、主任月薪酬", "Secretary and director: pay a month", 50_000, 110_000),
    memberMonth: grade("其他社区干部月薪酬", "Other cadres: pay a month", 45_000, 100_000),
    averageYear: {
      kind: "money",
      label: { zh: "上年社会平均工资（年）", en: "Last year's average wage of a year" },
      hint: { zh: "以当地公布的数字为准，每年填写一次", en: "As published locally; entered once a year" },
      presets: inBoth(null, document("S9.16")),
    },
    baseFloor: rate("缴费基数下限（占社平工资）", "Least base, of the average wage", 6000),
    baseCap: {
      kind: "rate",
      label: { zh: "缴费基数上限（占社平工资）", en: "Highest base, of the average wage" },
      presets: {
        seed: [since(ALWAYS, null, document("S9.16"))],
        law2026: [since(ALWAYS, 30_000, REMEMBERED)],
      },
    },
    pensionUnit: {
      kind: "rate",
      label: { zh: "养老保险单位缴费", en: "Pension: the unit's part" },
      presets: {
        seed: [since(ALWAYS, 2000, document("S9.16"))],
        law2026: [since(ALWAYS, 2000, document("S9.16")), since("2019-05-01", 1600, REMEMBERED)],
      },
    },
    pensionPerson: rate("养老保险个人缴费", "Pension: the person's part", 800),
    medicalUnit: rate("医疗保险单位缴费", "Medical insurance: the unit's part", 900),
    medicalPerson: rate("医疗保险个人缴费", "Medical insurance: the person's part", 200),
    largeSum: {
      kind: "money",
      label: { zh: "大额医疗保险（每月，个人）", en: "Large-sum medical insurance a month, by the person" },
      presets: inBoth(200, reading("S9.16", "按每月计", "read as a month's")),
    },
    subsidyLowerYears: years("离任补贴第一档：连续任职满", "Left cadre's lower grade: years of service from", 9),
    subsidyUpperYears: years("离任补贴第二档：连续任职满", "Left cadre's upper grade: years of service from", 15),
    subsidyBelow: {
      kind: "money",
      label: { zh: "离任补贴：任职不足第一档年限（每月）", en: "Left cadre below the lower grade, a month" },
      hint: { zh: "空着表示按文件执行，不等于零", en: "Open means that the document says it, not that it is nothing" },
      presets: inBoth(null, document("S9.18")),
    },
    subsidyLower: monthly("离任补贴第一档（每月）", "Left cadre's lower grade, a month", 7000),
    subsidyUpper: monthly("离任补贴第二档（每月）", "Left cadre's upper grade, a month", 10_000),
    lowerByStreet: payer("第一档由街道财政发放", "The street pays the lower grade", document("S9.19")),
    upperByStreet: payer(
      "第二档由街道财政发放",
      "The street pays the upper grade",
      reading("S9.19", "按第一档办理", "read as the lower grade's"),
    ),
  },
);

function grade(zh: string, en: string, first: number, raised: number) {
  return {
    kind: "money" as const,
    label: { zh, en },
    presets: {
      seed: [since(ALWAYS, first, document("S9.15")), since("2008-01-01", raised, RAISED)],
      law2026: [since(ALWAYS, null, BY_GOVERNMENT)],
    },
  };
}

function rate(zh: string, en: string, value: number) {
  return {
    kind: "rate" as const,
    label: { zh, en },
    presets: { seed: [since(ALWAYS, value, document("S9.16"))], law2026: [since(ALWAYS, value, REMEMBERED)] },
  };
}

function years(zh: string, en: string, value: number) {
  const source = reading("S9.18", "任职年限的交界归入高一档", "a bound between two grades belongs to the higher");
  return { kind: "number" as const, unit: YEARS, label: { zh, en }, presets: inBoth(value, source) };
}

function monthly(zh: string, en: string, value: number) {
  return { kind: "money" as const, label: { zh, en }, presets: inBoth(value, document("S9.18")) };
}

function payer(zh: string, en: string, source: Source) {
  return { kind: "flag" as const, label: { zh, en }, presets: inBoth(true, source) };
}
