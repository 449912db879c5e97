import { presenceOn } from "../rules/residence.ts";
import type { Statistic } from "../schema/statistic.ts";

/** Share of committees with an office of their own (办公用房): owned, or provided by the developer. */
export const premises: Statistic = {
  name: "T17",
  label: { zh: "居委会办公用房", en: "Committees' offices" },
  definition: {
    zh: "自有办公用房的居委会（自有，或由开发建设单位配建）占全部居委会的比例。租用和没有办公用房的不计入自有。",
    en: "Committees with an office of their own (owned or provided by the developer) as a share of all committees. Rented rooms and none do not count as their own.",
  },
  measures: {
    committees: { zh: "居委会", en: "Committees", unit: { zh: "个", en: "committees" }, about: "things" },
    ownOffice: { zh: "自有办公用房", en: "With own office", unit: { zh: "个", en: "committees" }, about: "things" },
  },
  ratios: { ownOfficeShare: { zh: "自有占比", en: "Share with own office", part: "ownOffice", whole: "committees" } },
  dimensions: [],
  registers: ["committees"],
  count: (_, values, day) => {
    const { isThere, changesOn } = presenceOn(day, values.founded);
    const isOwn = values.premises === "own" || values.premises === "developer";
    return { cells: isThere ? [{ at: {}, amounts: { committees: 1, ownOffice: isOwn ? 1 : 0 } }] : [], changesOn };
  },
};
