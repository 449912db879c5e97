import { defineCodes } from "../schema/codes.ts";

/** What a hazard is (隐患类别). */
export const hazardKind = defineCodes("hazardKind", {
  fire: { zh: "消防", en: "Fire" },
  building: { zh: "房屋", en: "Building" },
  gas: { zh: "燃气", en: "Gas" },
  electric: { zh: "用电", en: "Electricity" },
  geology: { zh: "地质灾害", en: "Geology", aliases: ["滑坡"] },
  flood: { zh: "内涝", en: "Flood", aliases: ["洪涝"] },
  traffic: { zh: "交通", en: "Traffic" },
  food: { zh: "食品", en: "Food" },
  other: { zh: "其他", en: "Other" },
});

/** How bad a hazard is (隐患等级): it decides until when it must be gone. */
export const hazardLevel = defineCodes("hazardLevel", {
  low: { zh: "低", en: "Low", aliases: ["一般"] },
  mid: { zh: "中", en: "Middle", aliases: ["较大"] },
  high: { zh: "高", en: "High", aliases: ["重大"] },
});

/** Where a hazard stands (隐患状态, W09). */
export const hazardState = defineCodes("hazardState", {
  found: { zh: "已发现", en: "Found" },
  ordered: { zh: "责令整改", en: "Ordered" },
  fixed: { zh: "已整改", en: "Fixed" },
  closed: { zh: "已销号", en: "Checked and closed" },
  cancelled: { zh: "已撤销", en: "Cancelled" },
});

/** What kind of disaster (灾种). */
export const disasterKind = defineCodes("disasterKind", {
  flood: { zh: "洪涝", en: "Flood" },
  landslide: { zh: "滑坡、泥石流", en: "Landslide", aliases: ["滑坡", "泥石流"] },
  earthquake: { zh: "地震", en: "Earthquake" },
  storm: { zh: "风雹", en: "Storm", aliases: ["大风", "冰雹"] },
  snow: { zh: "低温雨雪", en: "Snow and frost" },
  drought: { zh: "干旱", en: "Drought" },
  fire: { zh: "火灾", en: "Fire" },
  epidemic: { zh: "疫情", en: "Epidemic" },
  other: { zh: "其他", en: "Other" },
});

/** Where a disaster report stands (灾情报告状态, W10). */
export const disasterState = defineCodes("disasterState", {
  first: { zh: "初报", en: "First report" },
  confirmed: { zh: "已核实", en: "Confirmed" },
  followed: { zh: "续报", en: "Follow-up" },
  final: { zh: "核报", en: "Final report" },
  closed: { zh: "已上报办结", en: "Sent to the town, closed" },
  cancelled: { zh: "误报撤销", en: "False report" },
});

/** Why somebody needs help to get away (转移原因). */
export const evacuationReason = defineCodes("evacuationReason", {
  alone: { zh: "独居", en: "Lives alone" },
  disabled: { zh: "残疾", en: "Disabled" },
  child: { zh: "儿童", en: "Child" },
  ill: { zh: "患病", en: "Ill" },
});

/** Places of refuge, and what lies in the store (避难场所与物资). */
export const shelterKind = defineCodes("shelterKind", {
  shelter: { zh: "避难场所", en: "Shelter" },
  store: { zh: "储备物资", en: "Stored item", aliases: ["物资"] },
});
