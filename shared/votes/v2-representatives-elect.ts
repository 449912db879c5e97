import { defineVote } from "../schema/vote.ts";

/**
 * The residents' committee is elected (V2, S3.12, S3.18, S3.19, S6.4, S8.1), at once or office by office: by the
 * representatives, by one person of each household, or by all residents.
 */
export const representativesElect = defineVote({
  name: "V2",
  label: { zh: "居委会换届选举", en: "Election of the committee" },
  subject: "election",
  elects: "committee",
  meetings: ["representatives", "households", "residents"],
  quorum: "elections.repsQuorum",
  pass: "elections.repsPass",
  electorates: {
    households: { quorum: "meetings.residentsQuorum", pass: "meetings.residentsPass" },
    residents: { quorum: "meetings.residentsQuorum", pass: "meetings.residentsPass" },
  },
  published: true,
  endsTerm: true,
  secret: true,
  margin: { rate: "elections.candidateMargin", least: "elections.marginLeast" },
  seats: { most: "bodies.committeeMax" },
  offices: ["director", "deputy", "member"],
  checks: ["office"],
});
