import { meetingKind, meetingState, officerRole } from "../codes/meeting.ts";
import { isOfGroup } from "../schema/meeting.ts";
import { MEETINGS } from "../schema/meetings.ts";
import { defineRegister } from "../schema/register.ts";

/**
 * Meetings (会议, R27, S2.4, S8.22, S8.23): planned in the sheet, then called, opened and closed by their own actions.
 * Who is entitled is fixed when a meeting is called; who came is taken at the door.
 */
export const meetings = defineRegister({
  name: "meetings",
  label: { zh: "会议", en: "Meetings" },
  title: ["title"],
  frozen: ["title"],
  fields: {
    title: { kind: "text", label: { zh: "名称", en: "Title" }, required: true, max: 80, width: 240 },
    state: { kind: "code", label: { zh: "状态", en: "State" }, codes: meetingState, byAction: true, width: 90 },
    kind: { kind: "code", label: { zh: "种类", en: "Kind" }, required: true, codes: meetingKind, width: 140 },
    at: { kind: "dateTime", label: { zh: "时间", en: "Time" }, required: true, width: 140 },
    place: { kind: "text", label: { zh: "地点", en: "Place" }, max: 120, width: 160 },
    group: { kind: "reference", to: "groups", label: { zh: "居民小组", en: "Resident group" }, width: 130 },
    agenda: { kind: "longText", label: { zh: "议程", en: "Agenda" }, max: 4000, width: 240 },
    officers: {
      kind: "rows",
      label: { zh: "会务分工", en: "Who does what" },
      personal: true,
      max: 60,
      width: 160,
      hint: { zh: "监票人、计票人不能是候选人", en: "Scrutineers and tellers are no candidates" },
      fields: {
        name: { kind: "text", label: { zh: "姓名", en: "Name" }, required: true, max: 60, personal: true },
        role: { kind: "code", label: { zh: "分工", en: "Task" }, codes: officerRole },
      },
    },
    named: {
      kind: "longText",
      label: { zh: "另列应到人员", en: "Entitled by name" },
      personal: true,
      max: 8000,
      width: 180,
      hint: { zh: "一行一人；党员大会的全体党员写在这里", en: "One name a line; all members of a Party meeting" },
    },
    due: { kind: "integer", label: { zh: "应到", en: "Entitled" }, byAction: true, min: 0, width: 70 },
    present: { kind: "integer", label: { zh: "实到", en: "Present" }, byAction: true, min: 0, width: 70 },
    study: { kind: "text", label: { zh: "学习内容", en: "Studied" }, max: 200, width: 160 },
    minutes: { kind: "longText", label: { zh: "会议记录", en: "Minutes" }, max: 4000, width: 240 },
    closed: { kind: "date", label: { zh: "结束日期", en: "Closed on" }, byAction: true, past: true, width: 110 },
  },
  check: ({ kind, group }) => {
    const found = MEETINGS.get(String(kind ?? ""));
    return found && isOfGroup(found) && !group ? [{ path: "group", code: "required" }] : [];
  },
});
