import { shelterKind } from "../codes/safety.ts";
import type { FieldProblem } from "../contract/refusal.ts";
import type { Values } from "../schema/field.ts";
import { defineRegister } from "../schema/register.ts";

/** Shelters and stores (避难场所与物资, R17; S4.16): where people go, and what lies ready, how much and until when. */
export const shelters = defineRegister({
  name: "shelters",
  label: { zh: "避难场所与物资", en: "Shelters and stores" },
  title: ["name"],
  frozen: ["name"],
  match: [["name", "place"]],
  uniqueTogether: [["name", "place"]],
  fields: {
    kind: { kind: "code", label: { zh: "类别", en: "Kind" }, required: true, codes: shelterKind, width: 100 },
    name: { kind: "text", label: { zh: "名称", en: "Name" }, required: true, max: 60, width: 180 },
    place: { kind: "text", label: { zh: "地点", en: "Place" }, required: true, max: 120, width: 180 },
    capacity: { kind: "integer", label: { zh: "可容纳人数", en: "Holds (persons)" }, min: 1, max: 100_000 },
    sign: { kind: "boolean", label: { zh: "有安全标志", en: "Has a safety sign" }, width: 100 },
    quantity: { kind: "integer", label: { zh: "数量", en: "Quantity" }, min: 0, max: 1_000_000 },
    unit: { kind: "text", label: { zh: "单位", en: "Unit" }, max: 10, width: 60 },
    expires: { kind: "date", label: { zh: "有效期至", en: "Good until" }, width: 110 },
    keeper: { kind: "reference", to: "posts", label: { zh: "保管人", en: "Keeper" }, width: 120 },
  },
  check: shelterProblems,
});

/** A shelter says how many it holds, a stored item how much there is. */
function shelterProblems({ kind, ...values }: Values): FieldProblem[] {
  const needed = kind === "shelter" ? ["capacity"] : kind === "store" ? ["quantity", "unit"] : [];
  return needed.filter((path) => (values[path] ?? "") === "").map((path) => ({ path, code: "required" }));
}
