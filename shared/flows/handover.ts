import { defineFlow, type FlowState } from "../schema/flow.ts";

/** Whoever may stand on either side of a handover; which of them, the record's own columns say. */
const HANDS = ["director", "cashier", "accountant", "staff"] as const;
const DUE: Pick<FlowState, "due" | "late"> = {
  due: { days: "elections.handoverDays", from: "ended" },
  late: [{ to: ["director", "street"] }],
};

/**
 * Handover (移交, W08; S3.22, S8.21): listed by who leaves, audited, signed by giver and taker, and last by the street,
 * which supervises it. The last signature ends the giver's post and with it every right it gave.
 */
export const handover = defineFlow({
  name: "handover",
  label: { zh: "移交", en: "Handover" },
  register: "handovers",
  state: "state",
  initial: "opened",
  due: "due",
  states: {
    opened: { waitsFor: HANDS, ...DUE },
    listed: { waitsFor: ["street"], ...DUE },
    audited: { waitsFor: HANDS, ...DUE },
    given: { waitsFor: HANDS, ...DUE },
    taken: { waitsFor: ["street"], ...DUE },
    closed: { final: true },
    cancelled: { final: true },
  },
  moves: {
    list: {
      label: { zh: "列出移交清单", en: "List what is handed over" },
      from: ["opened"],
      to: "listed",
      who: [...HANDS, "street"],
      takes: ["taker", "seals", "books", "cashFen", "assets", "files", "openCases", "accounts"],
      needs: ["seals", "books", "cashFen", "assets", "files", "openCases", "accounts"],
    },
    audit: {
      label: { zh: "登记离任审计", en: "Enter the audit" },
      from: ["listed"],
      to: "audited",
      who: ["street"],
      takes: ["auditor", "auditReport", "auditFindings"],
      needs: ["auditor", "auditReport"],
      on: "audited",
    },
    give: {
      label: { zh: "移交人签字", en: "Sign as giver" },
      from: ["audited"],
      to: "given",
      who: HANDS,
      by: "giverAccount",
    },
    giveFor: {
      label: { zh: "登记移交人纸面签字", en: "Giver has signed on paper" },
      from: ["audited"],
      to: "given",
      who: ["street"],
      reason: true,
    },
    take: {
      label: { zh: "接收人签字", en: "Sign as taker" },
      from: ["given"],
      to: "taken",
      who: HANDS,
      by: "takerAccount",
      notBy: ["give"],
      takes: ["taker"],
      needs: ["taker"],
    },
    takeFor: {
      label: { zh: "登记接收人纸面签字", en: "Taker has signed on paper" },
      from: ["given"],
      to: "taken",
      who: ["street"],
      takes: ["taker"],
      needs: ["taker"],
      reason: true,
    },
    close: {
      label: { zh: "监交人签字，移交完成", en: "Sign as supervisor and close" },
      from: ["taken"],
      to: "closed",
      who: ["street"],
      notBy: ["give", "take"],
      on: "supervised",
    },
    relist: {
      label: { zh: "退回重列", en: "Return, to be listed anew" },
      from: ["listed", "audited"],
      to: "opened",
      who: ["street"],
      reason: true,
    },
    cancel: {
      label: { zh: "撤销", en: "Cancel" },
      from: ["opened", "listed", "audited", "given", "taken"],
      to: "cancelled",
      who: ["street"],
      reason: true,
    },
  },
  locked: ["listed", "audited", "given", "taken", "closed", "cancelled"],
});
