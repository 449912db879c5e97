import { ALWAYS, defineParameters, inBoth, since } from "../schema/parameter.ts";
import { document, reading } from "../words/sources.ts";
import { PERSONS } from "../words/units.ts";

/** How many staff a committee has, and in what order a vacancy is filled (工作人员, S9.3, S9.4). */
export const staff = defineParameters(
  "staff",
  { zh: "工作人员", en: "Staff" },
  {
    least: {
      kind: "number",
      unit: PERSONS,
      label: { zh: "工作人员最少人数", en: "Least staff of a committee" },
      presets: inBoth(5, document("S9.3")),
    },
    most: {
      kind: "number",
      unit: PERSONS,
      label: { zh: "工作人员最多人数", en: "Most staff of a committee" },
      presets: inBoth(8, document("S9.3")),
    },
    reserveBinding: {
      kind: "flag",
      label: { zh: "招聘只能按候录次序递补", en: "Who is taken on is next in the reserve list" },
      hint: {
        zh: "不是时，可写明原因后不按次序录用",
        en: "Where it is not, somebody else may be taken on for a reason that is noted",
      },
      presets: {
        seed: [since(ALWAYS, true, document("S9.4"))],
        law2026: [
          since(
            ALWAYS,
            false,
            reading("S9.4", "因故不能按次序的，写明原因", "whoever departs from the order says why"),
          ),
        ],
      },
    },
  },
);
