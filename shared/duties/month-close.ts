import { defineDuty } from "../schema/duty.ts";

/** The books are closed every month (月结, S8.16). */
export const monthClose = defineDuty({
  name: "D05",
  label: { zh: "月结", en: "Month close" },
  rhythm: "month",
  who: ["accountant"],
  days: "duties.monthCloseDays",
  late: [{ to: ["director"] }, { after: "duties.streetDays", to: ["street"] }],
  evidence: { zh: "月结与银行对账单", en: "Closed month, agreed with the bank's statement" },
  fulfilment: "month-close",
});
