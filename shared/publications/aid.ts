import { aidClass } from "../codes/aid.ts";
import { definePublication } from "../schema/publication.ts";

/**
 * Households that ask for aid (低保公示, P7, S8.13): the head with the middle of the name hidden, the group, how many
 * persons, the class and the amount. No number of an identity card, no illness, no child; gone after its last day.
 */
export const aid = definePublication({
  name: "aid",
  label: { zh: "救助公示", en: "Aid display" },
  heading: { zh: "社会救助公示", en: "Households that apply for aid" },
  source: "applications",
  needs: ["applications"],
  untyped: true,
  parts: [
    {
      name: "households",
      as: "table",
      columns: {
        head: { label: { zh: "户主", en: "Head of household" }, kind: "text", mask: "middle" },
        group: { label: { zh: "居民小组", en: "Resident group" }, kind: "text" },
        persons: { label: { zh: "人数", en: "Persons" }, kind: "integer" },
        aidClass: { label: { zh: "救助类别", en: "Aid" }, kind: aidClass },
        amount: { label: { zh: "月金额（元）", en: "Amount a month (yuan)" }, kind: "money" },
      },
    },
  ],
  places: ["board", "web"],
  days: "aid.displayDays",
  inFull: true,
  approves: ["director", "deputy", "secretary"],
  print: "sheet",
});
