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
    {
      name: "voters",
      as: "table",
      columns: {
        group: { label: { zh: "居民小组", en: "Resident group" }, kind: "text" },
        names: { label: { zh: "姓名", en: "Names" }, kind: "text" },
        count: { label: { zh: "人数", en: "Persons" }, kind: "integer" },
      },
    },
    { name: "objections", as: "text" },
  ],
  places: ["wall", "screen", "board", "web"],
  days: "publication.electionDays",
  approves: ["director", "deputy", "secretary"],
  print: "sheet",
});
