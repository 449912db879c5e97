import { defineCodes } from "../schema/codes.ts";

/** Where a household of a census stands (普查户状态, W11). */
export const censusState = defineCodes("censusState", {
  open: { zh: "未入户", en: "Not visited" },
  appointment: { zh: "已预约", en: "Appointment" },
  visited: { zh: "已登记", en: "Visited" },
  done: { zh: "已复核", en: "Checked" },
  empty: { zh: "空户", en: "Empty" },
  refused: { zh: "拒访", en: "Refused" },
});

/** What came of an attempt to see a household (入户结果). */
export const attemptResult = defineCodes("attemptResult", {
  absent: { zh: "无人在家", en: "Nobody at home" },
  appointment: { zh: "另约时间", en: "Appointment made" },
  refused: { zh: "拒绝", en: "Refused" },
  seen: { zh: "见到", en: "Seen" },
});
