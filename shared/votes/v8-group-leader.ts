import { defineVote } from "../schema/vote.ts";

/** A resident group chooses its leader (V8, S6.2, S6.4): all of it, one for each household, or its representatives. */
export const groupLeaderChosen = defineVote({
  name: "V8",
  label: { zh: "推选居民小组长", en: "Choice of a group leader" },
  subject: "choice",
  meetings: ["group", "group-adults", "group-representatives"],
  quorum: "meetings.groupQuorum",
  pass: "meetings.groupPass",
  offices: ["group-leader"],
  seats: { most: "bodies.groupLeaders" },
  takesPost: { post: "group-leader", column: "leader" },
});
