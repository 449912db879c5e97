import { evacuationReason } from "../codes/safety.ts";
import { defineRegister } from "../schema/register.ts";

/**
 * Evacuation pairs (结对转移, R19; S4.10): who needs help to get away, and who helps, with phones, so that the printed
 * list works without power or network.
 */
export const evacuationPairs = defineRegister({
  name: "evacuation-pairs",
  label: { zh: "结对转移", en: "Evacuation pairs" },
  title: ["target"],
  frozen: ["target"],
  match: [["target"]],
  fields: {
    target: {
      kind: "reference",
      to: "residents",
      label: { zh: "转移对象", en: "Needs help" },
      required: true,
      unique: true,
      width: 120,
    },
    reason: { kind: "code", label: { zh: "原因", en: "Why" }, codes: evacuationReason, restricted: "serviceKind" },
    helpers: {
      kind: "rows",
      label: { zh: "帮助人", en: "Helpers" },
      required: true,
      personal: true,
      max: 5,
      width: 240,
      fields: {
        name: { kind: "text", label: { zh: "姓名", en: "Name" }, required: true, pattern: "person-name", max: 60 },
        phone: { kind: "phone", label: { zh: "电话", en: "Phone" }, required: true },
      },
    },
    shelter: { kind: "reference", to: "shelters", label: { zh: "避难场所", en: "Shelter" }, width: 160 },
    meetPoint: { kind: "text", label: { zh: "集合点", en: "Meeting point" }, max: 80, width: 140 },
  },
});
