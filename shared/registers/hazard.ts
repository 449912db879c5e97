import { hazardKind, hazardLevel, hazardState } from "../codes/safety.ts";
import { defineRegister } from "../schema/register.ts";

/** Hazards (隐患, R16; S4.12): what is dangerous, how much, who removes it until when, and who saw that it was gone. */
export const hazards = defineRegister({
  name: "hazards",
  label: { zh: "隐患", en: "Hazards" },
  title: ["place"],
  frozen: ["place", "state"],
  fields: {
    place: { kind: "text", label: { zh: "地点", en: "Place" }, required: true, max: 120, width: 200 },
    kind: { kind: "code", label: { zh: "类别", en: "Kind" }, required: true, codes: hazardKind, width: 90 },
    level: { kind: "code", label: { zh: "等级", en: "Level" }, required: true, codes: hazardLevel, width: 70 },
    state: { kind: "code", label: { zh: "状态", en: "State" }, codes: hazardState, byAction: true, width: 100 },
    due: { kind: "date", label: { zh: "整改期限", en: "Due" }, byAction: true, width: 110 },
    found: { kind: "date", label: { zh: "发现日期", en: "Found on" }, past: true, width: 110 },
    finder: { kind: "reference", to: "posts", label: { zh: "发现人", en: "Finder" }, width: 120 },
    what: { kind: "longText", label: { zh: "情况", en: "What is wrong" }, max: 2000, width: 220 },
    owner: { kind: "text", label: { zh: "责任单位或责任人", en: "Who must remove it" }, max: 60, width: 140 },
    measure: { kind: "longText", label: { zh: "整改措施", en: "Measure" }, max: 2000, width: 220 },
    ordered: { kind: "date", label: { zh: "责令日期", en: "Ordered on" }, byAction: true, past: true },
    fixed: { kind: "date", label: { zh: "整改日期", en: "Fixed on" }, byAction: true, past: true },
    evidence: { kind: "longText", label: { zh: "整改情况", en: "How it was fixed" }, byAction: true, max: 2000 },
    finding: { kind: "longText", label: { zh: "复查情况", en: "Found on checking" }, byAction: true, max: 2000 },
    closed: { kind: "date", label: { zh: "销号日期", en: "Closed on" }, byAction: true, past: true },
  },
});
