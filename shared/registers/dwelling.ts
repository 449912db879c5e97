import { dwellingUse } from "../codes/committee.ts";
import { defineRegister } from "../schema/register.ts";

/** Dwellings (房屋): every room of the community, lived in or not, by building, unit and room. */
export const dwellings = defineRegister({
  name: "dwellings",
  label: { zh: "房屋", en: "Dwellings" },
  title: ["building", "unit", "room"],
  frozen: ["building", "unit", "room"],
  match: [["building", "unit", "room"]],
  uniqueTogether: [["building", "unit", "room"]],
  // A new room belongs to the group that the other rooms of its building belong to.
  foundBy: [["building"]],
  implies: ["group"],
  fields: {
    building: {
      kind: "text",
      label: { zh: "楼栋", en: "Building" },
      required: true,
      max: 20,
      aliases: ["楼号", "栋", "幢", "楼", "楼栋号", "栋号"],
      width: 80,
    },
    unit: { kind: "text", label: { zh: "单元", en: "Unit" }, max: 20, aliases: ["单元号"], width: 80 },
    room: {
      kind: "text",
      label: { zh: "房号", en: "Room" },
      required: true,
      max: 20,
      aliases: ["室", "门牌", "门牌号", "房间号", "房间", "室号"],
      width: 80,
    },
    group: {
      kind: "reference",
      to: "groups",
      label: { zh: "居民小组", en: "Resident group" },
      required: true,
      width: 140,
    },
    responsible: { kind: "reference", to: "posts", label: { zh: "包户责任人", en: "Responsible" } },
    use: { kind: "code", label: { zh: "用途", en: "Use" }, required: true, codes: dwellingUse, initial: "self" },
    areaM2: { kind: "decimal", label: { zh: "建筑面积（㎡）", en: "Area (m²)" }, min: 0, max: 100_000 },
    owner: {
      kind: "text",
      label: { zh: "产权人", en: "Owner" },
      personal: true,
      max: 60,
      pattern: "person-name",
      aliases: ["房主", "业主"],
    },
    ownerPhone: {
      kind: "phone",
      label: { zh: "产权人电话", en: "Owner's phone" },
      personal: true,
      aliases: ["房主电话", "业主电话"],
    },
    rentFiled: { kind: "boolean", label: { zh: "租赁备案", en: "Rent filed" } },
    tenantsFrom: { kind: "date", label: { zh: "承租起始", en: "Tenants since" } },
  },
  derive: (values) => {
    const { building, unit, room } = values;
    return { building: plain(building, "栋"), unit: plain(unit, "单元"), room: plain(room, "室") };
  },
  implied: (given) => given,
});

/** Lists write `18栋`, `18幢`, `18号楼` and `18`; one of them is kept, so that a room is one room. */
function plain(value: unknown, suffix: string): string | null {
  if (typeof value !== "string") return null;
  const number = /^(\d+)\s*(?:栋|幢|号楼|楼|单元|室|号)?$/.exec(value.trim());
  if (!number) return value;
  return suffix === "室" ? String(number[1]) : `${Number(number[1])}${suffix}`;
}
