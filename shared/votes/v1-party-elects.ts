import { defineVote } from "../schema/vote.ts";

/** Party members elect their committee (V1, S3.1, S3.17): more than four fifths must be there. */
export const partyElects = defineVote({
  name: "V1",
  label: { zh: "党组织换届选举", en: "Party election" },
  subject: "election",
  elects: "party",
  meetings: ["party"],
  quorum: "elections.partyQuorum",
  pass: "elections.partyPass",
  secret: true,
  margin: { rate: "elections.candidateMargin", least: "elections.marginLeast" },
  offices: ["party-committee"],
});
