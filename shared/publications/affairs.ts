import { openAffairs } from "../codes/publication.ts";
import { definePublication } from "../schema/publication.ts";

/**
 * Open affairs of one class and period (居务公开, P5, S7.5): as the committee fixed it and the council or the
 * representatives approved it, public the moment it is posted.
 */
export const affairs = definePublication({
  name: "affairs",
  label: { zh: "居务公开", en: "Open affairs" },
  heading: { zh: "居务公开", en: "Open affairs" },
  source: "source",
  needs: [],
  parts: [
    { name: "body", as: "text" },
    {
      name: "facts",
      as: "facts",
      columns: {
        class: { label: { zh: "类别", en: "Class" }, kind: openAffairs },
        period: { label: { zh: "时段", en: "Period" }, kind: "text" },
        responsible: { label: { zh: "责任人", en: "Responsible" }, kind: "text" },
        fixedOn: { label: { zh: "居委会审定", en: "Fixed by the committee" }, kind: "date" },
        approvedBy: { label: { zh: "审议", en: "Approved by" }, kind: "text" },
        approvedOn: { label: { zh: "审议日期", en: "Approved on" }, kind: "date" },
        postedBy: { label: { zh: "公布人", en: "Posted by" }, kind: "text" },
        questionsUntil: { label: { zh: "接受疑问至", en: "Questions are taken until" }, kind: "date" },
      },
    },
  ],
  places: ["wall", "board", "web"],
  days: "publication.affairsDays",
  approves: [],
  atOnce: true,
  print: "sheet",
});
