import { department, taskDecision } from "../codes/task.ts";
import { withinYearOn } from "../rules/residence.ts";
import { categoriesOf, UNSTATED, withUnstated } from "../schema/categories.ts";
import type { Value } from "../schema/field.ts";
import type { Statistic } from "../schema/statistic.ts";

const TASKS = { unit: { zh: "项", en: "tasks" }, about: "things" } as const;
const FEN = { unit: { zh: "分", en: "fen" }, about: "things", by: [], inner: true } as const;
const YUAN = { times: 0.01, decimals: 2, unit: { zh: "元", en: "yuan" } } as const;
const YES_OR_NO = { yes: { zh: "是", en: "Yes" }, no: { zh: "否", en: "No" }, ...UNSTATED };

/** Tasks from above (上级交办任务, T11; S8.5, S9.23, S9.24): how many, from whom, answered how, and with what money. */
export const tasks: Statistic = {
  name: "T11",
  label: { zh: "上级交办任务", en: "Tasks from above" },
  definition: {
    zh: "近12个月收到、未撤回的任务，按交办部门、准入决定、是否政府统一安排、是否签责任书分。交办部门数为有任务的部门个数。应拨经费不含已拒绝和免拨的任务。",
    en: "Tasks received within the last twelve months and not withdrawn, by department, decision, whether arranged by the government and whether by responsibility letter. Departments are those with any task. Funds due are without tasks that were refused or whose funds were waived.",
  },
  measures: {
    tasks: { zh: "任务", en: "Tasks", ...TASKS },
    fundsDueFen: { zh: "应拨经费", en: "Funds due", ...FEN },
    fundsPaidFen: { zh: "已到经费", en: "Funds received", ...FEN },
  },
  ratios: {
    departments: {
      zh: "交办部门",
      en: "Departments",
      part: { measure: "tasks", filled: "department" },
      times: 1,
      decimals: 0,
      unit: { zh: "个部门", en: "departments" },
    },
    fundsDue: { zh: "应拨经费", en: "Funds due", part: "fundsDueFen", ...YUAN },
    fundsPaid: { zh: "已到经费", en: "Funds received", part: "fundsPaidFen", ...YUAN },
    fundsShare: { zh: "经费到位率", en: "Share of funds received", part: "fundsPaidFen", whole: "fundsDueFen" },
  },
  apart: true,
  dimensions: [
    { key: "department", label: { zh: "交办部门", en: "Department" }, categories: categoriesOf(department) },
    { key: "decision", label: { zh: "准入决定", en: "Decision" }, categories: withUnstated(taskDecision) },
    { key: "uniform", label: { zh: "政府统一安排", en: "Arranged by the government" }, categories: YES_OR_NO },
    { key: "letter", label: { zh: "签责任书", en: "By responsibility letter" }, categories: YES_OR_NO },
  ],
  registers: ["tasks"],
  count: (_, values, day) => {
    const { isThere, changesOn } = withinYearOn(day, values.received);
    if (!isThere || values.state === "cancelled") return { cells: [], changesOn };
    const isOwed = values.decision !== "refuse" && values.waived !== true;
    const at = {
      department: String(values.department),
      decision: typeof values.decision === "string" ? values.decision : "unstated",
      uniform: answerOf(values.uniform),
      letter: answerOf(values.responsibilityLetter),
    };
    const amounts = {
      tasks: 1,
      fundsDueFen: isOwed ? fen(values.fundsDue) : 0,
      fundsPaidFen: isOwed ? Math.min(fen(values.fundsPaid), fen(values.fundsDue)) : 0,
    };
    return { cells: [{ at, amounts }], changesOn };
  },
};

function answerOf(value: Value | undefined): string {
  return typeof value === "boolean" ? (value ? "yes" : "no") : "unstated";
}

function fen(value: Value | undefined): number {
  return typeof value === "number" ? value : 0;
}
