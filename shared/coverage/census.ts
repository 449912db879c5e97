import { type Coverage, coveredBut, type Gap, isCurrent, textOf } from "../schema/coverage.ts";

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

/** How far each building has come (S5.6): one is finished when none of its households is open any more. */
export const censusBuildings: Coverage = {
  name: "census-buildings",
  label: { zh: "普查进度（按楼栋）", en: "Census by building" },
  definition: {
    zh: "所有在住户都已复核、确认空户或拒访的楼栋；其余列出已完成的户数。",
    en: "Buildings of which every household has been checked, or found empty or refusing; of the others, how many have.",
  },
  reads: ["households", "dwellings", "census-sheets"],
  of: (lists, today) => {
    const states = new Map(lists("census-sheets").map((row) => [textOf(row, "household"), textOf(row, "state")]));
    const dwellings = new Map(lists("dwellings").map((row) => [row.id, textOf(row, "building")]));
    const done = new Map<string, { ended: number; all: number }>();
    for (const row of lists("households")) {
      if (!isCurrent(row, today, "arrived", "left")) continue;
      const title = dwellings.get(textOf(row, "dwelling")) ?? "";
      const { ended, all } = done.get(title) ?? { ended: 0, all: 0 };
      const isEnded = ENDED.has(states.get(row.id) ?? "");
      done.set(title, { ended: ended + (isEnded ? 1 : 0), all: all + 1 });
    }
    const gaps = [...done].flatMap(([title, { ended, all }]): Gap[] => {
      const why = { zh: `已完成 ${ended} / ${all} 户`, en: `${ended} of ${all} households done` };
      return ended < all ? [{ title, why, register: "households" }] : [];
    });
    return coveredBut(done.size, gaps);
  },
};
