import { defineParameters, inBoth } from "../schema/parameter.ts";
import { otherText } from "../words/sources.ts";
import { PERSONS } from "../words/units.ts";

/** Numbers of statistics (统计): what is not shown, so that nobody is recognised. */
export const statistics = defineParameters(
  "statistics",
  { zh: "统计", en: "Statistics" },
  {
    smallBelow: {
      kind: "number",
      unit: PERSONS,
      label: { zh: "人数少于此数时不显示", en: "Counts of persons below this are not shown" },
      hint: { zh: "报送街道和区的统计（小单元格）", en: "In statistics for the street and the district (small cells)" },
      fixed: {
        zh: "各社区须一致，否则可相互推算，居委会不能另定",
        en: "All communities hold to one, or it could be worked out from the others; a committee cannot set it",
      },
      presets: inBoth(
        5,
        otherText("统计机构通常在 3 至 10 之间取值", "Usual bounds of statistical offices lie between 3 and 10", false),
        "2000-01-01",
      ),
    },
  },
);
