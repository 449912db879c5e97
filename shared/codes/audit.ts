import { defineCodes } from "../schema/codes.ts";

/** Why the books are audited (审计类别, S8.24). */
export const auditKind = defineCodes("auditKind", {
  regular: { zh: "定期审计", en: "Regular" },
  leaving: { zh: "离任审计", en: "Somebody leaves" },
  special: { zh: "专项审计", en: "On one matter" },
});

/** Where an audit stands (审计状态). */
export const auditState = defineCodes("auditState", {
  ordered: { zh: "待审计", en: "To be audited" },
  reported: { zh: "待整改", en: "To be corrected" },
  corrected: { zh: "待复核签字", en: "To be signed" },
  closed: { zh: "已办结", en: "Closed" },
  cancelled: { zh: "已取消", en: "Cancelled" },
});
