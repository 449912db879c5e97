import { recommendedFindings } from "../rules/recommended-committee.ts";
import { defineCalculation } from "../schema/calculation.ts";

/** A committee formed by recommendation of the groups, as until the 1980s (S9.32). */
export const recommendedCommittee = defineCalculation({
  name: "recommended-committee",
  label: { zh: "小组推举（历史方式）", en: "Formed by the groups (historical)" },
  hint: {
    zh: "20 世纪 80 年代以前：每组推一人，再推主任一人、副主任一至三人",
    en: "Until the 1980s: one of each group, and a director and deputies of these",
  },
  inputs: {
    groups: { kind: "integer", label: { zh: "居民小组数", en: "Resident groups" }, required: true, min: 0, max: 999 },
    members: {
      kind: "integer",
      label: { zh: "推举委员数", en: "Members recommended" },
      required: true,
      min: 0,
      max: 999,
    },
    directors: {
      kind: "integer",
      label: { zh: "其中主任", en: "Directors of them" },
      required: true,
      min: 0,
      max: 99,
      initial: 1,
    },
    deputies: {
      kind: "integer",
      label: { zh: "其中副主任", en: "Deputies of them" },
      required: true,
      min: 0,
      max: 99,
      initial: 2,
    },
  },
  run: (values, rules, day) => ({
    judged: true,
    results: [],
    findings: recommendedFindings(
      {
        groups: Number(values.groups),
        members: Number(values.members),
        directors: Number(values.directors),
        deputies: Number(values.deputies),
      },
      rules,
      day,
    ),
  }),
});
