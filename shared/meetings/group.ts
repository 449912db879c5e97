import { defineMeeting } from "../schema/meeting.ts";

/** A resident group meets, one person for each household (居民小组会议, S6.2, S6.4). */
export const group = defineMeeting({
  name: "group",
  label: { zh: "居民小组会议", en: "Resident group's meeting" },
  roll: { kind: "households" },
  quorum: "meetings.groupQuorum",
});
