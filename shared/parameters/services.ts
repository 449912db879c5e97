import { ALWAYS, defineParameters, inBoth, since } from "../schema/parameter.ts";
import { document, reading, USUAL } from "../words/sources.ts";
import { DAYS } from "../words/units.ts";

/** Services that come round (日常服务, S8.10, S8.12, S9.26): how long after its period each may be done. */
export const services = defineParameters(
  "services",
  { zh: "日常服务", en: "Services that come round" },
  {
    patrolDays: {
      kind: "number",
      unit: DAYS,
      label: { zh: "值班巡逻检查：月末后", en: "Check of patrols: after the month" },
      hint: { zh: "不填则不要求", en: "Left open, it is not asked for" },
      presets: inBoth(0, reading("S8.10", "“定期”按每月计", "“regularly” is taken as every month")),
    },
    sanitationDays: {
      kind: "number",
      unit: DAYS,
      label: { zh: "周末卫生日：周日后", en: "Weekend sanitation day: after the Sunday" },
      hint: { zh: "没有周末卫生日的不填", en: "Left open where there is no such day" },
      presets: {
        seed: [since(ALWAYS, 0, document("S8.12"))],
        law2026: [since(ALWAYS, null, USUAL)],
      },
    },
    rubbishDays: {
      kind: "number",
      unit: DAYS,
      label: { zh: "垃圾日产日清：当日后", en: "Rubbish cleared daily: after the day" },
      hint: { zh: "由物业负责的不填；0 表示当日", en: "Left open where others clear it; 0 means on the day" },
      presets: inBoth(null, USUAL),
    },
    ratingDays: {
      kind: "number",
      unit: DAYS,
      label: { zh: "卫生评比：间隔", en: "Hygiene rating: at least every" },
      presets: inBoth(92, reading("S8.12", "检查评比按每季计", "rating is taken as every quarter")),
    },
    passMark: {
      kind: "number",
      unit: { zh: "分", en: "points" },
      label: { zh: "卫生评比：达标分", en: "Hygiene rating: points to pass" },
      presets: inBoth(80, USUAL),
    },
    guideDays: {
      kind: "number",
      unit: DAYS,
      label: { zh: "办事指南公布天数", en: "A service guide is shown for" },
      presets: inBoth(365, USUAL),
    },
    jointDays: {
      kind: "number",
      unit: DAYS,
      label: { zh: "联席会议：季末后", en: "Joint conference: after the quarter" },
      hint: { zh: "不填则不要求", en: "Left open, it is not asked for" },
      presets: inBoth(0, reading("S9.26", "“定期”按每季计", "“regularly” is taken as every quarter")),
    },
  },
);
