import { defineDuty } from "../schema/duty.ts";

/** Everybody cleans at the weekend (周末卫生日, S8.12): a sanitation event held in the week shows it. */
export const sanitationDay = defineDuty({
  name: "D13",
  label: { zh: "周末卫生日", en: "Weekend sanitation day" },
  rhythm: "week",
  who: ["sanitation", "health", "director"],
  days: "services.sanitationDays",
  late: [{ to: ["director"] }],
  evidence: { zh: "已举办的环境整治活动，和卫生评比", en: "A sanitation event that was held, and its rating" },
  fulfilment: "list",
  shownBy: {
    register: "events",
    on: "gather",
    when: ({ kind, status }) => kind === "sanitation" && status === "held",
  },
});
