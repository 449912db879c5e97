import { isAdopted } from "../rules/proposal.ts";
import { defineDuty } from "../schema/duty.ts";

/** Budget and final accounts go before the representatives every year (年度预决算, S7.7): an adopted proposal shows it. */
export const budget = defineDuty({
  name: "D07",
  label: { zh: "年度预算和决算提交表决", en: "Yearly budget and final accounts" },
  rhythm: "year",
  who: ["director"],
  days: "duties.yearlyDays",
  late: [{ after: "duties.streetDays", to: ["street"] }],
  evidence: { zh: "居民代表会议通过的议题（预算和决算）", en: "A proposal of that class, adopted" },
  fulfilment: "list",
  shownBy: {
    register: "proposals",
    on: "decidedOn",
    when: ({ class: of, state }) => of === "budget" && isAdopted(state),
  },
});

/** So do the plan of work and the report on it (年度计划和工作报告, S7.7). */
export const workPlan = defineDuty({
  name: "D07-work",
  label: { zh: "年度工作计划和报告提交表决", en: "Yearly plan and report" },
  rhythm: "year",
  who: ["director"],
  days: "duties.yearlyDays",
  late: [{ after: "duties.streetDays", to: ["street"] }],
  evidence: { zh: "居民代表会议通过的议题（工作计划和报告）", en: "A proposal of that class, adopted" },
  fulfilment: "list",
  shownBy: {
    register: "proposals",
    on: "decidedOn",
    when: ({ class: of, state }) => of === "work" && isAdopted(state),
  },
});
