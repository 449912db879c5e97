import { defineParameters, inBoth } from "../schema/parameter.ts";
import { reading, USUAL } from "../words/sources.ts";
import { DAYS } from "../words/units.ts";

/** Open affairs (居务公开, W12, S8.14): how long each step may take. */
export const affairs = defineParameters(
  "affairs",
  { zh: "居务公开", en: "Open affairs" },
  {
    collectDays: step("征集意见", "Opinions collected within", 5),
    compileDays: step("整理核对", "Compiled within", 5),
    fixDays: step("居委会审定", "Fixed by the committee within", 5),
    approveDays: step("审议", "Approved within", 5),
    postDays: step("公布", "Posted within", 2),
    questionDays: {
      kind: "number",
      unit: DAYS,
      label: { zh: "公布后接受疑问", en: "Questions are taken for" },
      presets: inBoth(10, USUAL),
    },
    answerDays: {
      kind: "number",
      unit: DAYS,
      label: { zh: "答复疑问", en: "Questions answered within" },
      presets: inBoth(10, reading("S8.14", "按 10 日答复", "taken as ten days")),
    },
    archiveDays: step("归档", "Archived within", 10),
  },
);

function step(zh: string, en: string, days: number) {
  return { kind: "number", unit: DAYS, label: { zh, en }, presets: inBoth(days, USUAL) } as const;
}
