import { facilityItem } from "../codes/facility.ts";
import { FACILITIES, TWENTY_ONE } from "../rules/facilities.ts";
import { type Coverage, coveredBut, type Gap, textOf } from "../schema/coverage.ts";
import type { Label } from "../schema/label.ts";

/** How many items of some sets there are (设施得分 n/m, T17): an item that nobody entered is missing too. */
function score(name: string, label: Label, sets: readonly string[]): Coverage {
  return {
    name: `facilities-${name}`,
    label,
    definition: {
      zh: "设施台账中“具备”的项目数，占该类规定项目数。",
      en: "Items that are there by the list of facilities, of all that belong to the set.",
    },
    reads: ["facilities"],
    of: (lists) => {
      const wanted = sets.flatMap((set) => (FACILITIES[set] ?? []).map((item) => ({ set, item })));
      const rows = new Map(lists("facilities").map((row) => [`${textOf(row, "set")} ${textOf(row, "item")}`, row]));
      const gaps = wanted.flatMap(({ set, item }): Gap[] => {
        const row = rows.get(`${set} ${item}`);
        if (row?.values.has === true) return [];
        const why = row ? { zh: "尚无", en: "There is none" } : { zh: "未登记", en: "Not entered" };
        const title = facilityItem.codes[item] ?? item;
        return [{ title, why, register: "facilities", ...(row && { id: row.id }) }];
      });
      return coveredBut(wanted.length, gaps);
    },
  };
}

/** 八个一 (S7.1), 五通 and 三化 (S4.4), and the 21 items of S9.21. */
export const eightOnes = score("ones", { zh: "八个一", en: "Eight ones" }, ["ones"]);
export const connections = score("connections", { zh: "五通", en: "Five connections" }, ["connections"]);
export const improvements = score("improvements", { zh: "三化", en: "Three improvements" }, ["improvements"]);
export const twentyOne = score(
  "twenty-one",
  { zh: "六室五机四校三站两栏一场所", en: "21 items: rooms, machines, schools, stations, boards, place" },
  TWENTY_ONE,
);
