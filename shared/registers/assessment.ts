import { assessmentScheme } from "../codes/work.ts";
import type { FieldProblem } from "../contract/refusal.ts";
import type { Values } from "../schema/field.ts";
import { defineRegister } from "../schema/register.ts";

/**
 * Assessments (目标考核, R42; S2.8, S7.10, S9.29): what was to be reached in a year, how much it weighs, what the committee
 * and the street give it, and on what evidence.
 */
export const assessments = defineRegister({
  name: "assessments",
  label: { zh: "目标考核", en: "Assessments" },
  title: ["year", "item"],
  frozen: ["year", "item"],
  match: [["scheme", "year", "item"]],
  uniqueTogether: [["scheme", "year", "item"]],
  fields: {
    scheme: {
      kind: "code",
      label: { zh: "考核方案", en: "Scheme" },
      required: true,
      codes: assessmentScheme,
      width: 130,
    },
    year: { kind: "integer", label: { zh: "年度", en: "Year" }, required: true, min: 1990, max: 2100, width: 70 },
    item: { kind: "text", label: { zh: "项目", en: "Item" }, required: true, max: 120, width: 220 },
    target: { kind: "text", label: { zh: "目标", en: "Target" }, required: true, max: 300, width: 220 },
    weight: { kind: "decimal", label: { zh: "权重", en: "Weight" }, required: true, min: 0.1, max: 100, places: 1 },
    responsible: { kind: "reference", to: "posts", label: { zh: "责任人", en: "Responsible" }, width: 130 },
    selfScore: {
      kind: "decimal",
      label: { zh: "自评分（百分）", en: "Own score (of 100)" },
      min: 0,
      max: 100,
      places: 1,
    },
    streetScore: {
      kind: "decimal",
      label: { zh: "街道评分（百分）", en: "Street's score (of 100)" },
      min: 0,
      max: 100,
      places: 1,
    },
    evidence: { kind: "longText", label: { zh: "佐证", en: "Evidence" }, max: 2000, width: 220 },
    result: { kind: "text", label: { zh: "奖惩", en: "Reward or penalty" }, max: 200 },
  },
  // A score without evidence is an opinion.
  check: ({ selfScore, streetScore, evidence }: Values): FieldProblem[] =>
    (selfScore ?? streetScore ?? null) !== null && !evidence ? [{ path: "evidence", code: "required" }] : [],
});
