import { presenceOn } from "../rules/residence.ts";
import type { Statistic } from "../schema/statistic.ts";

/** Relocated households and persons (移民户, S4.2): by where they came from and how they were settled. */
export const relocatedHouseholds: Statistic = {
  name: "T04",
  label: { zh: "移民户与搬迁人数", en: "Relocated households and persons" },
  definition: {
    zh: "截至所示日期仍在住的移民户及其搬迁人数，按移民来源和安置方式分。搬迁日期未填的视为已搬迁。",
    en: "Relocated households that live here as of the date shown, and the persons who moved with them, by origin and settlement. Without a date they count as relocated.",
  },
  measures: {
    households: { zh: "移民户", en: "Relocated households", unit: { zh: "户", en: "households" }, about: "people" },
    persons: { zh: "搬迁人数", en: "Persons relocated", unit: { zh: "人", en: "persons" }, about: "people" },
  },
  dimensions: [
    {
      key: "source",
      label: { zh: "移民来源", en: "From" },
      categories: {
        mountain: { zh: "深山区", en: "Mountain area" },
        geohazard: { zh: "地质灾害区", en: "Area of geological hazard" },
      },
    },
    {
      key: "settle",
      label: { zh: "安置方式", en: "Settled" },
      categories: {
        concentrated: { zh: "集中安置", en: "Concentrated" },
        dispersed: { zh: "分散安置", en: "Dispersed" },
      },
    },
  ],
  registers: ["households"],
  count: (_, values, day) => {
    const { relocation, settle, relocPersons } = values;
    if (relocation !== "mountain" && relocation !== "geohazard") return { cells: [] };
    const { isThere, changesOn } = presenceOn(day, values.relocDate ?? values.arrived, values.left);
    if (!isThere) return { cells: [], changesOn };
    const at = { source: relocation, settle: settle === "concentrated" ? "concentrated" : "dispersed" };
    const persons = typeof relocPersons === "number" ? relocPersons : 0;
    return { cells: [{ at, amounts: { households: 1, persons } }], changesOn };
  },
};
