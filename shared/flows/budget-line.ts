import { defineFlow } from "../schema/flow.ts";

/** A budget line is decided by a budget proposal (年度预算, class 3 of S7.7; L16); what is decided changes by another one. */
export const budgetLine = defineFlow({
  name: "budget-line",
  label: { zh: "预算批准", en: "Budget" },
  register: "budget-lines",
  state: "state",
  initial: "planned",
  states: {
    planned: { waitsFor: ["director"] },
    decided: { final: true },
  },
  moves: {
    decide: {
      label: { zh: "登记批准", en: "Enter the decision" },
      from: ["planned"],
      to: "decided",
      who: ["director"],
      takes: ["decidedBy"],
      needs: ["decidedBy"],
      on: "decided",
    },
    adjust: {
      label: { zh: "调整预算", en: "Adjust" },
      from: ["decided"],
      to: "planned",
      who: ["director"],
      reason: true,
      sets: () => ({ decidedBy: null }),
    },
  },
  locked: ["decided"],
});
