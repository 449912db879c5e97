import { defineMeeting } from "../schema/meeting.ts";

/** All Party members meet (党员大会, S3.17). The Party keeps its own list; its names are written down with the meeting. */
export const party = defineMeeting({
  name: "party",
  label: { zh: "党员大会", en: "Party members' meeting" },
  roll: { kind: "named" },
  named: true,
  quorum: "elections.partyQuorum",
});
