import type { Language } from "../schema/label.ts";
import { pageTitles } from "./page-titles.ts";

/** Who deletes when a time has run out, as a record's history shows it. */
export const retentionActor = { account: "retention", name: "到期删除" };

/** What the console says about deletion at the end of a record's time (到期删除). */
export type RetentionWords = {
  readonly title: string;
  readonly about: string;
  readonly rule: (list: string, from: string, days: number) => string;
  readonly none: string;
  readonly day: string;
  readonly list: string;
  readonly deleted: string;
  readonly finished: string;
  readonly caption: string;
};

export const retentionWords: Readonly<Record<Language, RetentionWords>> = {
  zh: {
    title: pageTitles.retention.zh,
    about: "保存期限一到，系统每天凌晨自动删除记录及其历史内容，不能恢复。这里只记条数，不记是谁。",
    rule: (list, from, days) => `${list}：自“${from}”起保存 ${days} 天`,
    none: "还没有到期删除的记录",
    day: "日期",
    list: "台账",
    deleted: "删除条数",
    finished: "完成时间",
    caption: "最近的到期删除",
  },
  en: {
    title: pageTitles.retention.en,
    about:
      "When their time has run out, records and what their history held are deleted in the night, for good. Only numbers are kept here, no person.",
    rule: (list, from, days) => `${list}: kept for ${days} days from “${from}”`,
    none: "Nothing has been deleted yet",
    day: "Day",
    list: "List",
    deleted: "Records deleted",
    finished: "Finished",
    caption: "Latest deletions",
  },
};
