import { defineMeeting } from "../schema/meeting.ts";

/**
 * The joint conference (联席会议, S9.26, D19) of the committee with the property company, the owners' committee and the
 * departments. Whoever comes for them is named with the meeting.
 */
export const joint = defineMeeting({
  name: "joint",
  label: { zh: "联席会议", en: "Joint conference" },
  roll: { kind: "posts", posts: ["secretary", "director", "deputy", "member"] },
  named: true,
  quorum: "meetings.twoCommitteesQuorum",
  duty: "D19",
});
