import { defineCodes } from "../schema/codes.ts";

/** How a question is answered (题型). */
export const questionType = defineCodes("questionType", {
  one: { zh: "单选", en: "One of several", aliases: ["单选题", "select_one"] },
  several: { zh: "多选", en: "Several", aliases: ["多选题", "select_multiple"] },
  scale: { zh: "打分", en: "Scale", aliases: ["量表", "评分", "rating"] },
  text: { zh: "文字", en: "Text", aliases: ["填空", "问答"] },
  number: { zh: "数字", en: "Number", aliases: ["integer", "decimal"] },
  date: { zh: "日期", en: "Date" },
});

/** How often a survey may be answered (答题限制). */
export const onePer = defineCodes("onePer", {
  none: { zh: "不限（每个页面一份）", en: "No limit (one for each page)", aliases: ["不限"] },
  household: { zh: "每户一份（凭门牌码）", en: "Once per household (by a code)", aliases: ["每户一份", "户"] },
});

/** How an answer reached the committee (答卷渠道). */
export const answerChannel = defineCodes("answerChannel", {
  qr: { zh: "扫码", en: "By QR code" },
});
