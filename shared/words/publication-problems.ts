import type { Label } from "../schema/label.ts";

/** What keeps something from being made public, and a date that lacks its year. */
export const publicationFieldWords = {
  "date-without-year": { zh: "请写明年份。是 {proposed} 吗？", en: "The year is missing. Is it {proposed}?" },
  "at-once-only": {
    zh: "这一类由表决宣布时自动公布，不能自行起草",
    en: "This kind is made public by the act it tells of. Nobody drafts one",
  },
  "shown-too-short": { zh: "公示期未满：至少公示到 {day}", en: "It is to be shown until {day} at least" },
  "shown-no-more": {
    zh: "公布期已过，请退回修改“公布至”",
    en: "Its last day has passed. Return it and change the last day",
  },
  "event-cancelled-notice": {
    zh: "活动已取消，不能再发通告",
    en: "The event has been cancelled, so there is no notice",
  },
  "not-posted": { zh: "只能更正已公布的内容", en: "Only what was posted can be corrected" },
  "approver-of-kind": { zh: "这一类由其他职务审核", en: "This kind is approved by another post" },
} as const satisfies Readonly<Record<string, Label>>;
