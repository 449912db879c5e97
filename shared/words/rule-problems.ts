import type { Label } from "../schema/label.ts";

/** Words for what is wrong with a committee's own value of a rule. */
export const ruleFieldWords = {
  "before-decision": { zh: "不能早于决定日期", en: "This cannot be before the decision" },
  "less-than-law": { zh: "不能低于法定要求 {least}", en: "This cannot ask for less than the law's {least}" },
  "fixed-parameter": { zh: "居委会不能另定此项", en: "A committee cannot set this one" },
  "not-a-threshold": {
    zh: "应为“超过”或“不少于”几分之几",
    en: "This must be more than, or at least, so many parts of a whole",
  },
  "not-holidays": {
    zh: "应为同一年的休息日和调休上班日",
    en: "This must be the days off and the working days in exchange of one year",
  },
} as const satisfies Readonly<Record<string, Label>>;
