import { defineDuty } from "../schema/duty.ts";

/** Group leaders and above meet every quarter to hear what residents say (S8.23); opinions become cases. */
export const groupLeadersMeeting = defineDuty({
  name: "D02",
  label: { zh: "居民组长以上会议", en: "Meeting of group leaders and above" },
  rhythm: "quarter",
  who: ["director"],
  days: "duties.meetingDays",
  late: [{ after: "duties.streetDays", to: ["street"] }],
  evidence: {
    zh: "会议记录、到会人数；听取的意见登记为事项",
    en: "Minutes, how many came; opinions heard are entered as cases",
  },
  fulfilment: "record",
  needs: ["attendance", "evidence"],
});
