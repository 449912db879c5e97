import { defineRegister } from "../schema/register.ts";

/** Buildings (楼栋, S4.9, S9.9): each has exactly one person who is responsible for it (楼栋包干). */
export const buildings = defineRegister({
  name: "buildings",
  label: { zh: "楼栋包干", en: "Buildings" },
  title: ["building"],
  frozen: ["building"],
  match: [["building"]],
  fields: {
    building: {
      kind: "text",
      label: { zh: "楼栋", en: "Building" },
      required: true,
      unique: true,
      max: 20,
      aliases: ["楼号", "栋", "幢", "楼", "楼栋号", "栋号"],
      width: 90,
    },
    responsible: {
      kind: "reference",
      to: "posts",
      label: { zh: "责任人", en: "Responsible" },
      width: 140,
      aliases: ["楼栋长", "包干责任人"],
    },
    phone: { kind: "phone", label: { zh: "电话", en: "Phone" }, personal: true },
    note: { kind: "text", label: { zh: "备注", en: "Note" }, max: 200 },
  },
});
