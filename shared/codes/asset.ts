import { defineCodes } from "../schema/codes.ts";

/** Where a fixed asset stands (资产状态, R21). */
export const assetState = defineCodes("assetState", {
  use: { zh: "在用", en: "In use" },
  idle: { zh: "闲置", en: "Idle" },
  scrapped: { zh: "已报废", en: "Scrapped" },
});

/** What a count found of an asset (盘点结果). */
export const assetFound = defineCodes("assetFound", {
  found: { zh: "账实相符", en: "There, as the books say", aliases: ["相符"] },
  damaged: { zh: "损坏", en: "Damaged" },
  elsewhere: { zh: "地点不符", en: "In another place" },
  missing: { zh: "盘亏", en: "Missing", aliases: ["找不到"] },
});

/** Where a count of all assets stands (盘点状态). */
export const assetCountState = defineCodes("assetCountState", {
  counting: { zh: "盘点中", en: "Being counted" },
  counted: { zh: "待确认", en: "To be confirmed" },
  confirmed: { zh: "已确认", en: "Confirmed" },
});
