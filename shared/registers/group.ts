import { defineRegister } from "../schema/register.ts";

/** Resident groups (居民小组): the committee's own division of its households, with leader and informer. */
export const groups = defineRegister({
  name: "groups",
  label: { zh: "居民小组", en: "Resident groups" },
  title: ["name"],
  frozen: ["no"],
  match: [["no"]],
  fields: {
    no: {
      kind: "integer",
      label: { zh: "组号", en: "No." },
      required: true,
      unique: true,
      min: 1,
      max: 9999,
      aliases: ["小组", "居民小组", "组别", "小组号"],
      width: 70,
    },
    name: { kind: "text", label: { zh: "名称", en: "Name" }, max: 60, width: 160 },
    leader: { kind: "reference", to: "posts", label: { zh: "组长", en: "Leader" } },
    deputy: { kind: "reference", to: "posts", label: { zh: "副组长", en: "Deputy" } },
    informer: { kind: "reference", to: "posts", label: { zh: "灾害信息员", en: "Disaster informer" } },
    buildings: { kind: "text", label: { zh: "楼栋", en: "Buildings" }, width: 160 },
    formed: { kind: "date", label: { zh: "成立日期", en: "Formed" } },
  },
  derive: (values) => (values.name ? {} : { name: `第${String(values.no ?? "")}居民小组` }),
  implied: (given) => {
    const no = Number(given.no ?? /\d+/.exec(String(given.buildings ?? ""))?.[0] ?? Number.NaN);
    return Number.isInteger(no) && no > 0 ? { ...given, no } : given;
  },
});
