import { defineVote } from "../schema/vote.ts";

/** Party branch and committee decide daily matters by majority (V6, S7.3). */
export const twoCommitteesDecide = defineVote({
  name: "V6",
  label: { zh: "两委会表决", en: "Decision of both committees" },
  subject: "decision",
  meetings: ["two-committees", "committee"],
  quorum: "meetings.twoCommitteesQuorum",
  pass: "meetings.twoCommitteesPass",
});
