import { patrolShift } from "../codes/patrol.ts";
import { inspectionKind, inspectionResult } from "../codes/work.ts";
import type { FieldProblem } from "../contract/refusal.ts";
import type { Values } from "../schema/field.ts";
import { defineRegister } from "../schema/register.ts";

/** What each kind of inspection must say. */
const NEEDED: Readonly<Record<string, readonly string[]>> = {
  frontage: ["unit"],
  patrol: ["shift", "route"],
  hygiene: ["score"],
};

/** Inspections (检查与巡逻, R36; S6.6, S8.10, S8.12): what was looked at, by whom, and what was found. */
export const inspections = defineRegister({
  name: "inspections",
  label: { zh: "检查与巡逻", en: "Inspections" },
  title: ["date", "kind"],
  frozen: ["date", "kind"],
  match: [["date", "kind", "unit", "group", "route", "shift"]],
  uniqueTogether: [["date", "kind", "unit", "group", "route", "shift"]],
  fields: {
    date: { kind: "date", label: { zh: "日期", en: "Date" }, required: true, past: true, width: 110 },
    kind: { kind: "code", label: { zh: "类别", en: "Kind" }, required: true, codes: inspectionKind, width: 110 },
    unit: { kind: "reference", to: "bodies", label: { zh: "被查单位", en: "Unit" }, width: 160 },
    group: { kind: "reference", to: "groups", label: { zh: "被评小组", en: "Group" }, width: 130 },
    shift: { kind: "code", label: { zh: "班次", en: "Shift" }, codes: patrolShift, width: 80 },
    route: { kind: "text", label: { zh: "路线或地点", en: "Route or place" }, max: 120, width: 160 },
    inspectors: {
      kind: "references",
      to: "posts",
      label: { zh: "检查人", en: "Inspectors" },
      required: true,
      width: 150,
    },
    result: { kind: "code", label: { zh: "结果", en: "Result" }, required: true, codes: inspectionResult, width: 90 },
    score: { kind: "integer", label: { zh: "得分", en: "Score" }, min: 0, max: 100 },
    findings: { kind: "longText", label: { zh: "发现的问题", en: "Findings" }, max: 2000, width: 240 },
    hazard: { kind: "reference", to: "hazards", label: { zh: "登记的隐患", en: "Hazard" }, width: 150 },
  },
  check: inspectionProblems,
});

/**
 * A frontage belongs to a unit; a patrol has its shift and route; a rating its points, and is of one unit or group. What is
 * not in order is said in words, and what endangers by fire is a hazard from then on (S8.10).
 */
function inspectionProblems({ kind, result, findings, ...values }: Values): FieldProblem[] {
  const { unit, group, hazard } = values;
  const needed = (NEEDED[String(kind)] ?? []).filter((path) => (values[path] ?? "") === "");
  const isNobody = kind === "hygiene" && !unit && !group;
  return [
    ...needed.map((path) => ({ path, code: "required" })),
    ...(isNobody ? [{ path: "group", code: "required" }] : []),
    ...(kind === "hygiene" && unit && group ? [{ path: "group", code: "one-is-rated" }] : []),
    ...(kind === "fire" && result === "bad" && !hazard ? [{ path: "hazard", code: "required" }] : []),
    ...(result === "bad" && !findings ? [{ path: "findings", code: "required" }] : []),
  ];
}
