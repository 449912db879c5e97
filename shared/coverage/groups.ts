import { type Coverage, coveredBut, type Gap, textOf } from "../schema/coverage.ts";

/** Every resident group has a leader and a disaster informer (S4.11, S9.9). */
export const groupsCovered: Coverage = {
  name: "groups",
  label: { zh: "小组长与灾害信息员", en: "Groups with leader and disaster informer" },
  definition: {
    zh: "有组长、也有灾害信息员的居民小组。",
    en: "Resident groups that have a leader and a disaster informer.",
  },
  reads: ["groups"],
  of: (lists) => {
    const rows = lists("groups");
    const gaps = rows.flatMap((row): Gap[] => {
      const [leader, informer] = [textOf(row, "leader") !== "", textOf(row, "informer") !== ""];
      if (leader && informer) return [];
      const why = leader
        ? { zh: "没有灾害信息员", en: "No disaster informer" }
        : informer
          ? { zh: "没有组长", en: "No leader" }
          : { zh: "没有组长和灾害信息员", en: "Neither leader nor disaster informer" };
      return [{ title: textOf(row, "name"), why, register: "groups", id: row.id }];
    });
    return coveredBut(rows.length, gaps);
  },
};
