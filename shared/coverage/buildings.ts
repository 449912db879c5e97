import { byColumn, type Coverage, coveredBut, type Gap, textOf } from "../schema/coverage.ts";

/** Every building has exactly one person responsible for it (楼栋包干, S4.9, S9.9): the list of buildings names one at most. */
export const buildingsCovered: Coverage = {
  name: "buildings",
  label: { zh: "楼栋包干", en: "Buildings with a responsible person" },
  definition: {
    zh: "房屋名册里出现的每栋楼，在楼栋包干表中有责任人的计为落实。",
    en: "Every building that occurs in the list of dwellings, with a responsible person in the list of buildings.",
  },
  reads: ["dwellings", "buildings", "posts"],
  of: (lists, today) => {
    const names = [...new Set(lists("dwellings").map((row) => textOf(row, "building")))].filter(Boolean);
    const held = byColumn(lists("buildings"), "building");
    const posts = new Map(lists("posts").map((row) => [row.id, row]));
    const gaps = names.flatMap((title): Gap[] => {
      const building = held.get(title);
      const post = building && posts.get(textOf(building, "responsible"));
      const until = post ? textOf(post, "until") : "";
      if (post && (until === "" || until > today)) return [];
      const why = post
        ? { zh: "责任人已离任", en: "The person responsible has left" }
        : { zh: "没有责任人", en: "Nobody is responsible" };
      return [{ title, why, register: building ? "buildings" : "dwellings", ...(building && { id: building.id }) }];
    });
    return coveredBut(names.length, gaps);
  },
};
