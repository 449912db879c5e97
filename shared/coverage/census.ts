import { type Coverage, coveredBut, isCurrent, textOf } from "../schema/coverage.ts";

const ENDED: ReadonlySet<string> = new Set(["done", "empty", "refused"]);

/** How far a census has come (入户进度, S5.6, T03): households that are counted, empty or refuse; the others are to be visited. */
export const censusProgress: Coverage = {
  name: "census",
  label: { zh: "普查入户进度", en: "Census households finished" },
  definition: {
    zh: "在住户中已复核、确认空户或拒访的；其余为未完成。",
    en: "Households living here that have been checked, or found empty or refusing; the others are still to do.",
  },
  reads: ["households", "census-sheets"],
  of: (lists, today) => {
    const states = new Map(lists("census-sheets").map((row) => [textOf(row, "household"), textOf(row, "state")]));
    const here = lists("households").filter((row) => isCurrent(row, today, "arrived", "left"));
    const gaps = here.flatMap((row) => {
      const state = states.get(row.id) ?? "";
      if (ENDED.has(state)) return [];
      const why =
        state === "visited"
          ? { zh: "待复核", en: "To be checked" }
          : state === "appointment"
            ? { zh: "已预约", en: "Appointment made" }
            : { zh: "未入户", en: "Not visited" };
      return [{ title: textOf(row, "no"), why, register: "households", id: row.id }];
    });
    return coveredBut(here.length, gaps);
  },
};
