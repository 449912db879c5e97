import type { Label } from "../schema/label.ts";

/** What stands against a step of open affairs. */
export const affairsFieldWords = {
  "not-a-quarter": { zh: "应为季度，例如 2026-Q2", en: "This must be a quarter, such as 2026-Q2" },
  "finance-not-posted": {
    zh: "该月收支公开表还没有公布",
    en: "The month's table of income and expense has not been posted",
  },
  "nothing-corrected": { zh: "内容与已公布的相同", en: "The text is the same as the one that hangs" },
  "posting-not-noted": {
    zh: "请先在公布记录中登记张贴位置、日期和张贴人",
    en: "Note where it hangs, since when and by whom first",
  },
  "questions-open": { zh: "还有疑问没有答复", en: "A question about this has not been answered" },
  "affairs-not-posted": { zh: "这项居务公开没有在公布中", en: "This item of open affairs is not on display" },
} as const satisfies Readonly<Record<string, Label>>;
