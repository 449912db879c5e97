import { priceClass } from "../codes/work.ts";
import { definePublication } from "../schema/publication.ts";

/**
 * The service guide (办事指南, P6, S9.10): one hall, one guide, one desk for everything; open are who answers for an item,
 * the way it goes, the time it takes and what it costs (岗位、程序、时限、收费公开).
 */
export const guide = definePublication({
  name: "guide",
  label: { zh: "办事指南", en: "Service guide" },
  heading: { zh: "办事指南", en: "Service guide" },
  needs: ["addressee"],
  parts: [
    { name: "body", as: "text" },
    {
      name: "services",
      as: "table",
      columns: {
        name: { label: { zh: "事项", en: "Service" }, kind: "text" },
        papers: { label: { zh: "所需材料", en: "Papers needed" }, kind: "text" },
        procedure: { label: { zh: "办理程序", en: "Procedure" }, kind: "text" },
        limitDays: { label: { zh: "时限（天）", en: "Time limit (days)" }, kind: "integer" },
        priceClass: { label: { zh: "收费类别", en: "Price class" }, kind: priceClass },
        fee: { label: { zh: "收费（元）", en: "Fee (yuan)" }, kind: "money" },
        owner: { label: { zh: "责任岗位", en: "Responsible" }, kind: "text" },
      },
    },
  ],
  places: ["guide", "wall", "screen", "web"],
  days: "services.guideDays",
  approves: ["director", "deputy", "secretary"],
  print: "sheet",
});
