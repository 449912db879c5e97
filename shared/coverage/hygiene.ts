import { addDays } from "../rules/calendar.ts";
import { type Coverage, coveredBut, type Gap, type Row, textOf } from "../schema/coverage.ts";

/** Layers of bodies that are rated. */
const RATED: ReadonlySet<string> = new Set(["unit", "company"]);

/**
 * Hygiene rating (检查评比, S8.12): units and groups by their latest points, each named with its rank; who has not been
 * rated for long, or did not pass, is to be seen again.
 */
export const hygiene: Coverage = {
  name: "hygiene",
  label: { zh: "卫生评比", en: "Hygiene rating" },
  definition: {
    zh: "评比间隔内最近一次得分达标的居民小组、驻区单位和企业。未达标的按名次列出。",
    en: "Groups, units and companies whose latest points within the interval were enough. The others stand with their rank.",
  },
  reads: ["groups", "bodies", "inspections"],
  of: (lists, today, numbers) => {
    const days = numbers("services.ratingDays");
    const since = days === null ? "" : addDays(today, -days);
    const latest = new Map<string, Row>();
    for (const row of lists("inspections")) {
      const whom = textOf(row, "group") || textOf(row, "unit");
      const isRating = textOf(row, "kind") === "hygiene" && textOf(row, "date") >= since;
      const before = latest.get(whom);
      if (isRating && (!before || textOf(before, "date") <= textOf(row, "date"))) latest.set(whom, row);
    }
    const pass = numbers("services.passMark") ?? 0;
    const points = (id: string) => Number(latest.get(id)?.values.score ?? 0);
    const all = [
      ...lists("groups").map((row) => ({ ...row, register: "groups" })),
      ...lists("bodies")
        .filter((row) => RATED.has(textOf(row, "layer")))
        .map((row) => ({ ...row, register: "bodies" })),
    ];
    const rated = all.filter(({ id }) => latest.has(id));
    const gaps = all.flatMap(({ register, ...row }): Gap[] => {
      const gap = { title: textOf(row, "name"), register, id: row.id };
      if (!latest.has(row.id)) return [{ ...gap, why: { zh: "未评比", en: "Not rated" } }];
      const score = points(row.id);
      if (score >= pass) return [];
      const rank = 1 + rated.filter(({ id }) => points(id) > score).length;
      const why = {
        zh: `${score} 分，第 ${rank} 名（共 ${rated.length}）`,
        en: `${score} points, ${rank} of ${rated.length}`,
      };
      return [{ ...gap, why }];
    });
    return coveredBut(all.length, gaps);
  },
};
