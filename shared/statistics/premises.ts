import { facilitySet } from "../codes/facility.ts";
import { FACILITIES } from "../rules/facilities.ts";
import { presenceOn } from "../rules/residence.ts";
import { categoriesOf } from "../schema/categories.ts";
import type { Statistic } from "../schema/statistic.ts";

const COMMITTEES = { zh: "个", en: "committees" };
const ITEMS = { zh: "项", en: "items" };

/** Offices and facilities (办公用房与设施, T17; S4.4, S7.1, S9.21, S9.22): what committees have of what there should be. */
export const premises: Statistic = {
  name: "T17",
  label: { zh: "办公用房与设施", en: "Offices and facilities" },
  definition: {
    zh: "自有办公用房的居委会（自有，或由开发建设单位配建）占全部居委会的比例，租用和没有的不计入自有；已具备的设施项数占应有项数的比例，应有项数为每个居委会各类设施的项数之和。",
    en: "Committees with an office of their own (owned or provided by the developer) as a share of all committees; rented rooms and none do not count as their own. Items of facilities that are there as a share of those that belong to every committee, by set.",
  },
  measures: {
    committees: { zh: "居委会", en: "Committees", unit: COMMITTEES, about: "things", by: [] },
    ownOffice: { zh: "自有办公用房", en: "With own office", unit: COMMITTEES, about: "things", by: [] },
    items: { zh: "应有设施", en: "Items that belong", unit: ITEMS, about: "things" },
    has: { zh: "已具备设施", en: "Items there", unit: ITEMS, about: "things" },
  },
  ratios: {
    ownOfficeShare: { zh: "自有占比", en: "Share with own office", part: "ownOffice", whole: "committees" },
    facilityShare: { zh: "设施具备率", en: "Share of items there", part: "has", whole: "items" },
  },
  apart: true,
  dimensions: [{ key: "set", label: { zh: "设施类别", en: "Set" }, categories: categoriesOf(facilitySet) }],
  registers: ["committees", "facilities"],
  count: (register, values, day) => {
    if (register === "facilities") {
      const { isThere, changesOn } = presenceOn(day, values.since);
      const at = { set: String(values.set) };
      return { cells: values.has === true && isThere ? [{ at, amounts: { has: 1 } }] : [], changesOn };
    }
    const { isThere, changesOn } = presenceOn(day, values.founded);
    if (!isThere) return { cells: [], changesOn };
    const isOwn = values.premises === "own" || values.premises === "developer";
    const items = Object.entries(FACILITIES).map(([set, all]) => ({ at: { set }, amounts: { items: all.length } }));
    return { cells: [{ at: {}, amounts: { committees: 1, ownOffice: isOwn ? 1 : 0 } }, ...items], changesOn };
  },
};
