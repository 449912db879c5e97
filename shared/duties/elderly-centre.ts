import { defineDuty } from "../schema/duty.ts";

/** The elderly activity centre is cleaned every working day before closing (S5.5), where the committee looks after one. */
export const elderlyCentre = defineDuty({
  name: "D12",
  label: { zh: "老年活动中心清扫", en: "Cleaning of the elderly centre" },
  rhythm: "workday",
  who: ["clerk", "sanitation", "member", "deputy", "director"],
  days: "duties.centreDays",
  late: [{ to: ["director"] }],
  evidence: { zh: "地面干燥不滑，桌椅牢固整齐", en: "Floor dry and not slippery, furniture firm and in order" },
  fulfilment: "record",
  needs: ["floorDry", "furniture"],
});
