import { postEnd, postOrigin } from "../codes/committee.ts";
import { post } from "../codes/post.ts";
import { educationBand, STAFF_POSTS, type StaffMember, staffChangesOn, staffFacts, staffOn } from "../rules/staff.ts";
import { categoriesOf, UNSTATED, withUnstated } from "../schema/categories.ts";
import type { Cell, Statistic } from "../schema/statistic.ts";
import { PERSONS, YEARS_OF_AGE } from "../words/units.ts";

const count = { unit: PERSONS, about: "things" } as const;

/**
 * Staff of the committees (社区干部, T05; S9.2, S9.3, S9.6, S9.13, S9.25, S9.30). They hold public office: their number,
 * post, sex, age band and education are what is posted of them when they are elected or taken on, so those are told
 * whatever their size. Where they came from, why they left and how old they are exactly is not, and is protected.
 */
export const staff: Statistic = {
  name: "T05",
  label: { zh: "社区工作人员", en: "Staff of the committees" },
  definition: {
    zh: "截至所示日期在任的书记、主任、副主任、委员、文书和各条线专干，一人多职的计一人，按排在前面的职务计；同名而出生日期不同的分别计。离任为近12个月内离任且不再任职的人；流失率为辞职、因待遇和其他原因离任的人数除以期初期末平均人数。平均年龄取整岁，只在5人及以上时显示；来源和离任原因不足5人的不显示。职务、性别、年龄段、文化程度属任职公示内容，照常显示。",
    en: "Secretaries, directors, deputies, members, clerks and officers of the duty lines in office on the date shown. Whoever holds several posts counts once, by the leading one; namesakes with different dates of birth count apart. Left: posts ended within twelve months by persons who hold none any more; turnover is those who resigned, left over pay or for other reasons, over the mean of staff at start and end. The mean age is in whole years and of 5 persons or more; origins and reasons of fewer than 5 are hidden. Post, sex, age band and education are posted when somebody takes office, and so are told.",
  },
  measures: {
    staff: { zh: "工作人员", en: "Staff", ...count, by: ["post", "sex", "age", "education", "origin"] },
    staffBefore: { zh: "一年前工作人员", en: "Staff a year before", ...count, by: [] },
    left: { zh: "近12个月离任", en: "Left within 12 months", ...count, by: ["reason"] },
    aged: { zh: "有出生日期的", en: "With date of birth", unit: PERSONS, about: "people", by: [], inner: true },
    ages: { zh: "年龄合计", en: "Sum of ages", unit: YEARS_OF_AGE, about: "people", by: [], over: "aged", inner: true },
  },
  ratios: {
    residentsPerStaff: {
      zh: "每名工作人员服务居民",
      en: "Residents per staff member",
      part: { statistic: "T01", measure: "residents" },
      whole: "staff",
      times: 1,
      unit: PERSONS,
    },
    meanAge: { zh: "平均年龄", en: "Mean age", part: "ages", whole: "aged", times: 1, decimals: 0, unit: YEARS_OF_AGE },
    collegeShare: {
      zh: "大专及以上占比",
      en: "College or above",
      part: { measure: "staff", at: ["education", "college"] },
      whole: "staff",
    },
    turnover: {
      zh: "流失率",
      en: "Turnover",
      part: ["resign", "pay", "other"].map((reason) => ({ measure: "left", at: ["reason", reason] as const })),
      whole: ["staff", "staffBefore"],
      // Over the mean of the two, in percent.
      times: 200,
    },
  },
  apart: true,
  dimensions: [
    { key: "post", label: { zh: "职务", en: "Post" }, categories: categoriesOf(post, STAFF_POSTS) },
    {
      key: "sex",
      label: { zh: "性别", en: "Sex" },
      categories: {
        "1": { zh: "男", en: "Male" },
        "2": { zh: "女", en: "Female" },
        "9": { zh: "未说明", en: "Not stated" },
      },
    },
    {
      key: "age",
      label: { zh: "年龄段", en: "Age" },
      categories: {
        "35-": { zh: "35岁及以下", en: "35 and under" },
        "36-55": { zh: "36–55岁", en: "36–55" },
        "56+": { zh: "56岁及以上", en: "56 and over" },
        ...UNSTATED,
      },
    },
    {
      key: "education",
      label: { zh: "文化程度", en: "Education" },
      categories: {
        illiterate: { zh: "文盲及其他", en: "Illiterate or other" },
        primary: { zh: "小学", en: "Primary school" },
        middle: { zh: "中学", en: "Middle school" },
        college: { zh: "大专及以上", en: "College or above" },
        ...UNSTATED,
      },
    },
    { key: "origin", label: { zh: "来源", en: "Origin" }, categories: withUnstated(postOrigin), personal: true },
    {
      key: "reason",
      label: { zh: "离任原因", en: "Reason of leaving" },
      categories: withUnstated(postEnd),
      personal: true,
    },
  ],
  registers: ["posts"],
  count: (_, values, day) => {
    const facts = staffFacts(values);
    if (!facts) return { cells: [] };
    return { cells: [], changesOn: staffChangesOn(facts, day), joint: { subject: String(values.person), facts } };
  },
  countTogether: (facts, day) => staffOn(facts, day).map(cellOf),
};

function cellOf({ isHeld, wasHeld, age, left, ...known }: StaffMember): Cell {
  const at = {
    post: known.post ?? "",
    sex: known.sex === "1" || known.sex === "2" ? known.sex : "9",
    age: known.ageBand ?? "unstated",
    education: educationBand(known.education),
    origin: known.origin ?? "unstated",
    reason: left || "unstated",
  };
  return {
    at,
    amounts: {
      staff: isHeld ? 1 : 0,
      staffBefore: wasHeld ? 1 : 0,
      left: left === undefined ? 0 : 1,
      aged: isHeld && age !== undefined ? 1 : 0,
      ages: isHeld ? (age ?? 0) : 0,
    },
  };
}
