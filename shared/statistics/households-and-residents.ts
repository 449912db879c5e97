import { presenceOn, residenceOn } from "../rules/residence.ts";
import type { Statistic } from "../schema/statistic.ts";

/** Committees, groups, households and residents (社区基本数): how large a community, street or district is. */
export const householdsAndResidents: Statistic = {
  name: "T01",
  label: { zh: "居委会、居民小组、户、居民数", en: "Committees, groups, households and residents" },
  definition: {
    zh: "截至所示日期：居委会和居民小组按已成立计；户按已入住、未迁出计；居民为在住或外出、且已来此居住的人，来此日期未填的视为已来。",
    en: "As of the date shown: committees and groups that have been formed; households that have arrived and not left; residents living here or away who have arrived. Without a date of arrival they count as arrived.",
  },
  measures: {
    committees: { zh: "居委会", en: "Committees", unit: { zh: "个", en: "committees" }, about: "things" },
    groups: { zh: "居民小组", en: "Resident groups", unit: { zh: "个", en: "groups" }, about: "things" },
    households: { zh: "户", en: "Households", unit: { zh: "户", en: "households" }, about: "people" },
    residents: { zh: "居民", en: "Residents", unit: { zh: "人", en: "persons" }, about: "people" },
  },
  persons: "residents",
  dimensions: [],
  registers: ["committees", "groups", "households", "residents"],
  count: (register, values, day) => {
    const { isThere, changesOn } =
      register === "residents"
        ? residenceOn(day, values)
        : presenceOn(day, values[BEGINS[register] ?? ""], values.left);
    // A resident who is here stays until somebody says otherwise; only the breakdown changes with birthdays.
    return { cells: isThere ? [{ at: {}, amounts: { [register]: 1 } }] : [], changesOn };
  },
};

/** The column that says since when something of a list is there. */
const BEGINS: Readonly<Record<string, string>> = { committees: "founded", groups: "formed", households: "arrived" };
