import { representativeVia } from "../codes/meeting.ts";
import { defineRegister } from "../schema/register.ts";

/** Residents' representatives (居民代表, R29, S3.10): chosen by groups or blocks of households, or sent by units. */
export const representatives = defineRegister({
  name: "representatives",
  label: { zh: "居民代表", en: "Representatives" },
  title: ["person"],
  frozen: ["person"],
  match: [["person", "from"], ["person"]],
  fields: {
    person: {
      kind: "text",
      label: { zh: "姓名", en: "Name" },
      required: true,
      personal: true,
      max: 60,
      pattern: "person-name",
      aliases: ["代表姓名"],
      width: 90,
    },
    resident: { kind: "reference", to: "residents", label: { zh: "居民", en: "Resident" } },
    via: {
      kind: "code",
      label: { zh: "产生方式", en: "Chosen by" },
      required: true,
      codes: representativeVia,
      initial: "group",
      width: 130,
    },
    group: { kind: "reference", to: "groups", label: { zh: "居民小组", en: "Resident group" }, width: 130 },
    households: { kind: "integer", label: { zh: "代表户数", en: "Households" }, min: 0, max: 9999, width: 80 },
    unit: { kind: "reference", to: "bodies", label: { zh: "单位", en: "Unit" }, width: 160 },
    phone: { kind: "phone", label: { zh: "电话", en: "Phone" }, restricted: "electionPeople", personal: true },
    from: { kind: "date", label: { zh: "任期开始", en: "From" }, required: true, width: 110 },
    until: { kind: "date", label: { zh: "任期结束", en: "Until" }, width: 110 },
  },
  check: ({ from, until, via, unit }) => [
    ...(from && until && until < from ? [{ path: "until", code: "before-start" }] : []),
    ...(via === "unit" && !unit ? [{ path: "unit", code: "required" }] : []),
  ],
});
