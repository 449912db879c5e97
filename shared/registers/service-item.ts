import { priceClass } from "../codes/work.ts";
import type { FieldProblem } from "../contract/refusal.ts";
import type { Values } from "../schema/field.ts";
import { defineRegister } from "../schema/register.ts";

/** Service items (办事项目, R41; S9.10, S9.27): what people can have done, with which papers, how fast, and for how much. */
export const serviceItems = defineRegister({
  name: "service-items",
  label: { zh: "办事项目", en: "Service items" },
  title: ["name"],
  frozen: ["name"],
  match: [["name"]],
  fields: {
    name: { kind: "text", label: { zh: "事项", en: "Item" }, required: true, unique: true, max: 80, width: 200 },
    papers: { kind: "longText", label: { zh: "所需材料", en: "Papers needed" }, required: true, max: 2000, width: 240 },
    procedure: { kind: "longText", label: { zh: "办理程序", en: "Procedure" }, max: 2000, width: 220 },
    limitDays: {
      kind: "integer",
      label: { zh: "时限（天）", en: "Time limit (days)" },
      required: true,
      min: 0,
      max: 366,
    },
    priceClass: { kind: "code", label: { zh: "收费类别", en: "Price class" }, required: true, codes: priceClass },
    fee: { kind: "money", label: { zh: "收费（元）", en: "Fee (yuan)" }, min: 0 },
    owner: { kind: "reference", to: "posts", label: { zh: "责任人", en: "Responsible" }, required: true, width: 130 },
  },
  check: ({ priceClass: price, fee }: Values): FieldProblem[] => {
    const isFree = price === "free";
    if (isFree && Number(fee ?? 0) > 0) return [{ path: "fee", code: "too-large", params: { max: 0 } }];
    return !isFree && price && !(Number(fee ?? 0) > 0) ? [{ path: "fee", code: "required" }] : [];
  },
});
