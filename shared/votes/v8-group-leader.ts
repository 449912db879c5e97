import { defineVote } from "../schema/vote.ts";

/** A resident group chooses its leader (V8, S6.2, S6.4). */
export const groupLeaderChosen = defineVote({
  name: "V8",
  label: { zh: "推选居民小组长", en: "Choice of a group leader" },
  subject: "choice",
  meetings: ["group"],
  quorum: "meetings.groupQuorum",
  pass: "meetings.groupPass",
  offices: ["group-leader"],
});
