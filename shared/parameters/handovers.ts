import { defineParameters, inBoth } from "../schema/parameter.ts";
import { document } from "../words/sources.ts";

/** Handing over before leaving (离任移交, L12, S8.21). How many days it may take is `elections.handoverDays`. */
export const handovers = defineParameters(
  "handovers",
  { zh: "离任移交", en: "Handover on leaving" },
  {
    first: {
      kind: "flag",
      label: {
        zh: "有账务权限的职务：先移交，后离任",
        en: "Posts with rights in the books: handed over before they end",
      },
      hint: {
        zh: "死亡、罢免、丧失资格除外：职务立即结束，移交随后办理",
        en: "Not after death, recall or loss of eligibility: the post ends at once, the handover follows",
      },
      presets: inBoth(true, document("S8.21")),
    },
  },
);
