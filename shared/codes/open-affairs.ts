import { defineCodes } from "../schema/codes.ts";

/** Where an item of open affairs stands (居务公开进度, W12). */
export const openAffairsState = defineCodes("openAffairsState", {
  collecting: { zh: "征集意见", en: "Collecting" },
  collected: { zh: "已征集", en: "Collected" },
  compiled: { zh: "已整理核对", en: "Compiled" },
  fixed: { zh: "居委会已审定", en: "Fixed by the committee" },
  approved: { zh: "已审议通过", en: "Approved" },
  posted: { zh: "已公布", en: "Posted" },
  questioned: { zh: "有疑问", en: "Questioned" },
  answered: { zh: "疑问已答复", en: "Answered" },
  archived: { zh: "已归档", en: "Archived" },
});
