import { definePublication } from "../schema/publication.ts";

/**
 * What residents think of an office, a utility or the property company (民主评议结果, V10, S6.9, S8.7): the mean of each
 * score and the share of each grade. Nothing that anybody wrote, and no other question.
 */
export const appraisal = definePublication({
  name: "appraisal",
  label: { zh: "评议结果", en: "Appraisal" },
  heading: { zh: "民主评议结果", en: "Result of the appraisal" },
  source: "source",
  needs: [],
  parts: [
    {
      name: "facts",
      as: "facts",
      columns: {
        answers: { label: { zh: "答卷份数", en: "Answers" }, kind: "integer" },
        ended: { label: { zh: "截止日期", en: "Ended" }, kind: "date" },
      },
    },
    {
      name: "scores",
      as: "table",
      title: { zh: "得分", en: "Scores" },
      columns: {
        question: { label: { zh: "评议内容", en: "On what" }, kind: "text" },
        answered: { label: { zh: "作答份数", en: "Answered" }, kind: "integer" },
        mean: { label: { zh: "平均分", en: "Mean" }, kind: "text" },
        of: { label: { zh: "满分", en: "Of" }, kind: "integer" },
      },
    },
    {
      name: "grades",
      as: "table",
      title: { zh: "各档占比", en: "Shares by grade" },
      columns: {
        question: { label: { zh: "评议内容", en: "On what" }, kind: "text" },
        grade: { label: { zh: "等级", en: "Grade" }, kind: "text" },
        share: { label: { zh: "占比", en: "Share" }, kind: "percent" },
      },
    },
  ],
  places: ["board", "web"],
  days: "publication.appraisalDays",
  approves: ["director", "deputy", "secretary"],
  atOnce: true,
  print: "sheet",
});
