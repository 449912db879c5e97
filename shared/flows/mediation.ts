import { defineFlow } from "../schema/flow.ts";

const STAFF = ["staff"] as const;
const LATE = [{ to: ["director"] }, { after: "cases.streetDays", to: ["street"] }] as const;

/**
 * Mediation (人民调解, W02; S5.1, S8.9): both sides written down, heard as often as it takes, agreed or advised to go to
 * court, and looked at again a month later. Free of charge.
 */
export const mediation = defineFlow({
  name: "mediation",
  label: { zh: "纠纷调解", en: "Mediation" },
  register: "cases",
  state: "state",
  when: { field: "type", in: ["mediation"] },
  initial: "received",
  due: "due",
  on: "received",
  states: {
    received: { waitsFor: STAFF, due: { days: "cases.classifyDays", working: true }, late: LATE },
    accepted: { waitsFor: STAFF, due: { days: "cases.mediationDays", from: "accepted" }, late: LATE },
    talked: { waitsFor: STAFF, due: { days: "cases.mediationDays", from: "accepted" }, late: LATE },
    agreed: { waitsFor: STAFF, due: { days: "cases.checkDays" }, late: LATE },
    failed: { waitsFor: STAFF, due: { days: "cases.classifyDays", working: true }, late: LATE },
    checked: { waitsFor: STAFF, due: { days: "cases.classifyDays", working: true }, late: LATE },
    referred: { final: true },
    closed: { final: true },
    cancelled: { final: true },
  },
  moves: {
    accept: {
      label: { zh: "受理", en: "Accept" },
      from: ["received"],
      to: "accepted",
      who: STAFF,
      takes: ["parties", "place", "mediator"],
      needs: ["parties"],
      on: "accepted",
    },
    talk: {
      label: { zh: "调解一次", en: "Mediate once" },
      from: ["accepted", "talked"],
      to: "talked",
      who: STAFF,
      takes: ["said", "advice"],
      needs: ["said"],
    },
    agree: {
      label: { zh: "达成协议", en: "Agreed" },
      from: ["talked"],
      to: "agreed",
      who: STAFF,
      takes: ["advice", "agreement"],
      needs: ["advice", "agreement"],
      sets: () => ({ outcome: "agreed" }),
    },
    fail: {
      label: { zh: "未达成，建议诉讼", en: "Not agreed, advised to go to court" },
      from: ["talked"],
      to: "failed",
      who: STAFF,
      takes: ["advice"],
      needs: ["advice"],
      sets: () => ({ outcome: "not" }),
    },
    check: {
      label: { zh: "回访", en: "Visit again" },
      from: ["agreed"],
      to: "checked",
      who: STAFF,
      takes: ["visit"],
      needs: ["visit"],
    },
    close: {
      label: { zh: "办结", en: "Close" },
      from: ["checked", "failed"],
      to: "closed",
      who: STAFF,
      on: "closed",
    },
    refer: {
      label: { zh: "移交", en: "Refer" },
      from: ["received", "accepted", "talked"],
      to: "referred",
      who: STAFF,
      takes: ["sentTo"],
      needs: ["sentTo"],
      sets: (_values, today) => ({ outcome: "referred", sent: today }),
      on: "closed",
    },
    withdraw: {
      label: { zh: "当事人撤回", en: "Withdrawn by the parties" },
      from: ["received", "accepted", "talked"],
      to: "closed",
      who: STAFF,
      reason: true,
      sets: () => ({ outcome: "withdrawn" }),
      on: "closed",
    },
    cancel: {
      label: { zh: "撤销", en: "Cancel" },
      from: ["received", "accepted", "talked", "agreed", "failed", "checked"],
      to: "cancelled",
      who: ["director"],
      reason: true,
      on: "closed",
    },
  },
  locked: ["referred", "closed", "cancelled"],
});
