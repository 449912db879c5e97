import { defineCodes } from "../schema/codes.ts";

/** When a patrol goes round (班次). */
export const patrolShift = defineCodes("patrolShift", {
  day: { zh: "白班", en: "Day" },
  evening: { zh: "晚班", en: "Evening" },
  night: { zh: "夜班", en: "Night" },
});
