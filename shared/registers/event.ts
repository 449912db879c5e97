import { audience, eventKind, eventStatus, into } from "../codes/event.ts";
import { dutyTag } from "../codes/task.ts";
import type { FieldProblem } from "../contract/refusal.ts";
import { itineraryProblems } from "../rules/itinerary.ts";
import type { Values } from "../schema/field.ts";
import { defineRegister } from "../schema/register.ts";

/** Community events (社区活动, S1.1): trips, drills, lectures, with places, stops and a closing rule. */
export const events = defineRegister({
  name: "events",
  label: { zh: "社区活动", en: "Community events" },
  title: ["title"],
  frozen: ["title"],
  fields: {
    title: { kind: "text", label: { zh: "名称", en: "Title" }, required: true, max: 80, width: 220 },
    kind: { kind: "code", label: { zh: "类型", en: "Kind" }, required: true, codes: eventKind },
    dutyTag: { kind: "codes", label: { zh: "职责类别", en: "Duty" }, codes: dutyTag, width: 140 },
    into: { kind: "codes", label: { zh: "四进社区", en: "Brings in" }, codes: into },
    organiser: { kind: "reference", to: "bodies", label: { zh: "主办", en: "Organiser" }, width: 160 },
    coOrganisers: { kind: "text", label: { zh: "协办", en: "Co-organisers" }, max: 120 },
    units: {
      kind: "references",
      to: "bodies",
      label: { zh: "参加单位", en: "Units that take part" },
      width: 160,
    },
    target: { kind: "codes", label: { zh: "参加对象", en: "For" }, codes: audience },
    gather: { kind: "dateTime", label: { zh: "集合时间", en: "Gathering" }, required: true, width: 140 },
    place: { kind: "text", label: { zh: "集合地点", en: "Place" }, required: true, max: 120, width: 180 },
    end: { kind: "dateTime", label: { zh: "结束时间", en: "End" }, required: true, width: 140 },
    stops: {
      kind: "rows",
      label: { zh: "行程", en: "Itinerary" },
      max: 40,
      width: 200,
      fields: {
        time: { kind: "time", label: { zh: "时间", en: "Time" } },
        place: { kind: "text", label: { zh: "地点", en: "Place" }, max: 80 },
        activity: { kind: "text", label: { zh: "内容", en: "Activity" }, max: 120 },
      },
    },
    capacity: { kind: "integer", label: { zh: "名额", en: "Places" }, min: 0, max: 100_000 },
    closeDays: {
      kind: "integer",
      label: { zh: "提前截止（天）", en: "Closes (days before)" },
      min: 0,
      max: 60,
      initial: 2,
    },
    perPhoneMax: { kind: "integer", label: { zh: "每号人数上限", en: "Most per phone" }, min: 1, max: 50, initial: 1 },
    minAge: { kind: "integer", label: { zh: "最低年龄", en: "Least age" }, min: 0, max: 120 },
    fee: { kind: "money", label: { zh: "费用（元）", en: "Fee (yuan)" }, min: 0, initial: 0 },
    vehicles: {
      kind: "rows",
      label: { zh: "车辆", en: "Vehicles" },
      max: 40,
      fields: {
        plate: { kind: "text", label: { zh: "车牌", en: "Plate" }, required: true, max: 20 },
        seats: { kind: "integer", label: { zh: "座位", en: "Seats" }, required: true, min: 1, max: 200 },
      },
    },
    scenario: { kind: "longText", label: { zh: "演练科目", en: "What was rehearsed" }, max: 1000, width: 180 },
    attended: { kind: "integer", label: { zh: "实到人数", en: "Persons who came" }, min: 0, max: 100_000 },
    lessons: { kind: "longText", label: { zh: "总结与改进", en: "Lessons" }, max: 2000, width: 180 },
    commercialStop: { kind: "boolean", label: { zh: "含购物点", en: "Visits a shop" } },
    status: { kind: "code", label: { zh: "状态", en: "Status" }, codes: eventStatus, initial: "planned" },
  },
  check: (values) => [
    ...(values.gather && values.end && values.end < values.gather ? [{ path: "end", code: "before-start" }] : []),
    ...itineraryProblems(values),
    ...drillProblems(values),
  ],
});

/** A drill that has been held says what was rehearsed, with how many, and what was learnt (S4.14). */
function drillProblems({ kind, status, ...values }: Values): FieldProblem[] {
  if (kind !== "drill" || status !== "held") return [];
  const missing = ["scenario", "attended", "lessons"].filter((path) => (values[path] ?? "") === "");
  return missing.map((path) => ({ path, code: "required" }));
}
