import { defineCodes } from "../schema/codes.ts";

/** Where a line of the pay sheet stands (工资状态). */
export const payState = defineCodes("payState", {
  draft: { zh: "待审批", en: "To be approved" },
  approved: { zh: "待发放", en: "To be paid" },
  paid: { zh: "已发放", en: "Paid" },
});

/** Grade of a left cadre's subsidy by years of continuous service (补贴档次, S9.18). */
export const subsidyGrade = defineCodes("subsidyGrade", {
  none: { zh: "不享受", en: "None" },
  below: { zh: "按文件执行", en: "As the document says" },
  lower: { zh: "第一档", en: "Lower grade" },
  upper: { zh: "第二档", en: "Upper grade" },
});

/** Who pays a left cadre's subsidy (发放单位, S9.19). */
export const subsidyPayer = defineCodes("subsidyPayer", {
  street: { zh: "街道财政", en: "The street's finance" },
  open: { zh: "文件未写明", en: "Not said" },
});
