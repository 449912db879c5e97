import { defineMeeting } from "../schema/meeting.ts";

/** The residents' representatives meet (居民代表会议): they decide and elect (S3.18, S7.7, S8.2). */
export const representatives = defineMeeting({
  name: "representatives",
  label: { zh: "居民代表会议", en: "Representatives' meeting" },
  roll: { kind: "representatives" },
  quorum: "meetings.quorum",
});
