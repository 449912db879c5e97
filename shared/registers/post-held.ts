import { dutyLine, postEnd, postOrigin } from "../codes/committee.ts";
import { education, sex } from "../codes/population.ts";
import { post } from "../codes/post.ts";
import { defineRegister } from "../schema/register.ts";

/**
 * Posts held (任职): who holds which duty from when to when.
 * Rights follow from these records, so they change only by the actions grant and end.
 */
export const posts = defineRegister({
  name: "posts",
  label: { zh: "任职", en: "Posts held" },
  title: ["person", "post"],
  frozen: ["person"],
  byAction: true,
  fields: {
    person: {
      kind: "text",
      label: { zh: "姓名", en: "Person" },
      required: true,
      personal: true,
      max: 60,
      pattern: "person-name",
      width: 90,
    },
    account: { kind: "text", label: { zh: "账号", en: "Account" }, byAction: true, max: 60 },
    resident: { kind: "reference", to: "residents", label: { zh: "居民", en: "Resident" } },
    // The first director is appointed before the committee's bodies have been entered.
    body: { kind: "reference", to: "bodies", label: { zh: "组织", en: "Body" } },
    post: { kind: "code", label: { zh: "职务", en: "Post" }, required: true, codes: post },
    dutyLine: { kind: "codes", label: { zh: "条线", en: "Duty lines" }, codes: dutyLine },
    origin: { kind: "code", label: { zh: "来源", en: "Origin" }, codes: postOrigin },
    sex: { kind: "code", label: { zh: "性别", en: "Sex" }, codes: sex, width: 60 },
    birth: { kind: "date", label: { zh: "出生日期", en: "Born" }, personal: true, past: true },
    education: { kind: "code", label: { zh: "文化程度", en: "Education" }, codes: education },
    party: { kind: "boolean", label: { zh: "党员", en: "Party member" } },
    collegeGrad: { kind: "boolean", label: { zh: "大中专毕业", en: "College graduate" } },
    police: { kind: "boolean", label: { zh: "管段民警", en: "Community policeman" } },
    publicSelected: { kind: "boolean", label: { zh: "公选", en: "Publicly selected" } },
    from: { kind: "date", label: { zh: "任职日期", en: "From" }, required: true },
    until: { kind: "date", label: { zh: "离任日期", en: "Until" } },
    endReason: { kind: "code", label: { zh: "离任原因", en: "Reason of ending" }, codes: postEnd },
    certNo: { kind: "text", label: { zh: "证书编号", en: "Certificate no." }, max: 60 },
    filed: { kind: "date", label: { zh: "备案日期", en: "Filed" } },
    reserveRank: { kind: "integer", label: { zh: "后备序号", en: "Reserve rank" }, min: 1, max: 999 },
    outOfOrder: {
      kind: "text",
      label: { zh: "未按候录次序的原因", en: "Why not next in the reserve list" },
      max: 200,
      width: 160,
    },
    phone: { kind: "phone", label: { zh: "电话", en: "Phone" }, personal: true },
  },
  check: (values) =>
    values.from && values.until && values.until < values.from ? [{ path: "until", code: "before-start" }] : [],
});
