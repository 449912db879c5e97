import { definePublication } from "../schema/publication.ts";

/** An election notice (选举公告, P2, S3.7): purpose, seats, method and steps, in the committee's own words. */
export const election = definePublication({
  name: "election",
  label: { zh: "选举公告", en: "Election notice" },
  heading: { zh: "选举公告", en: "Election notice" },
  needs: ["addressee", "body"],
  parts: [{ name: "body", as: "text" }],
  places: ["wall", "board", "web"],
  days: "publication.electionDays",
  approves: ["director", "deputy", "secretary"],
  print: "poster",
});
