import { errandState } from "../codes/errand.ts";
import { defineRegister } from "../schema/register.ts";

/** Errands (交办事项, S5.2): what one of the staff asks somebody to do, an intern among others, and what came of it. */
export const errands = defineRegister({
  name: "errands",
  label: { zh: "交办事项", en: "Errands" },
  title: ["title"],
  frozen: ["title"],
  fields: {
    title: { kind: "text", label: { zh: "事项", en: "Errand" }, required: true, max: 80, width: 220 },
    state: { kind: "code", label: { zh: "状态", en: "State" }, codes: errandState, byAction: true, width: 90 },
    assignee: { kind: "reference", to: "posts", label: { zh: "承办人", en: "For" }, required: true, width: 130 },
    what: { kind: "longText", label: { zh: "要求", en: "What to do" }, max: 2000, width: 240 },
    until: { kind: "date", label: { zh: "完成期限", en: "Do it until" }, required: true, width: 110 },
    report: { kind: "longText", label: { zh: "完成情况", en: "What was done" }, byAction: true, max: 2000, width: 240 },
    done: { kind: "date", label: { zh: "完成日期", en: "Done on" }, byAction: true, past: true, width: 110 },
  },
});
