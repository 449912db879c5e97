import { ageBandOn, nextAgeBandOn } from "../rules/age-band.ts";
import { residenceOn } from "../rules/residence.ts";
import type { Statistic } from "../schema/statistic.ts";

/** Population structure (人口结构): residents by sex and age. */
export const population: Statistic = {
  name: "T02",
  label: { zh: "人口结构", en: "Population structure" },
  definition: {
    zh: "截至所示日期的居民，按性别和年龄段分。居民为在住或外出、且已来此居住的人。年龄按周岁；2月29日出生的，平年3月1日满岁。60岁及以上为最后两段之和。",
    en: "Residents as of the date shown, by sex and age band. Residents live here or are away, and have arrived. Age in full years; who was born on 29 February turns a year older on 1 March in common years. 60 and over is the sum of the last two bands.",
  },
  measures: {
    residents: { zh: "居民", en: "Residents", unit: { zh: "人", en: "persons" }, about: "people" },
  },
  persons: "residents",
  dimensions: [
    {
      key: "sex",
      label: { zh: "性别", en: "Sex" },
      categories: {
        "1": { zh: "男", en: "Male" },
        "2": { zh: "女", en: "Female" },
        "9": { zh: "未说明", en: "Not stated" },
      },
    },
    {
      key: "ageBand",
      label: { zh: "年龄段", en: "Age" },
      categories: {
        "0-14": { zh: "0–14岁", en: "0–14" },
        "15-59": { zh: "15–59岁", en: "15–59" },
        "60-64": { zh: "60–64岁", en: "60–64" },
        "65+": { zh: "65岁及以上", en: "65+" },
      },
    },
  ],
  registers: ["residents"],
  count: (_, values, day) => {
    const { isThere, changesOn } = residenceOn(day, values);
    if (!isThere) return { cells: [], changesOn };
    const birth = typeof values.birth === "string" ? values.birth : day;
    const sex = values.sex === "1" || values.sex === "2" ? values.sex : "9";
    const cell = { at: { sex, ageBand: ageBandOn(birth, day) }, amounts: { residents: 1 } };
    return { cells: [cell], changesOn: nextAgeBandOn(birth, day) };
  },
};
