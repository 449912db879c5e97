import { awardKind } from "../codes/award.ts";
import type { FieldProblem } from "../contract/refusal.ts";
import type { Values } from "../schema/field.ts";
import { defineRegister } from "../schema/register.ts";

/** Whom an award is given to, by its kind: a household, a building, a unit or a volunteer. */
const GIVEN_TO: Readonly<Record<string, string>> = {
  "five-good-family": "household",
  "five-good-building": "building",
  "civilised-unit": "unit",
  neighbour: "household",
  volunteer: "volunteer",
};
const RECIPIENTS = ["household", "building", "unit", "volunteer"];

/** Awards (创建评选, S9.7): the five-good civilised and the like, for which year, by whom and on what grounds. */
export const awards = defineRegister({
  name: "awards",
  label: { zh: "创建评选", en: "Awards" },
  title: ["year", "kind"],
  frozen: ["year", "kind"],
  match: [["year", "kind", "household", "building", "unit", "volunteer"]],
  uniqueTogether: [["year", "kind", "household", "building", "unit", "volunteer"]],
  fields: {
    year: { kind: "integer", label: { zh: "年度", en: "Year" }, required: true, min: 1990, max: 2100, width: 70 },
    kind: { kind: "code", label: { zh: "称号", en: "Award" }, required: true, codes: awardKind, width: 150 },
    household: { kind: "reference", to: "households", label: { zh: "家庭", en: "Household" }, width: 110 },
    building: { kind: "reference", to: "buildings", label: { zh: "楼院", en: "Building" }, width: 110 },
    unit: { kind: "reference", to: "bodies", label: { zh: "单位", en: "Unit" }, width: 150 },
    volunteer: { kind: "reference", to: "volunteers", label: { zh: "志愿者", en: "Volunteer" }, width: 110 },
    grounds: { kind: "longText", label: { zh: "主要事迹", en: "For what" }, required: true, max: 1000, width: 240 },
    givenBy: { kind: "text", label: { zh: "评定单位", en: "Given by" }, required: true, max: 80, width: 150 },
    givenOn: { kind: "date", label: { zh: "评定日期", en: "Given on" }, past: true, width: 110 },
  },
  check: recipientProblems,
});

/** An award has the one recipient of its kind. */
function recipientProblems({ kind, ...values }: Values): FieldProblem[] {
  const wanted = GIVEN_TO[String(kind)];
  return RECIPIENTS.flatMap((path): FieldProblem[] => {
    if (path === wanted) return values[path] ? [] : [{ path, code: "required" }];
    return values[path] ? [{ path, code: "recipient-of-other-award" }] : [];
  });
}
