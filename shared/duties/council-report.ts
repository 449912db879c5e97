import { defineDuty } from "../schema/duty.ts";

/** The director reports to the council every half-year (主任向议事会报告工作, S8.8): its meeting shows it. */
export const councilReport = defineDuty({
  name: "D18",
  label: { zh: "主任向议事会报告工作", en: "Director's report to the council" },
  rhythm: "half-year",
  who: ["director"],
  days: "duties.reviewDays",
  late: [{ to: ["council"] }, { after: "duties.streetDays", to: ["street"] }],
  evidence: { zh: "议事会会议记录、到会人数", en: "Minutes of the council's meeting, how many came" },
  fulfilment: "record",
  needs: ["attendance", "evidence"],
});
