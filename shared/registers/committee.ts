import { premises } from "../codes/committee.ts";
import { defineRegister } from "../schema/register.ts";

/** The residents' committee itself (居委会): its seat, area and profile figures. One record for each community. */
export const committees = defineRegister({
  name: "committees",
  label: { zh: "居委会", en: "Committee" },
  title: ["name"],
  frozen: ["name"],
  fields: {
    code: {
      kind: "divisionCode",
      label: { zh: "区划代码", en: "Division code" },
      required: true,
      unique: true,
      width: 140,
    },
    name: { kind: "text", label: { zh: "名称", en: "Name" }, required: true, max: 60, width: 220 },
    nameEn: { kind: "text", label: { zh: "英文名称", en: "English name" }, max: 120, width: 220 },
    street: { kind: "text", label: { zh: "所属街道", en: "Street" }, max: 60 },
    uscc: { kind: "text", label: { zh: "统一社会信用代码", en: "Credit code" }, pattern: "credit-code", width: 180 },
    founded: { kind: "date", label: { zh: "成立日期", en: "Founded" } },
    phone: { kind: "phone", label: { zh: "联系电话", en: "Phone" }, required: true },
    contactLeader: { kind: "text", label: { zh: "联系领导", en: "Contact leader" }, max: 40 },
    address: { kind: "text", label: { zh: "地址", en: "Address" }, required: true, max: 120, width: 260 },
    areaMu: { kind: "decimal", label: { zh: "面积（亩）", en: "Area (mu)" }, min: 0 },
    areaKm2: { kind: "decimal", label: { zh: "面积（平方公里）", en: "Area (km²)" }, min: 0, places: 3 },
    hours: { kind: "text", label: { zh: "办公时间", en: "Office hours" }, max: 120 },
    premises: { kind: "code", label: { zh: "办公用房", en: "Premises" }, required: true, codes: premises },
    roads: { kind: "text", label: { zh: "道路", en: "Roads" } },
    profileDate: { kind: "date", label: { zh: "概况日期", en: "Profile as of" } },
  },
});
