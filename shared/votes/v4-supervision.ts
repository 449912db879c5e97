import { defineVote } from "../schema/vote.ts";

/** Representatives choose the supervision group, three to seven of them (V4, S7.4). */
export const supervisionChosen = defineVote({
  name: "V4",
  label: { zh: "推选居务监督小组", en: "Choice of the supervision group" },
  subject: "choice",
  meetings: ["representatives"],
  quorum: "meetings.quorum",
  pass: "meetings.pass",
  published: true,
  secret: true,
  seats: { least: "bodies.supervisionMin", most: "bodies.supervisionMax" },
  offices: ["supervision"],
  checks: ["supervision"],
});
