import { defineVote } from "../schema/vote.ts";

/** Representatives elect the residents' committee (V2, S3.12, S3.18, S3.19, S8.1), at once or office by office. */
export const representativesElect = defineVote({
  name: "V2",
  label: { zh: "居委会换届选举", en: "Election of the committee" },
  subject: "election",
  meetings: ["representatives"],
  quorum: "elections.repsQuorum",
  pass: "elections.repsPass",
  published: true,
  endsTerm: true,
  secret: true,
  margin: { rate: "elections.candidateMargin", least: "elections.marginLeast" },
  seats: { most: "bodies.committeeMax" },
  offices: ["director", "deputy", "member"],
  checks: ["office"],
});
