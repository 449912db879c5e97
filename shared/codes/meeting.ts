import { defineCodes } from "../schema/codes.ts";
import { MEETINGS } from "../schema/meetings.ts";

/** Kinds of meetings (会议种类). */
export const meetingKind = defineCodes(
  "meetingKind",
  Object.fromEntries([...MEETINGS.values()].map(({ name, label }) => [name, label])),
);

/** Where a meeting stands (会议状态). */
export const meetingState = defineCodes("meetingState", {
  planned: { zh: "筹备", en: "Planned" },
  called: { zh: "已召集", en: "Called" },
  open: { zh: "进行中", en: "Open" },
  closed: { zh: "已结束", en: "Closed" },
  failed: { zh: "未达人数", en: "Not quorate" },
  cancelled: { zh: "已取消", en: "Cancelled" },
});

/** What somebody does at a meeting that votes (会务分工, S3.6, S3.16): none of them is a candidate. */
export const officerRole = defineCodes("officerRole", {
  head: { zh: "主持人（领导小组组长）", en: "Head of the leading group", aliases: ["主持人", "组长"] },
  leading: { zh: "领导小组成员", en: "Leading group" },
  scrutineer: { zh: "监票人", en: "Scrutineer" },
  teller: { zh: "计票人", en: "Teller", aliases: ["记票人"] },
});

/** Through what somebody is a representative (代表来源, S3.10). */
export const representativeVia = defineCodes("representativeVia", {
  group: { zh: "居民小组推选", en: "Resident group" },
  household: { zh: "按户推选", en: "Block of households" },
  unit: { zh: "驻区单位选派", en: "Unit in the community", aliases: ["单位"] },
});
