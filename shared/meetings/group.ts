import { defineMeeting } from "../schema/meeting.ts";

/** A resident group meets, one person for each household (居民小组户代表会议, S6.2, S6.4). */
export const group = defineMeeting({
  name: "group",
  label: { zh: "居民小组会议（户代表）", en: "Resident group's meeting (households)" },
  roll: { kind: "households", ofGroup: true },
  quorum: "meetings.groupQuorum",
});

/** Everybody of age in a resident group meets (居民小组全体会议, S6.4). */
export const groupAdults = defineMeeting({
  name: "group-adults",
  label: { zh: "居民小组会议（全体居民）", en: "Resident group's meeting (all residents)" },
  roll: { kind: "adults", ofGroup: true },
  quorum: "meetings.groupQuorum",
});

/** The representatives of a resident group meet (居民小组代表会议, S6.4). */
export const groupRepresentatives = defineMeeting({
  name: "group-representatives",
  label: { zh: "居民小组会议（小组代表）", en: "Resident group's meeting (representatives)" },
  roll: { kind: "representatives", ofGroup: true },
  quorum: "meetings.groupQuorum",
});
