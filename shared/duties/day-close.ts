import { defineDuty } from "../schema/duty.ts";

/** Cash is counted and the day closed on every day that moved (日清, S8.16). */
export const dayClose = defineDuty({
  name: "D04",
  label: { zh: "日清：清点现金", en: "Day close: count the cash" },
  rhythm: "day",
  who: ["cashier"],
  days: "duties.dayCloseDays",
  late: [{ to: ["director"] }],
  evidence: { zh: "现金清点表", en: "Count sheet" },
  fulfilment: "day-close",
});
