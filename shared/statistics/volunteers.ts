import { presenceOn } from "../rules/residence.ts";
import type { Statistic } from "../schema/statistic.ts";
import { PERSONS } from "../words/units.ts";

/** Volunteers (志愿者, T24; S2.10, S4.9, S9.28): how many there are, and the hours they have given. */
export const volunteers: Statistic = {
  name: "T24",
  label: { zh: "志愿者", en: "Volunteers" },
  definition: {
    zh: "截至所示日期已加入、未退出的志愿者，及其累计服务小时（按每人登记的小时数，四舍五入取整）。占居民比例以全部居民为分母。少于5人的人数及其小时数不显示。",
    en: "Volunteers who have joined and not left as of the date shown, and the hours noted of each of them in whole hours. Their share is of all residents. Fewer than 5, and their hours, are hidden.",
  },
  measures: {
    volunteers: { zh: "志愿者", en: "Volunteers", unit: PERSONS, about: "people" },
    hours: { zh: "服务小时", en: "Hours", unit: { zh: "小时", en: "hours" }, about: "people", over: "volunteers" },
  },
  ratios: {
    share: {
      zh: "占居民比例",
      en: "Share of residents",
      part: "volunteers",
      whole: { statistic: "T01", measure: "residents" },
    },
  },
  dimensions: [],
  registers: ["volunteers"],
  count: (_, values, day) => {
    const { isThere, changesOn } = presenceOn(day, values.joined, values.left);
    const hours = typeof values.hours === "number" ? Math.round(values.hours) : 0;
    return { cells: isThere ? [{ at: {}, amounts: { volunteers: 1, hours } }] : [], changesOn };
  },
};
