import { defineVote } from "../schema/vote.ts";

/**
 * Party branch and committee decide daily matters by majority (V6, S7.3), a proposal only where both meet under the
 * secretary. With a majority neither for nor against, they have not decided.
 */
export const twoCommitteesDecide = defineVote({
  name: "V6",
  label: { zh: "两委会表决", en: "Decision of both committees" },
  subject: "decision",
  meetings: ["two-committees", "committee"],
  quorum: "meetings.twoCommitteesQuorum",
  pass: "meetings.twoCommitteesPass",
  decides: { classes: ["other"], by: "committees", at: ["two-committees"] },
});
