import { type Coverage, coveredBut, type Gap, isCurrent, textOf } from "../schema/coverage.ts";

/** Every team that goes out in an emergency has its head and people to call (应急小分队、志愿者队伍, S4.9). */
export const squads: Coverage = {
  name: "squads",
  label: { zh: "应急队伍", en: "Emergency teams" },
  definition: {
    zh: "有现任负责人、且志愿者名册里有在册队员的应急队伍和志愿者队伍。",
    en: "Teams with a head today and with volunteers on the list, each with a phone.",
  },
  reads: ["bodies", "posts", "volunteers"],
  of: (lists, today) => {
    const teams = lists("bodies").filter((row) => textOf(row, "layer") === "squad");
    const gaps = teams.flatMap((team): Gap[] => {
      const isHeaded = lists("posts").some(
        (row) => textOf(row, "body") === team.id && textOf(row, "post") === "head" && isCurrent(row, today),
      );
      const has = lists("volunteers").some(
        (row) => textOf(row, "team") === team.id && isCurrent(row, today, "joined", "left"),
      );
      const why = isHeaded ? { zh: "没有队员", en: "Nobody is in it" } : { zh: "没有负责人", en: "Nobody heads it" };
      return isHeaded && has ? [] : [{ title: textOf(team, "name"), why, register: "bodies", id: team.id }];
    });
    return coveredBut(teams.length, gaps);
  },
};
