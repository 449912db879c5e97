import { defineVote } from "../schema/vote.ts";

/** Representatives recall a member (V7, S8.6): enough people must have asked for it, and the person is heard first. */
export const recall = defineVote({
  name: "V7",
  label: { zh: "罢免表决", en: "Recall" },
  subject: "decision",
  meetings: ["representatives"],
  quorum: "meetings.quorum",
  pass: "meetings.pass",
  published: true,
  proposers: {
    adults: "meetings.calledByAdults",
    households: "meetings.calledByHouseholds",
    groups: "meetings.calledByGroups",
  },
});
