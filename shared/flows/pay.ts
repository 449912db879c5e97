import { defineFlow } from "../schema/flow.ts";

/** A line of the pay sheet (工资发放, S9.15): written by the cashier, approved by the director, paid with a voucher. */
export const pay = defineFlow({
  name: "pay",
  label: { zh: "工资发放", en: "Pay" },
  register: "pay-sheets",
  state: "state",
  initial: "draft",
  states: { draft: { waitsFor: ["director"] }, approved: { waitsFor: ["cashier"] }, paid: { final: true } },
  moves: {
    approve: {
      label: { zh: "同意", en: "Approve" },
      from: ["draft"],
      to: "approved",
      who: ["director"],
      notBy: ["create"],
    },
    return: { label: { zh: "退回", en: "Return" }, from: ["approved"], to: "draft", who: ["director"], reason: true },
    pay: {
      label: { zh: "登记发放", en: "Paid" },
      from: ["approved"],
      to: "paid",
      who: ["cashier"],
      takes: ["voucher"],
      needs: ["voucher"],
      on: "paidOn",
    },
  },
  locked: ["approved", "paid"],
});
