import { defineCodes } from "../schema/codes.ts";

/** Where something somebody was asked to do stands (交办状态). */
export const errandState = defineCodes("errandState", {
  given: { zh: "已交办", en: "Given" },
  done: { zh: "已完成", en: "Done" },
  closed: { zh: "已验收", en: "Accepted" },
  cancelled: { zh: "已取消", en: "Cancelled" },
});
