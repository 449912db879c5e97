import { defineMeeting } from "../schema/meeting.ts";

/** The council meets and hears the director's report (议事会听取主任报告工作, S8.8, D18). */
export const council = defineMeeting({
  name: "council",
  label: { zh: "议事会会议（听取主任报告）", en: "Council, with the director's report" },
  roll: { kind: "posts", posts: ["council", "director"] },
  named: true,
  quorum: "meetings.twoCommitteesQuorum",
  duty: "D18",
});
