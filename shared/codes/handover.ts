import { defineCodes } from "../schema/codes.ts";

/** What is handed over (移交事由, W08): a post with rights in the books, or the committee as a whole after an election. */
export const handoverOf = defineCodes("handoverOf", {
  committee: { zh: "居委会换届", en: "The committee, after an election", aliases: ["换届"] },
  director: { zh: "主任离任", en: "The director leaves", aliases: ["主任"] },
  cashier: { zh: "出纳离任", en: "The cashier leaves", aliases: ["出纳"] },
  accountant: { zh: "会计离任", en: "The accountant leaves", aliases: ["会计"] },
});

/** Where a handover stands (移交状态). */
export const handoverState = defineCodes("handoverState", {
  opened: { zh: "待列清单", en: "To be listed" },
  listed: { zh: "待离任审计", en: "To be audited" },
  audited: { zh: "待移交人签字", en: "Giver to sign" },
  given: { zh: "待接收人签字", en: "Taker to sign" },
  taken: { zh: "待监交人签字", en: "Street to sign" },
  closed: { zh: "已移交", en: "Handed over" },
  cancelled: { zh: "已撤销", en: "Cancelled" },
});
