import { defineFlow } from "../schema/flow.ts";

const STAFF = ["staff"] as const;
/** What is late goes to the director at once, and after another while to the street. */
const LATE = [{ to: ["director"] }, { after: "cases.streetDays", to: ["street"] }] as const;

/**
 * Opinions, supervision, reports, requests (W03; S6.7, S6.8, S8.7): received, classified by class and addressee, sent
 * on or answered directly, answered in time, rated by the resident.
 */
export const opinion = defineFlow({
  name: "opinion",
  label: { zh: "意见办理", en: "Opinions" },
  register: "cases",
  state: "state",
  when: { field: "type", in: ["opinion", "supervision", "petition", "report", "help", "consult"] },
  initial: "received",
  due: "due",
  kept: true,
  on: "received",
  states: {
    received: { waitsFor: STAFF, due: { days: "cases.classifyDays", working: true }, late: LATE },
    classified: { waitsFor: STAFF, due: { days: "cases.answerDays", from: "received" }, late: LATE },
    sent: { waitsFor: STAFF, due: { days: "cases.answerDays" }, late: LATE },
    answered: { waitsFor: ["resident"], due: { days: "cases.rateDays" }, passes: "neutral" },
    rated: { waitsFor: STAFF, due: { days: "cases.classifyDays", working: true }, late: LATE },
    closed: { final: true },
    cancelled: { final: true },
  },
  moves: {
    classify: {
      label: { zh: "分类", en: "Classify" },
      from: ["received"],
      to: "classified",
      who: STAFF,
      takes: ["type", "subtype", "addressee", "level", "workingGroup", "dutyTag", "affairs"],
      needs: ["addressee"],
      on: "classified",
    },
    send: {
      label: { zh: "转交", en: "Send on" },
      from: ["classified"],
      to: "sent",
      who: STAFF,
      takes: ["addressee", "sentTo", "receipt"],
      needs: ["sentTo"],
      on: "sent",
    },
    answer: {
      label: { zh: "答复", en: "Answer" },
      from: ["classified", "sent"],
      to: "answered",
      who: STAFF,
      takes: ["answer"],
      needs: ["answer"],
      on: "answered",
    },
    rate: {
      label: { zh: "评价", en: "Rate" },
      from: ["answered"],
      to: "rated",
      who: ["resident"],
      takes: ["satisfied"],
      needs: ["satisfied"],
    },
    neutral: {
      label: { zh: "到期未评价", en: "Not rated in time" },
      from: ["answered"],
      to: "closed",
      who: ["clock"],
      sets: () => ({ satisfied: "3" }),
      on: "closed",
    },
    close: {
      label: { zh: "办结", en: "Close" },
      from: ["rated"],
      to: "closed",
      who: STAFF,
      on: "closed",
    },
    cancel: {
      label: { zh: "撤销", en: "Cancel" },
      from: ["received", "classified", "sent", "answered", "rated"],
      to: "cancelled",
      who: ["director"],
      reason: true,
      on: "closed",
    },
  },
  locked: ["rated", "closed", "cancelled"],
});
