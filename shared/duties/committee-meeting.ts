import { defineDuty } from "../schema/duty.ts";

/** The committee meets every month (S8.22): sums up the last month, plans this one, and studies together. */
export const committeeMeeting = defineDuty({
  name: "D01",
  label: { zh: "居委会例会与学习", en: "Committee meeting and study" },
  rhythm: "month",
  who: ["director"],
  days: "duties.meetingDays",
  late: [{ after: "duties.streetDays", to: ["street"] }],
  evidence: { zh: "会议记录、到会人数、学习内容", en: "Minutes, how many came, what was studied" },
  fulfilment: "record",
  needs: ["attendance", "subject", "evidence"],
});
