import { defineDuty } from "../schema/duty.ts";

/** A drill with residents and units every year (S4.14): an event of that kind that was held shows it. */
export const drill = defineDuty({
  name: "D09",
  label: { zh: "年度应急演练", en: "Yearly drill" },
  rhythm: "year",
  who: ["director", "security"],
  days: "duties.yearlyDays",
  late: [{ after: "duties.streetDays", to: ["street"] }],
  evidence: { zh: "演练活动（科目、人数、总结）", en: "The drill: what was rehearsed, how many, lessons" },
  fulfilment: "list",
  shownBy: {
    register: "events",
    on: "gather",
    when: ({ kind, status }) => kind === "drill" && status === "held",
  },
});
