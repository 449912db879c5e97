import { subsidyGrade } from "../codes/pay.ts";
import { leftOffice } from "../codes/rules.ts";
import { ageOn } from "../rules/calendar.ts";
import type { Rules } from "../rules/in-force.ts";
import { type Subsidy, subsidyOf } from "../rules/left-cadre.ts";
import { amount, counted, defineCalculation, said } from "../schema/calculation.ts";
import { codeLabel } from "../schema/codes.ts";
import { YEARS } from "../words/units.ts";

const STREET = { zh: "街道财政", en: "the street's finance" };
const OPEN_PAYER = { zh: "文件未写明", en: "not said" };

/** What a cadre who left gets a month, and who pays it (C7, S9.18, S9.19). */
export const leftCadreSubsidy = defineCalculation({
  name: "left-cadre-subsidy",
  label: { zh: "离任干部补贴", en: "Subsidy of a left cadre" },
  hint: { zh: "按连续任职年限、职务和收入情况", en: "By years of continuous service, office and income" },
  inputs: {
    from: { kind: "date", label: { zh: "任职开始", en: "Service from" }, required: true },
    until: { kind: "date", label: { zh: "离任日期", en: "Left on" }, required: true },
    office: {
      kind: "code",
      label: { zh: "离任前职务", en: "Office" },
      required: true,
      codes: leftOffice,
      initial: "director",
    },
    hasPension: { kind: "boolean", label: { zh: "有养老保险", en: "Has a pension" }, required: true, initial: false },
    hasIncome: {
      kind: "boolean",
      label: { zh: "有固定收入", en: "Has a fixed income" },
      required: true,
      initial: false,
    },
  },
  run: (values, rules, day) => {
    const [from, until] = [String(values.from), String(values.until)];
    if (until < from) return { results: [], findings: [{ code: "ends-before-start", level: "fails" }] };
    const years = ageOn(from, until);
    const number = (name: string) => rules.number(`pay.${name}`, day).value;
    const subsidy = subsidyOf(
      {
        years,
        office: String(values.office),
        hasIncome: values.hasIncome === true,
        hasPension: values.hasPension === true,
      },
      {
        lowerYears: number("subsidyLowerYears") ?? 0,
        upperYears: number("subsidyUpperYears") ?? 0,
        belowFen: number("subsidyBelow"),
        lowerFen: number("subsidyLower"),
        upperFen: number("subsidyUpper"),
      },
    );
    return {
      results: [
        counted("years", { zh: "连续任职满", en: "Full years of service" }, years, YEARS),
        said("grade", { zh: "档次", en: "Grade" }, subsidy.grade, inWords(subsidy)),
        amount("amount", { zh: "每月补贴", en: "A month" }, subsidy.amountFen, {
          zh: "按文件执行",
          en: "as the document says",
        }),
        ...payer(subsidy, rules, day),
      ],
      findings: [],
    };
  },
});

const inWords = ({ grade }: Subsidy) => ({
  zh: codeLabel(subsidyGrade, grade, "zh"),
  en: codeLabel(subsidyGrade, grade, "en"),
});

function payer({ grade }: Subsidy, rules: Rules, day: string) {
  if (grade !== "lower" && grade !== "upper") return [];
  const isStreet = rules.flag(`pay.${grade}ByStreet`, day).value;
  const label = { zh: "发放单位", en: "Paid by" };
  return [said("payer", label, isStreet ? "street" : "open", isStreet ? STREET : OPEN_PAYER)];
}
