import { education } from "../codes/population.ts";
import { stoodFor } from "../codes/rules.ts";
import { ageOn } from "../rules/calendar.ts";
import { partyHeadFindings, publicDeputyFindings } from "../rules/office-eligibility.ts";
import { counted, defineCalculation } from "../schema/calculation.ts";
import { YEARS_OF_AGE } from "../words/units.ts";

/** Whether somebody may stand for an office with conditions of its own (C8, S3.15). */
export const officeEligibility = defineCalculation({
  name: "office-eligibility",
  label: { zh: "任职条件", en: "Conditions of an office" },
  hint: {
    zh: "公选副主任、党组织负责人的年龄、学历、居住条件",
    en: "Age, education and residence of who stands for it",
  },
  inputs: {
    office: {
      kind: "code",
      label: { zh: "拟任职务", en: "Stands for" },
      required: true,
      codes: stoodFor,
      initial: "publicDeputy",
    },
    birth: { kind: "date", label: { zh: "出生日期", en: "Born" }, required: true, past: true },
    on: { kind: "date", label: { zh: "选举日", en: "Election day" }, required: true },
    education: {
      kind: "code",
      label: { zh: "文化程度", en: "Education" },
      required: true,
      codes: education,
      initial: "61",
    },
    livesHere: { kind: "boolean", label: { zh: "本社区常住", en: "Lives here" }, required: true, initial: true },
  },
  run: (values, rules) => {
    const [birth, on] = [String(values.birth), String(values.on)];
    const person = { birth, education: String(values.education), livesHere: values.livesHere === true };
    const check = values.office === "partyHead" ? partyHeadFindings : publicDeputyFindings;
    return {
      judged: true,
      results: [counted("age", { zh: "选举日年龄", en: "Age on election day" }, ageOn(birth, on), YEARS_OF_AGE)],
      findings: check(person, on, rules),
    };
  },
});
