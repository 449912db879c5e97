import { defineFlow, type FlowState } from "../schema/flow.ts";

const AUDITED = ["director", "cashier", "accountant"] as const;
const late: FlowState["late"] = [{ to: ["director", "street"] }];

/**
 * An audit (审计, S8.24): the street enters what the auditors found, those who were audited say what they corrected, and
 * the street signs it off, at once where there was nothing to correct.
 */
export const audit = defineFlow({
  name: "audit",
  label: { zh: "审计", en: "Audit" },
  register: "audits",
  state: "state",
  initial: "ordered",
  kept: true,
  due: "due",
  states: {
    ordered: { waitsFor: ["street"], due: { days: "ledger.auditDays", from: "until" }, late },
    reported: { waitsFor: AUDITED, due: { days: "ledger.correctionDays" }, late },
    corrected: { waitsFor: ["street"] },
    closed: { final: true },
    cancelled: { final: true },
  },
  moves: {
    report: {
      label: { zh: "登记审计报告", en: "Enter the report" },
      from: ["ordered"],
      to: "reported",
      who: ["street"],
      takes: ["auditor", "auditors", "reportNo", "findings", "corrections"],
      needs: ["auditor", "auditors", "reportNo", "findings"],
      on: "audited",
    },
    correct: {
      label: { zh: "登记整改情况", en: "Enter what was corrected" },
      from: ["reported"],
      to: "corrected",
      who: AUDITED,
      takes: ["corrected"],
      needs: ["corrected"],
      on: "correctedOn",
    },
    return: {
      label: { zh: "退回整改", en: "Return to be corrected" },
      from: ["corrected"],
      to: "reported",
      who: ["street"],
      reason: true,
    },
    sign: {
      label: { zh: "签字办结", en: "Sign and close" },
      from: ["reported", "corrected"],
      to: "closed",
      who: ["street"],
      notBy: ["correct"],
      on: "signed",
    },
    cancel: { label: { zh: "取消", en: "Cancel" }, from: ["ordered"], to: "cancelled", who: ["street"], reason: true },
  },
  locked: ["reported", "corrected", "closed", "cancelled"],
});
