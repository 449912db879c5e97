import { proposalClass } from "../codes/proposal.ts";
import { defineVote } from "../schema/vote.ts";

/** Representatives decide (V5, S7.7, S8.2): the only way in which a major matter becomes valid. */
export const representativesDecide = defineVote({
  name: "V5",
  label: { zh: "居民代表会议表决", en: "Decision of the representatives" },
  subject: "decision",
  meetings: ["representatives"],
  quorum: "meetings.quorum",
  pass: "meetings.pass",
  published: true,
  decides: { classes: Object.keys(proposalClass.codes), by: "residents" },
});
