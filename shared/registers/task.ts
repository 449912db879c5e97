import { department, dutyTag, specialWork, taskDecision, taskGround, taskState } from "../codes/task.ts";
import { taskProblems } from "../rules/task.ts";
import { defineRegister } from "../schema/register.ts";

/**
 * Tasks from above (工作准入登记, R14; S2.3, S8.5, S9.23, S9.24): what departments hand down, on what authority, with or
 * without money, and what the committee answered. About offices, never about a person.
 */
export const tasks = defineRegister({
  name: "tasks",
  label: { zh: "上级交办任务", en: "Tasks from above" },
  title: ["title"],
  frozen: ["title", "state"],
  fields: {
    title: { kind: "text", label: { zh: "任务名称", en: "Task" }, required: true, max: 120, width: 240 },
    state: { kind: "code", label: { zh: "状态", en: "State" }, codes: taskState, byAction: true, width: 130 },
    department: {
      kind: "code",
      label: { zh: "交办部门", en: "Department" },
      required: true,
      codes: department,
      width: 110,
    },
    special: {
      kind: "code",
      label: { zh: "专项工作", en: "Special work" },
      codes: specialWork,
      width: 120,
    },
    received: { kind: "date", label: { zh: "收到日期", en: "Received" }, past: true, width: 110 },
    basis: { kind: "text", label: { zh: "文件依据", en: "On what paper" }, max: 200, width: 180 },
    uniform: { kind: "boolean", label: { zh: "政府统一安排", en: "Arranged by the government" }, width: 110 },
    withinDuty: { kind: "boolean", label: { zh: "属居委会职责", en: "Within the duties" }, width: 110 },
    responsibilityLetter: { kind: "boolean", label: { zh: "签责任书", en: "By responsibility letter" }, width: 90 },
    due: { kind: "date", label: { zh: "完成期限", en: "To be done by" }, width: 110 },
    fundsDue: { kind: "money", label: { zh: "应拨经费（元）", en: "Funds due (yuan)" }, min: 0, width: 120 },
    fundsPaid: { kind: "money", label: { zh: "已到经费（元）", en: "Funds received (yuan)" }, min: 0, width: 120 },
    fundsBooked: {
      kind: "money",
      label: { zh: "已入账经费（元）", en: "Funds in the books (yuan)" },
      byAction: true,
      width: 120,
    },
    answerBy: { kind: "date", label: { zh: "办理期限", en: "Next step by" }, byAction: true, width: 110 },
    decision: {
      kind: "code",
      label: { zh: "准入决定", en: "Decision" },
      codes: taskDecision,
      byAction: true,
      width: 110,
    },
    checked: { kind: "date", label: { zh: "审查日期", en: "Checked on" }, byAction: true, past: true, width: 110 },
    decided: { kind: "date", label: { zh: "决定日期", en: "Decided on" }, byAction: true, past: true, width: 110 },
    ground: { kind: "code", label: { zh: "理由", en: "Ground" }, codes: taskGround, byAction: true, width: 140 },
    why: { kind: "longText", label: { zh: "说明", en: "In words" }, byAction: true, max: 1000, width: 200 },
    dutyTag: { kind: "codes", label: { zh: "职责类别", en: "Duty" }, codes: dutyTag, width: 140 },
    result: { kind: "longText", label: { zh: "完成情况", en: "Result" }, byAction: true, max: 2000, width: 200 },
    waived: { kind: "boolean", label: { zh: "经费免拨", en: "Funds waived" }, byAction: true, width: 90 },
    closed: { kind: "date", label: { zh: "办结日期", en: "Closed on" }, byAction: true, past: true, width: 110 },
  },
  check: taskProblems,
});
