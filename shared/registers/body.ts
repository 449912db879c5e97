import { layer } from "../codes/committee.ts";
import { defineRegister } from "../schema/register.ts";

/** Bodies and units (组织/单位): from the Party branch to the shop that keeps its frontage clean. */
export const bodies = defineRegister({
  name: "bodies",
  label: { zh: "组织与单位", en: "Bodies and units" },
  title: ["name"],
  frozen: ["name"],
  match: [["name"]],
  fields: {
    name: { kind: "text", label: { zh: "名称", en: "Name" }, required: true, max: 80, width: 220 },
    layer: { kind: "code", label: { zh: "层次", en: "Layer" }, codes: layer },
    kind: { kind: "text", label: { zh: "类型", en: "Kind" }, max: 40 },
    uscc: { kind: "text", label: { zh: "统一社会信用代码", en: "Credit code" }, pattern: "credit-code", width: 180 },
    contact: { kind: "text", label: { zh: "联系人", en: "Contact" }, max: 60 },
    phone: { kind: "phone", label: { zh: "电话", en: "Phone" } },
    delegates: { kind: "integer", label: { zh: "代表名额", en: "Delegates" }, min: 0, max: 99 },
    frontage: { kind: "boolean", label: { zh: "门前三包", en: "Keeps its frontage" } },
    signed: { kind: "date", label: { zh: "签约日期", en: "Signed" } },
    memberCount: { kind: "integer", label: { zh: "人数", en: "Members" }, min: 0, max: 1_000_000 },
    shares: {
      kind: "text",
      label: { zh: "共享资源", en: "Shares with residents" },
      hint: { zh: "如会议室、停车场、食堂（共驻共建）", en: "Such as a hall, parking places, a canteen" },
      max: 200,
      width: 160,
    },
  },
});
