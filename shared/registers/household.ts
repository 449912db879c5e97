import { buildChecks, fiveServices, householdKind, relocation, settlement } from "../codes/committee.ts";
import type { FieldProblem } from "../contract/refusal.ts";
import type { Values } from "../schema/field.ts";
import { defineRegister } from "../schema/register.ts";

/** Households (户): who lives together in which dwelling, with one head. */
export const households = defineRegister({
  name: "households",
  label: { zh: "户", en: "Households" },
  title: ["no"],
  frozen: ["no"],
  match: [["no"]],
  implies: ["dwelling", "dwelling.group"],
  fields: {
    no: {
      kind: "text",
      label: { zh: "户号", en: "Household no." },
      required: true,
      unique: true,
      max: 30,
      aliases: ["户编号", "户籍号", "户口编号"],
      width: 90,
    },
    dwelling: { kind: "reference", to: "dwellings", label: { zh: "房屋", en: "Dwelling" }, required: true, width: 150 },
    kind: { kind: "code", label: { zh: "户别", en: "Kind" }, required: true, codes: householdKind, initial: "family" },
    head: { kind: "reference", to: "residents", label: { zh: "户主", en: "Head" } },
    arrived: { kind: "date", label: { zh: "入住日期", en: "Arrived" } },
    left: { kind: "date", label: { zh: "迁出日期", en: "Left" } },
    relocation: { kind: "code", label: { zh: "移民来源", en: "Relocated from" }, codes: relocation },
    settle: { kind: "code", label: { zh: "安置方式", en: "Settled" }, codes: settlement },
    relocDate: { kind: "date", label: { zh: "搬迁日期", en: "Relocated on" } },
    relocPersons: {
      kind: "integer",
      label: { zh: "搬迁人数", en: "Persons relocated" },
      min: 1,
      max: 500,
    },
    plotM2: { kind: "decimal", label: { zh: "宅基地面积（㎡）", en: "Plot (m²)" }, min: 0 },
    builtChecks: { kind: "codes", label: { zh: "四统一分", en: "Building checks" }, codes: buildChecks, width: 180 },
    fiveServices: { kind: "codes", label: { zh: "五到户", en: "Five services" }, codes: fiveServices, width: 180 },
  },
  check: (values) => [
    ...(values.arrived && values.left && values.left < values.arrived ? [{ path: "left", code: "before-start" }] : []),
    ...relocationProblems(values),
  ],
});

/** A relocated household says how it was settled (S4.2); one that never moved has no plot checks and no persons moved. */
function relocationProblems({ relocation, settle, relocPersons, relocDate }: Values): FieldProblem[] {
  const isMoved = relocation === "mountain" || relocation === "geohazard";
  if (isMoved) return !settle || settle === "none" ? [{ path: "settle", code: "required" }] : [];
  const given = [relocPersons ? "relocPersons" : "", relocDate ? "relocDate" : ""].filter(Boolean);
  return given.map((path) => ({ path, code: "not-relocated" }));
}
