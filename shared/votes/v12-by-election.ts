import { defineVote } from "../schema/vote.ts";

/** Those who elect the committee fill vacant seats for the rest of the term (V12, S8.1). */
export const byElection = defineVote({
  name: "V12",
  label: { zh: "居委会补选", en: "By-election" },
  subject: "election",
  meetings: ["representatives", "households", "residents"],
  quorum: "elections.repsQuorum",
  pass: "elections.repsPass",
  electorates: {
    households: { quorum: "meetings.residentsQuorum", pass: "meetings.residentsPass" },
    residents: { quorum: "meetings.residentsQuorum", pass: "meetings.residentsPass" },
  },
  published: true,
  secret: true,
  margin: { rate: "elections.candidateMargin", least: "elections.marginLeast" },
  seats: { most: "bodies.committeeMax" },
  offices: ["director", "deputy", "member"],
  checks: ["office"],
});
