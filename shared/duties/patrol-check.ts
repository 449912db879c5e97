import { defineDuty } from "../schema/duty.ts";

/** Duty and patrol are checked regularly (检查值班巡逻, S8.10): a patrol written down in the month shows it. */
export const patrolCheck = defineDuty({
  name: "D14",
  label: { zh: "值班巡逻检查", en: "Check of duty and patrol" },
  rhythm: "month",
  who: ["security", "director"],
  days: "services.patrolDays",
  late: [{ to: ["director"] }, { after: "duties.streetDays", to: ["street"] }],
  evidence: { zh: "巡逻记录（班次、路线、发现的问题）", en: "Patrols: shift, route, what was found" },
  fulfilment: "list",
  shownBy: { register: "inspections", on: "date", when: ({ kind }) => kind === "patrol" },
});
