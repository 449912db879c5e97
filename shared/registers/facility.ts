import { premises } from "../codes/committee.ts";
import { facilityItem, facilitySet } from "../codes/facility.ts";
import { facilityProblems } from "../rules/facilities.ts";
import { defineRegister } from "../schema/register.ts";

/**
 * Facilities (设施, R20; S4.4, S7.1, S9.12, S9.21): which item of each set there is, since when and as evidence of what.
 */
export const facilities = defineRegister({
  name: "facilities",
  label: { zh: "设施", en: "Facilities" },
  title: ["item"],
  frozen: ["set", "item"],
  match: [["set", "item"]],
  uniqueTogether: [["set", "item"]],
  fields: {
    set: { kind: "code", label: { zh: "类别", en: "Set" }, required: true, codes: facilitySet, width: 110 },
    item: { kind: "code", label: { zh: "项目", en: "Item" }, required: true, codes: facilityItem, width: 180 },
    has: { kind: "boolean", label: { zh: "是否具备", en: "There is one" }, required: true, width: 90 },
    since: { kind: "date", label: { zh: "建成日期", en: "Since" }, past: true, width: 110 },
    areaM2: { kind: "decimal", label: { zh: "面积（㎡）", en: "Area (m²)" }, min: 0, max: 1_000_000 },
    source: { kind: "code", label: { zh: "用房来源", en: "Rooms come from" }, codes: premises },
    evidence: { kind: "text", label: { zh: "佐证", en: "Evidence" }, max: 200, width: 220 },
  },
  check: facilityProblems,
});
