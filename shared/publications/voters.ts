import { definePublication } from "../schema/publication.ts";

/**
 * The voter list (选民名单, P2, S3.8): names by resident group and nothing else of anybody, once the lists of those
 * double, missed and wrong are empty or signed off.
 */
export const voterList = definePublication({
  name: "voters",
  label: { zh: "选民名单", en: "Voter list" },
  heading: { zh: "选民名单公告", en: "Voter list" },
  source: "election",
  needs: ["election"],
  untyped: true,
  parts: [
    {
      name: "election",
      as: "facts",
      columns: {
        title: { label: { zh: "选举", en: "Election" }, kind: "text" },
        day: { label: { zh: "选举日", en: "Election day" }, kind: "date" },
        voters: { label: { zh: "选民人数", en: "Voters" }, kind: "integer" },
      },
    },
    // A line for each group, as wide as the page: a column of names would be a name wide on a phone.
    { name: "voters", as: "text" },
    { name: "objections", as: "text" },
  ],
  places: ["wall", "screen", "board", "web"],
  days: "publication.electionDays",
  approves: ["director", "deputy", "secretary"],
  print: "sheet",
});
