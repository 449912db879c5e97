import { defineFlow } from "../schema/flow.ts";

const STAFF = ["staff"] as const;
const LATE = [{ to: ["director"] }, { after: "tasks.streetDays", to: ["street"] }] as const;
const OWN_DUE = { days: "tasks.afterDueDays", from: "due" } as const;

/**
 * Task admission (社区工作准入, W05; S2.3, S8.5, S9.24): whoever hands a task down shows authority and money; the clerk
 * checks, the director alone accepts, objects or refuses, and it ends when its funds are there or waived.
 */
export const task = defineFlow({
  name: "task",
  label: { zh: "工作准入", en: "Task admission" },
  register: "tasks",
  state: "state",
  initial: "received",
  due: "answerBy",
  on: "received",
  states: {
    received: { waitsFor: STAFF, due: { days: "tasks.checkDays", working: true }, late: LATE },
    checked: { waitsFor: ["director"], due: { days: "tasks.decideDays", working: true }, late: LATE },
    accepted: { waitsFor: STAFF, due: OWN_DUE, late: LATE },
    objected: { waitsFor: STAFF, due: OWN_DUE, late: LATE },
    doing: { waitsFor: STAFF, due: OWN_DUE, late: LATE },
    done: { waitsFor: ["accountant"] },
    closed: { final: true },
    refused: { final: true },
    cancelled: { final: true },
  },
  moves: {
    check: {
      label: { zh: "审查完毕", en: "Checked" },
      from: ["received"],
      to: "checked",
      who: STAFF,
      takes: ["uniform", "withinDuty", "basis", "due", "fundsDue", "dutyTag"],
      needs: ["uniform", "withinDuty"],
      on: "checked",
    },
    accept: {
      label: { zh: "接受", en: "Accept" },
      from: ["checked"],
      to: "accepted",
      who: ["director"],
      takes: ["due"],
      sets: () => ({ decision: "accept" }),
      on: "decided",
    },
    object: {
      label: { zh: "有异议接受", en: "Accept with objection" },
      from: ["checked"],
      to: "objected",
      who: ["director"],
      takes: ["ground", "why", "due"],
      needs: ["ground", "why"],
      sets: () => ({ decision: "objection" }),
      on: "decided",
    },
    refuse: {
      label: { zh: "拒绝", en: "Refuse" },
      from: ["checked"],
      to: "refused",
      who: ["director"],
      takes: ["ground", "why"],
      needs: ["ground", "why"],
      sets: () => ({ decision: "refuse" }),
      on: "decided",
    },
    start: {
      label: { zh: "开始办理", en: "Start" },
      from: ["accepted", "objected"],
      to: "doing",
      who: STAFF,
      takes: ["dutyTag"],
    },
    finish: {
      label: { zh: "办理完成", en: "Done" },
      from: ["accepted", "objected", "doing"],
      to: "done",
      who: STAFF,
      takes: ["result", "fundsPaid"],
      needs: ["result"],
    },
    close: {
      label: { zh: "办结", en: "Close" },
      from: ["done"],
      to: "closed",
      who: ["accountant", "director"],
      takes: ["fundsPaid"],
      on: "closed",
    },
    waive: {
      label: { zh: "经费免拨，办结", en: "Waive the funds and close" },
      from: ["done"],
      to: "closed",
      who: ["director"],
      reason: true,
      sets: () => ({ waived: true }),
      on: "closed",
    },
    cancel: {
      label: { zh: "部门撤回", en: "Withdrawn by the department" },
      from: ["received", "checked", "accepted", "objected", "doing"],
      to: "cancelled",
      who: ["director"],
      reason: true,
      on: "closed",
    },
  },
  locked: ["closed", "refused", "cancelled"],
});
