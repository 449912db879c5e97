import { isDisplayOf } from "../rules/aid.ts";
import { type Condition, defineFlow } from "../schema/flow.ts";

const STAFF = ["staff"] as const;
const LATE = [{ to: ["director"] }, { after: "aid.streetDays", to: ["street"] }] as const;
/** The whole way to a decision has one time limit, counted from the application. */
const DECISION = { days: "aid.decideDays", from: "applied" } as const;

/** Made public with this household among others, and noted where it hangs. */
const displayed: Condition = {
  shown: "publications",
  when: (row, { id, values }) =>
    isDisplayOf(row, id) &&
    (row.state === "posted" || row.state === "archived") &&
    String(row.from) >= String(values.sentOn ?? "") &&
    Array.isArray(row.postings) &&
    row.postings.length > 0,
  code: "aid-not-displayed",
};
const displayOver: Condition = {
  none: "publications",
  when: (row, { id }) => isDisplayOf(row, id) && row.state === "posted",
  code: "aid-still-displayed",
};
const OBJECTED: ReadonlySet<unknown> = new Set(["answered", "rated", "closed", "cancelled"]);
const noObjection: Condition = {
  none: "cases",
  when: (row, { id }) => row.application === id && !OBJECTED.has(row.state),
  code: "aid-objection-open",
};

/**
 * An application for aid (低保申请, W04, S8.13): applied, visited by two, neighbours heard, sent to the street, displayed
 * for its days, decided by the county, and looked at again every year.
 */
export const aidApplication = defineFlow({
  name: "aid-application",
  label: { zh: "救助申请", en: "Application for aid" },
  register: "aid-applications",
  state: "state",
  initial: "applied",
  due: "due",
  on: "applied",
  inOrder: true,
  states: {
    applied: { waitsFor: STAFF, due: { days: "aid.visitDays", from: "applied" }, late: LATE },
    visited: { waitsFor: STAFF, due: DECISION, late: LATE },
    heard: { waitsFor: STAFF, due: DECISION, late: LATE },
    sent: { waitsFor: STAFF, due: DECISION, late: LATE },
    displayed: { waitsFor: STAFF, due: DECISION, late: LATE },
    granted: { waitsFor: STAFF, due: { days: "aid.reviewDays", from: "decidedOn" }, late: LATE },
    reviewed: { waitsFor: STAFF, due: { days: "aid.reviewDays", from: "reviewedOn" }, late: LATE },
    refused: { final: true },
    ended: { final: true },
    withdrawn: { final: true },
  },
  moves: {
    visit: {
      label: { zh: "入户核查", en: "Visited" },
      from: ["applied"],
      to: "visited",
      who: STAFF,
      takes: ["visits", "income"],
      needs: ["visits"],
    },
    hear: {
      label: { zh: "听取邻里意见", en: "Hear the neighbours" },
      from: ["visited"],
      to: "heard",
      who: STAFF,
      takes: ["neighbours"],
      needs: ["neighbours"],
    },
    send: {
      label: { zh: "上报街道", en: "Send to the street" },
      from: ["heard"],
      to: "sent",
      who: STAFF,
      takes: ["papers", "aidClass", "persons", "amount", "sentNo"],
      needs: ["papers", "amount", "sentNo"],
      on: "sentOn",
    },
    display: {
      label: { zh: "登记公示", en: "Displayed" },
      from: ["sent"],
      to: "displayed",
      who: STAFF,
      before: [displayed],
      on: "displayedOn",
    },
    grant: {
      label: { zh: "登记批准", en: "Granted" },
      from: ["displayed"],
      to: "granted",
      who: STAFF,
      before: [displayOver, noObjection],
      takes: ["persons", "amount", "decisionNo", "fileNo"],
      needs: ["decisionNo", "fileNo"],
      on: "decidedOn",
    },
    refuse: {
      label: { zh: "登记未批准", en: "Refused" },
      from: ["sent", "displayed"],
      to: "refused",
      who: STAFF,
      takes: ["decisionNo"],
      needs: ["decisionNo"],
      reason: true,
      on: "decidedOn",
      sets: (_values, today) => ({ closed: today }),
    },
    review: {
      label: { zh: "年审", en: "Review" },
      from: ["granted", "reviewed"],
      to: "reviewed",
      who: STAFF,
      takes: ["persons", "amount", "income", "finding"],
      needs: ["finding"],
      on: "reviewedOn",
    },
    end: {
      label: { zh: "停止救助", en: "End the aid" },
      from: ["granted", "reviewed"],
      to: "ended",
      who: STAFF,
      reason: true,
      on: "closed",
    },
    withdraw: {
      label: { zh: "申请人撤回", en: "Withdrawn by the applicant" },
      from: ["applied", "visited", "heard", "sent", "displayed"],
      to: "withdrawn",
      who: STAFF,
      reason: true,
      on: "closed",
    },
  },
  // Whom two have visited is who applied; what was sent up is what is displayed and decided.
  locked: ["visited", "heard", "sent", "displayed", "granted", "reviewed", "refused", "ended", "withdrawn"],
});
