import { ethnic } from "../codes/ethnic.ts";
import {
  consistency,
  education,
  identityPaper,
  job,
  live,
  marital,
  medical,
  pension,
  political,
  sex,
  voting,
} from "../codes/population.ts";
import { relation } from "../codes/relation.ts";
import { birthOf, sexOf } from "../rules/identity-number.ts";
import type { Values } from "../schema/field.ts";
import { defineRegister } from "../schema/register.ts";

/** Residents (居民): one row for each person living or registered in the community. */
export const residents = defineRegister({
  name: "residents",
  label: { zh: "居民", en: "Residents" },
  title: ["name"],
  frozen: ["name"],
  match: [["idNo"], ["name", "birth"]],
  implies: ["household", "household.dwelling", "household.dwelling.group"],
  fields: {
    name: {
      kind: "text",
      label: { zh: "姓名", en: "Name" },
      required: true,
      personal: true,
      max: 60,
      pattern: "person-name",
      aliases: ["居民姓名", "人员姓名"],
      width: 90,
    },
    sex: { kind: "code", label: { zh: "性别", en: "Sex" }, required: true, codes: sex, width: 60 },
    birth: {
      kind: "date",
      label: { zh: "出生日期", en: "Born" },
      required: true,
      personal: true,
      past: true,
      aliases: ["出生年月", "出生年月日", "生日", "出生"],
      width: 105,
    },
    idType: { kind: "code", label: { zh: "证件类型", en: "Paper" }, codes: identityPaper },
    idNo: {
      kind: "identityNumber",
      label: { zh: "身份证号", en: "Identity number" },
      unique: true,
      sealed: true,
      personal: true,
      aliases: ["公民身份号码", "身份证号码", "身份证", "证件号码", "身份号码"],
      width: 170,
    },
    ethnic: { kind: "code", label: { zh: "民族", en: "Ethnic group" }, codes: ethnic, width: 80 },
    marital: {
      kind: "code",
      label: { zh: "婚姻状况", en: "Marital status" },
      codes: marital,
      personal: true,
      aliases: ["婚姻", "婚否"],
    },
    education: {
      kind: "code",
      label: { zh: "文化程度", en: "Education" },
      codes: education,
      aliases: ["学历", "教育程度"],
    },
    political: {
      kind: "code",
      label: { zh: "政治面貌", en: "Political affiliation" },
      codes: political,
      restricted: "political",
      personal: true,
    },
    relation: {
      kind: "code",
      label: { zh: "与户主关系", en: "Relation to head" },
      required: true,
      codes: relation,
      initial: "unverified",
      aliases: ["户内关系", "与户主的关系", "家庭关系", "关系"],
    },
    household: { kind: "reference", to: "households", label: { zh: "户", en: "Household" }, required: true, width: 90 },
    hukouDiv: { kind: "divisionCode", label: { zh: "户籍地代码", en: "Registered in (code)" } },
    hukouAddr: {
      kind: "text",
      label: { zh: "户籍地址", en: "Registered address" },
      personal: true,
      max: 120,
      aliases: ["户籍所在地", "户口所在地"],
    },
    consistency: {
      kind: "code",
      label: { zh: "人户状态", en: "Registration" },
      required: true,
      codes: consistency,
      initial: "unverified",
      aliases: ["人户一致"],
    },
    arrived: { kind: "date", label: { zh: "来此日期", en: "Arrived" }, aliases: ["入住日期", "来居日期"] },
    permitUntil: { kind: "date", label: { zh: "居住证到期", en: "Permit until" } },
    phone: {
      kind: "phone",
      label: { zh: "联系电话", en: "Phone" },
      personal: true,
      aliases: ["电话", "手机", "手机号", "手机号码", "联系方式", "电话号码"],
      width: 120,
    },
    job: { kind: "code", label: { zh: "就业状况", en: "Work" }, codes: job, aliases: ["职业", "就业情况"] },
    employer: { kind: "text", label: { zh: "工作单位", en: "Employer" }, max: 120, aliases: ["单位", "服务处所"] },
    pension: { kind: "code", label: { zh: "养老保险", en: "Pension insurance" }, codes: pension },
    medical: { kind: "code", label: { zh: "医疗保险", en: "Health insurance" }, codes: medical },
    voting: {
      kind: "code",
      label: { zh: "选举资格", en: "Right to vote" },
      codes: voting,
      restricted: "voting",
      personal: true,
    },
    live: { kind: "code", label: { zh: "居住状态", en: "Living" }, required: true, codes: live, initial: "here" },
    since: { kind: "date", label: { zh: "状态起始", en: "Since" } },
  },
  derive: fromIdentityNumber,
  check: (values) => {
    const number = typeof values.idNo === "string" && values.idNo.length === 18 ? values.idNo : undefined;
    if (!number) return [];
    return [
      ...(values.birth && values.birth !== birthOf(number) ? [{ path: "birth", code: "birth-differs" }] : []),
      ...((values.sex === "1" || values.sex === "2") && values.sex !== sexOf(number)
        ? [{ path: "sex", code: "sex-differs" }]
        : []),
    ];
  },
});

/** Birth date and sex follow from the identity number where nobody gave them; a child's relation from the sex. */
function fromIdentityNumber(values: Values): Values {
  const number = typeof values.idNo === "string" && values.idNo.length === 18 ? values.idNo : undefined;
  const sexCode = values.sex ?? (number ? sexOf(number) : null);
  const child = values.relation === "child" ? (sexCode === "2" ? "30" : "20") : undefined;
  return {
    ...(number && !values.birth && { birth: birthOf(number) }),
    ...(number && !values.sex && { sex: sexOf(number) }),
    ...(child && { relation: child }),
  };
}
