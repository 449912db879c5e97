import { disasterKind, disasterState } from "../codes/safety.ts";
import { disasterProblems } from "../rules/disaster.ts";
import type { Field } from "../schema/field.ts";
import { defineRegister } from "../schema/register.ts";

const count = (zh: string, en: string): Field => ({ kind: "integer", label: { zh, en }, min: 0, max: 10_000_000 });

/** Disaster reports (灾情报告, R18; S4.11): the standard form that goes from the officer to the committee to the town. */
export const disasterReports = defineRegister({
  name: "disaster-reports",
  label: { zh: "灾情报告", en: "Disaster reports" },
  title: ["place"],
  frozen: ["place", "state"],
  fields: {
    place: { kind: "text", label: { zh: "地点", en: "Place" }, required: true, max: 120, width: 180 },
    kind: { kind: "code", label: { zh: "灾种", en: "Kind" }, required: true, codes: disasterKind, width: 110 },
    state: { kind: "code", label: { zh: "状态", en: "State" }, codes: disasterState, byAction: true, width: 100 },
    due: { kind: "date", label: { zh: "下一步期限", en: "Due" }, byAction: true, width: 110 },
    start: { kind: "dateTime", label: { zh: "发生时间", en: "Began" }, required: true, width: 140 },
    reporter: {
      kind: "reference",
      to: "posts",
      label: { zh: "灾害信息员", en: "Reported by" },
      required: true,
      width: 120,
    },
    affected: count("受灾人数", "Affected"),
    dead: count("死亡人数", "Dead"),
    missing: count("失踪人数", "Missing"),
    injured: count("受伤人数", "Injured"),
    evacuated: count("转移人数", "Evacuated"),
    collapsedRooms: count("倒塌房屋（间）", "Collapsed rooms"),
    damagedRooms: count("损坏房屋（间）", "Damaged rooms"),
    lossYuan: { kind: "money", label: { zh: "直接损失（元）", en: "Loss (yuan)" }, min: 0 },
    action: { kind: "longText", label: { zh: "采取的措施", en: "Action taken" }, max: 4000, width: 240 },
    followedOn: { kind: "date", label: { zh: "最近续报", en: "Last follow-up" }, byAction: true, past: true },
    sentOn: { kind: "date", label: { zh: "上报日期", en: "Sent to the town on" }, byAction: true, past: true },
    sentNo: { kind: "text", label: { zh: "上报文号", en: "Sent under no." }, byAction: true, max: 60 },
  },
  check: disasterProblems,
});
