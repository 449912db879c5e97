import type { Label } from "../schema/label.ts";
import { payProblemWords } from "./pay-problems.ts";

/** What stands against a record of the lists of facilities, safety, visits, documents, census and training. */
export const listFieldWords = {
  ...payProblemWords,
  "item-of-other-set": { zh: "这一项不属于所选类别", en: "This item does not belong to the set" },
  "fewer-than-hurt": {
    zh: "受灾人数少于死亡、失踪和受伤人数之和 {hurt}",
    en: "Fewer are affected than dead, missing and injured together ({hurt})",
  },
  "parts-missing": {
    zh: "预案还缺 {missing} 个部分：{zh}",
    en: "The plan lacks {missing} of its six parts: {en}",
  },
  "not-adopted": {
    zh: "须先由居民代表会议表决通过，并选择通过的议题",
    en: "The representative meeting must have adopted it: choose the adopted proposal",
  },
  "without-consent": { zh: "本人不同意的，不登记", en: "Whoever does not agree is not listed" },
  "too-few-attempts": {
    zh: "须在不同时间至少入户 {min} 次，现为 {tried} 次",
    en: "At least {min} attempts at different times are needed; there are {tried}",
  },
  "members-differ": { zh: "与成员名单的 {listed} 人不一致", en: "The list of members has {listed}" },
  "not-relocated": { zh: "不是移民户，不填此项", en: "Only for a relocated household" },
  "day-of-rest": { zh: "休息日不需要登记", en: "A day of rest needs none" },
  "two-persons": { zh: "至少两人", en: "At least two persons" },
  "assets-uncounted": {
    zh: "还有 {count} 件资产没有盘点，第一件是 {no}",
    en: "{count} assets have not been counted, the first is {no}",
  },
  "meeting-not-held": {
    zh: "须选择已结束并有会议记录的会议",
    en: "Choose a meeting that was held and has minutes",
  },
  "auditor-audited": {
    zh: "{name} 在被审计人员之中，不能审计自己经手的账目",
    en: "{name} is among those who are audited",
  },
  "corrections-open": { zh: "应整改事项尚未整改", en: "What was to be corrected is still open" },
  "voucher-not-paid": { zh: "须选择已付款的支出凭证", en: "Choose an expense voucher that was paid" },
  "voucher-too-small": {
    zh: "凭证金额 {amount} 元，少于已登记发放的 {sum} 元",
    en: "The voucher is of {amount} yuan, less than the {sum} yuan entered for it",
  },
  "end-needed": { zh: "临时职务须填写离任日期", en: "A temporary post needs its last day" },
} as const satisfies Readonly<Record<string, Label>>;
