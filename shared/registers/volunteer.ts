import { volunteerSkill } from "../codes/work.ts";
import { defineRegister } from "../schema/register.ts";

/** Volunteers (志愿者, R37; S2.10, S4.9, S9.28): who helps, in which team, with their own consent. */
export const volunteers = defineRegister({
  name: "volunteers",
  label: { zh: "志愿者", en: "Volunteers" },
  title: ["name"],
  frozen: ["name"],
  match: [["name", "phone"]],
  uniqueTogether: [["name", "phone"]],
  retention: { from: "left", days: 365 },
  fields: {
    name: {
      kind: "text",
      label: { zh: "姓名", en: "Name" },
      required: true,
      personal: true,
      max: 60,
      pattern: "person-name",
      width: 90,
    },
    phone: { kind: "phone", label: { zh: "电话", en: "Phone" }, required: true, personal: true, width: 130 },
    team: { kind: "reference", to: "bodies", label: { zh: "队伍", en: "Team" }, width: 160 },
    skills: { kind: "codes", label: { zh: "专长", en: "Skills" }, codes: volunteerSkill, width: 180 },
    joined: { kind: "date", label: { zh: "加入日期", en: "Joined" }, required: true, past: true, width: 110 },
    left: { kind: "date", label: { zh: "退出日期", en: "Left" }, width: 110 },
    hours: { kind: "decimal", label: { zh: "服务小时", en: "Hours" }, min: 0, max: 100_000, places: 1 },
    consent: { kind: "boolean", label: { zh: "本人同意登记", en: "Agreed to be listed" }, required: true, width: 120 },
  },
  check: ({ consent, joined, left }) => [
    ...(consent === false ? [{ path: "consent", code: "without-consent" }] : []),
    ...(joined && left && left < joined ? [{ path: "left", code: "before-start" }] : []),
  ],
});
