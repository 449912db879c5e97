import { defineMeeting } from "../schema/meeting.ts";

/** Party branch and residents' committee meet together (两委会, S7.3), chaired by the secretary. Members of the branch without a post are named. */
export const twoCommittees = defineMeeting({
  name: "two-committees",
  label: { zh: "两委会", en: "Meeting of both committees" },
  roll: { kind: "posts", posts: ["secretary", "director", "deputy", "member"] },
  named: true,
  chair: "secretary",
  quorum: "meetings.twoCommitteesQuorum",
});
