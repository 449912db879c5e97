import { defineDuty } from "../schema/duty.ts";

/** The director checks the work of the others every quarter (检查成员工作, S8.8): an inspection of that kind shows it. */
export const workCheck = defineDuty({
  name: "D21",
  label: { zh: "检查成员工作", en: "Check of the members' work" },
  rhythm: "quarter",
  who: ["director"],
  days: "duties.reviewDays",
  late: [{ after: "duties.streetDays", to: ["street"] }],
  evidence: { zh: "检查记录（类别：成员工作）", en: "An inspection of the members' work" },
  fulfilment: "list",
  shownBy: { register: "inspections", on: "date", when: ({ kind }) => kind === "work" },
});
