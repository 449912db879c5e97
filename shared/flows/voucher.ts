import { defineFlow, type FlowMove } from "../schema/flow.ts";

const submit: FlowMove = {
  label: { zh: "提交审批", en: "Submit" },
  from: ["draft", "returned"],
  to: "submitted",
  who: ["cashier"],
};
const approve: FlowMove = {
  label: { zh: "同意", en: "Approve" },
  from: ["submitted"],
  to: "approved",
  who: ["director"],
  notBy: ["submit"],
};
const returned: FlowMove = {
  label: { zh: "退回", en: "Return" },
  from: ["submitted"],
  to: "returned",
  who: ["director"],
  reason: true,
};
const reverse: FlowMove = {
  label: { zh: "冲销", en: "Reverse" },
  from: ["approved", "reported", "paid", "imported"],
  to: "reversed",
  who: ["director"],
  reason: true,
};

/**
 * Receipts and transfers (收、转): entered and submitted by the cashier, approved by the director alone, and part of the
 * books from then on.
 */
export const receipt = defineFlow({
  name: "receipt",
  label: { zh: "收款与转账", en: "Receipts and transfers" },
  register: "vouchers",
  state: "state",
  when: { field: "kind", in: ["in", "transfer"] },
  path: "ledger",
  initial: "draft",
  states: {
    draft: { waitsFor: ["cashier"] },
    submitted: { waitsFor: ["director"] },
    returned: { waitsFor: ["cashier"] },
    approved: { final: true },
    reversed: { final: true },
    imported: { final: true },
  },
  moves: { submit, approve, return: returned, reverse: { ...reverse, from: ["approved", "imported"] } },
  locked: ["submitted", "approved", "reversed", "imported"],
});

/**
 * Payments (付, W13): each is approved singly, by the director and nobody else (逐笔审批、一支笔, S8.17). What is major is
 * reported to the town with date and number before the cashier pays (S8.18).
 */
export const expense = defineFlow({
  name: "expense",
  label: { zh: "支出", en: "Expenses" },
  register: "vouchers",
  state: "state",
  when: { field: "kind", in: ["out"] },
  path: "ledger",
  initial: "draft",
  states: {
    draft: { waitsFor: ["cashier"] },
    submitted: { waitsFor: ["director"] },
    returned: { waitsFor: ["cashier"] },
    approved: { waitsFor: ["cashier"] },
    reported: { waitsFor: ["cashier"] },
    paid: { final: true },
    reversed: { final: true },
    imported: { final: true },
  },
  moves: {
    submit,
    approve,
    return: returned,
    report: {
      label: { zh: "登记报备", en: "Report" },
      from: ["approved"],
      to: "reported",
      who: ["cashier", "director"],
      takes: ["reportedOn", "reportNo"],
      needs: ["reportedOn", "reportNo"],
    },
    pay: {
      label: { zh: "付款", en: "Pay" },
      from: ["approved", "reported"],
      to: "paid",
      who: ["cashier"],
    },
    reverse,
  },
  locked: ["submitted", "approved", "reported", "paid", "reversed", "imported"],
});
