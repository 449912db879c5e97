import { attemptResult, censusState } from "../codes/census.ts";
import { sex } from "../codes/population.ts";
import { relation } from "../codes/relation.ts";
import { censusProblems } from "../rules/census.ts";
import { defineRegister } from "../schema/register.ts";

/**
 * Census sheets (普查户表, R35; S5.6, S5.7): one household each, visited until it is counted. Kept apart from the residents'
 * lists: only whoever has the post of census worker reads or writes it, and nothing of it flows into another list.
 */
export const censusSheets = defineRegister({
  name: "census-sheets",
  label: { zh: "普查户表", en: "Census sheets" },
  title: ["household"],
  frozen: ["household", "state"],
  match: [["household"]],
  fields: {
    household: {
      kind: "reference",
      to: "households",
      label: { zh: "户", en: "Household" },
      required: true,
      unique: true,
      width: 110,
    },
    state: { kind: "code", label: { zh: "状态", en: "State" }, codes: censusState, byAction: true, width: 100 },
    due: { kind: "date", label: { zh: "期限", en: "Due" }, byAction: true, width: 110 },
    appointment: { kind: "date", label: { zh: "预约日期", en: "Appointment" }, byAction: true, width: 110 },
    attempts: {
      kind: "rows",
      label: { zh: "入户记录", en: "Attempts" },
      max: 20,
      width: 200,
      fields: {
        at: { kind: "dateTime", label: { zh: "时间", en: "When" }, required: true },
        result: { kind: "code", label: { zh: "结果", en: "Result" }, required: true, codes: attemptResult },
      },
    },
    persons: { kind: "integer", label: { zh: "登记人数", en: "Persons counted" }, min: 1, max: 500 },
    members: {
      kind: "rows",
      label: { zh: "成员", en: "Members" },
      personal: true,
      max: 60,
      width: 220,
      fields: {
        name: { kind: "text", label: { zh: "姓名", en: "Name" }, required: true, pattern: "person-name", max: 60 },
        sex: { kind: "code", label: { zh: "性别", en: "Sex" }, codes: sex },
        birth: { kind: "date", label: { zh: "出生日期", en: "Born" }, past: true },
        relation: { kind: "code", label: { zh: "关系", en: "Relation" }, codes: relation },
      },
    },
    matchesBooklet: { kind: "boolean", label: { zh: "与户口簿一致", en: "Agrees with the booklet" }, width: 110 },
    difference: { kind: "longText", label: { zh: "不一致之处", en: "Where it differs" }, personal: true, max: 1000 },
  },
  check: censusProblems,
});
