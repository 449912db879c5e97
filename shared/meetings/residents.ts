import { defineMeeting } from "../schema/meeting.ts";

/** All residents of voting age meet (居民会议, S6.4). */
export const residents = defineMeeting({
  name: "residents",
  label: { zh: "居民会议（全体居民）", en: "Residents' meeting (all residents)" },
  roll: { kind: "adults" },
  quorum: "meetings.residentsQuorum",
});

/** One person of each household meets (户代表会议, S6.4). */
export const households = defineMeeting({
  name: "households",
  label: { zh: "居民会议（户代表）", en: "Residents' meeting (households)" },
  roll: { kind: "households" },
  quorum: "meetings.residentsQuorum",
});
