import { defineMeeting } from "../schema/meeting.ts";

/** Group leaders and above meet every quarter (居民组长以上会议, S8.23, D02). */
export const groupLeaders = defineMeeting({
  name: "group-leaders",
  label: { zh: "居民组长以上会议", en: "Meeting of group leaders and above" },
  roll: { kind: "posts", posts: ["group-leader", "director", "deputy", "member", "secretary"] },
  named: true,
  quorum: "meetings.twoCommitteesQuorum",
  duty: "D02",
});
