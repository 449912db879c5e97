import type { Label } from "../schema/label.ts";

/** What is wrong with a step of a flow, or with editing a record whose flow stands against it. */
export const flowFieldWords = {
  "not-in-state": { zh: "已不在这一步，请看最新状态", en: "This step has passed. Look at where it stands now" },
  "second-person": { zh: "须由另一人办理", en: "Somebody else must do this" },
  "not-taken": { zh: "这一步不填写此项", en: "This step does not take this entry" },
  locked: { zh: "已锁定，不能修改或删除", en: "This is locked and can be neither changed nor deleted" },
  "before-step": { zh: "不能早于上一步的日期 {day}", en: "This cannot be before the day of the step before ({day})" },
  "not-published": { zh: "须先公布：{zh}", en: "This must be made public first: {en}" },
  "not-a-period": {
    zh: "应为月份 2026-06、季度 2026-Q2 或半年 2026-H1",
    en: "This must be a month (2026-06), a quarter (2026-Q2) or a half-year (2026-H1)",
  },
  "under-way": { zh: "已在办理，不能改变类型", en: "This is under way, so its type stays" },
  "other-flow": { zh: "请先改类型，再办理", en: "Change the type first, then take the step" },
} as const satisfies Readonly<Record<string, Label>>;
