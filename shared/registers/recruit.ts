import { education, sex } from "../codes/population.ts";
import { post } from "../codes/post.ts";
import { defineRegister } from "../schema/register.ts";

/**
 * The reserve list of an open recruitment (候录库, S9.4): who comes next when a post falls vacant. Granting a post takes
 * the entry off the list; whoever steps back says why.
 */
export const recruits = defineRegister({
  name: "recruits",
  label: { zh: "候录库", en: "Reserve list" },
  title: ["rank", "person"],
  frozen: ["batch", "rank", "person"],
  match: [["batch", "rank"]],
  uniqueTogether: [["batch", "rank"]],
  retention: { from: "listed", days: 3 * 365 },
  fields: {
    batch: { kind: "text", label: { zh: "招聘批次", en: "Recruitment" }, required: true, max: 60, width: 160 },
    rank: { kind: "integer", label: { zh: "名次", en: "Rank" }, required: true, min: 1, max: 999, width: 70 },
    person: {
      kind: "text",
      label: { zh: "姓名", en: "Person" },
      required: true,
      personal: true,
      max: 60,
      pattern: "person-name",
      width: 90,
    },
    sex: { kind: "code", label: { zh: "性别", en: "Sex" }, codes: sex, width: 60 },
    birth: { kind: "date", label: { zh: "出生日期", en: "Born" }, personal: true, past: true, width: 110 },
    education: { kind: "code", label: { zh: "文化程度", en: "Education" }, codes: education },
    score: { kind: "decimal", label: { zh: "总成绩", en: "Score" }, min: 0, max: 1000, places: 2, width: 80 },
    phone: { kind: "phone", label: { zh: "电话", en: "Phone" }, personal: true },
    listed: { kind: "date", label: { zh: "列入日期", en: "Listed on" }, required: true, past: true, width: 110 },
    until: { kind: "date", label: { zh: "有效期至", en: "Valid until" }, width: 110 },
    withdrawn: { kind: "date", label: { zh: "放弃日期", en: "Stepped back on" }, past: true, width: 110 },
    withdrawnWhy: { kind: "text", label: { zh: "放弃原因", en: "Why" }, max: 200, width: 160 },
    filled: { kind: "date", label: { zh: "录用日期", en: "Taken on" }, byAction: true, width: 110 },
    filledAs: { kind: "code", label: { zh: "录用职务", en: "Taken on as" }, codes: post, byAction: true },
  },
  check: ({ listed, until, withdrawn, withdrawnWhy }) => [
    ...(listed && until && until < listed ? [{ path: "until", code: "before-start" }] : []),
    ...(listed && withdrawn && withdrawn < listed ? [{ path: "withdrawn", code: "before-start" }] : []),
    ...(withdrawn && !withdrawnWhy ? [{ path: "withdrawnWhy", code: "required" }] : []),
  ],
});
