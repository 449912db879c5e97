import { defineMeeting } from "../schema/meeting.ts";

/** The committee's monthly meeting with its study session (居委会例会, S8.22, D01). */
export const committee = defineMeeting({
  name: "committee",
  label: { zh: "居委会例会", en: "Committee meeting" },
  roll: { kind: "posts", posts: ["director", "deputy", "member", "secretary", "clerk"] },
  named: true,
  quorum: "meetings.twoCommitteesQuorum",
  duty: "D01",
});
