import { defineFlow } from "../schema/flow.ts";

/**
 * A receipt book's way (收据领用与缴销, L2): entered, opened by the accountant, and given back. From the opening on its range
 * stays; a number is voided by the cashier with a reason.
 */
export const receiptBook = defineFlow({
  name: "receipt-book",
  label: { zh: "收据领用与缴销", en: "Receipt books" },
  register: "receipt-books",
  state: "state",
  initial: "entered",
  states: {
    entered: { waitsFor: ["accountant"] },
    open: {},
    settled: { final: true },
  },
  moves: {
    open: {
      label: { zh: "启用", en: "Open" },
      from: ["entered"],
      to: "open",
      who: ["accountant"],
      on: "opened",
    },
    void: {
      label: { zh: "作废一张", en: "Void a receipt" },
      from: ["open"],
      who: ["cashier", "accountant"],
      takes: ["voidNo"],
      needs: ["voidNo"],
      reason: true,
    },
    settle: {
      label: { zh: "缴销", en: "Give back" },
      from: ["open"],
      to: "settled",
      who: ["accountant"],
      on: "settled",
    },
  },
  locked: ["open", "settled"],
});
