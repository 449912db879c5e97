import { type Coverage, coveredBut, type Gap, textOf } from "../schema/coverage.ts";

const OVER: ReadonlySet<string> = new Set(["closed", "cancelled"]);

/** Every hazard that is still there has its measure and who must take it (整改措施, S8.10). */
export const hazardMeasures: Coverage = {
  name: "hazard-measures",
  label: { zh: "隐患整改措施", en: "Measures against hazards" },
  definition: {
    zh: "未销号的隐患中，有整改措施和责任人的。",
    en: "Hazards still there that have a measure and somebody who must take it.",
  },
  reads: ["hazards"],
  of: (lists) => {
    const open = lists("hazards").filter((row) => !OVER.has(textOf(row, "state")));
    const gaps = open.flatMap((row): Gap[] => {
      const has = textOf(row, "measure") !== "" && textOf(row, "owner") !== "";
      const why = { zh: "没有整改措施或责任人", en: "No measure, or nobody to take it" };
      const due = textOf(row, "due");
      return has ? [] : [{ title: textOf(row, "place"), why, register: "hazards", id: row.id, ...(due && { due }) }];
    });
    return coveredBut(open.length, gaps);
  },
};
