import { voterDoubt, voterExcluded, voterState } from "../codes/voter.ts";
import { birthOf } from "../rules/identity-number.ts";
import type { Values } from "../schema/field.ts";
import { defineRegister } from "../schema/register.ts";

/**
 * Voters (选民登记, S3.8): one entry for each voter and election, made from the residents of age on election day. Who is
 * deprived of political rights has no entry, and nothing here says why somebody has none.
 */
export const voters = defineRegister({
  name: "voters",
  label: { zh: "选民登记", en: "Voters" },
  title: ["name"],
  frozen: ["name"],
  match: [["election", "name", "birth"]],
  uniqueFilled: [
    ["election", "resident"],
    ["election", "idNo"],
  ],
  fields: {
    election: { kind: "reference", to: "elections", label: { zh: "选举", en: "Election" }, required: true, width: 180 },
    name: {
      kind: "text",
      label: { zh: "姓名", en: "Name" },
      required: true,
      personal: true,
      max: 60,
      pattern: "person-name",
      aliases: ["选民姓名"],
      width: 90,
    },
    state: { kind: "code", label: { zh: "状态", en: "State" }, codes: voterState, byAction: true, width: 90 },
    birth: { kind: "date", label: { zh: "出生日期", en: "Born" }, personal: true, past: true, width: 105 },
    resident: { kind: "reference", to: "residents", label: { zh: "居民", en: "Resident" }, width: 100 },
    idNo: {
      kind: "identityNumber",
      label: { zh: "身份证号", en: "Identity number" },
      hint: { zh: "居民名册中没有的选民才填", en: "Only for a voter who is not in the residents' list" },
      sealed: true,
      personal: true,
      aliases: ["公民身份号码", "身份证号码", "身份证"],
      width: 170,
    },
    group: { kind: "reference", to: "groups", label: { zh: "居民小组", en: "Resident group" }, width: 130 },
    excluded: {
      kind: "code",
      label: { zh: "不列入原因", en: "Not on the list because" },
      codes: voterExcluded,
      hint: { zh: "填写后不计入选民名单", en: "With a reason the entry is not on the voter list" },
      width: 150,
    },
    settled: {
      kind: "codes",
      label: { zh: "已核实的疑点", en: "Signed off" },
      codes: voterDoubt,
      byAction: true,
      width: 130,
    },
    settledWhy: {
      kind: "text",
      label: { zh: "核实依据", en: "Signed off because" },
      byAction: true,
      max: 200,
      width: 200,
    },
    settledBy: { kind: "text", label: { zh: "核实人", en: "Signed off by" }, byAction: true, max: 60, width: 90 },
  },
  derive: fromIdentityNumber,
  check: ({ idNo, birth }) =>
    typeof idNo === "string" && idNo.length === 18 && birth && birth !== birthOf(idNo)
      ? [{ path: "birth", code: "birth-differs" }]
      : [],
});

function fromIdentityNumber({ idNo, birth }: Values): Values {
  return typeof idNo === "string" && idNo.length === 18 && !birth ? { birth: birthOf(idNo) } : {};
}
