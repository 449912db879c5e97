import { defineVote } from "../schema/vote.ts";

/** The same meeting chooses the consultation council, with as many candidates as seats (V3, S3.18). */
export const councilChosen = defineVote({
  name: "V3",
  label: { zh: "推选协商议事会", en: "Choice of the consultation council" },
  subject: "equal",
  meetings: ["representatives"],
  quorum: "elections.repsQuorum",
  pass: "elections.repsPass",
  published: true,
  offices: ["council"],
});
