import { candidateOffice, proposersKind, voteMethod, voteOutcome, voteRule, voteState } from "../codes/vote.ts";
import type { Fields } from "../schema/field.ts";
import { defineRegister } from "../schema/register.ts";

const tally = {
  for: { kind: "integer", label: { zh: "赞成", en: "For" }, min: 0 },
  against: { kind: "integer", label: { zh: "反对", en: "Against" }, min: 0 },
  abstain: { kind: "integer", label: { zh: "弃权", en: "Abstained" }, min: 0 },
} as const satisfies Fields;

const choice = {
  id: { kind: "text", label: { zh: "编号", en: "Key" }, max: 60 },
  name: { kind: "text", label: { zh: "姓名或议题", en: "Name or question" }, max: 120, personal: true },
  office: { kind: "code", label: { zh: "拟任职务", en: "Office" }, codes: candidateOffice },
} as const satisfies Fields;

/**
 * Votes (表决, S3.17-S3.20): by which rule a meeting voted, who stood, the count and what it ended in. Nothing here is
 * typed: a vote is prepared, opened, counted by two people, and announced.
 */
export const votes = defineRegister({
  name: "votes",
  label: { zh: "表决", en: "Votes" },
  title: ["title"],
  frozen: ["title"],
  byAction: true,
  fields: {
    title: { kind: "text", label: { zh: "事项", en: "On what" }, required: true, max: 120, width: 240 },
    meeting: { kind: "reference", to: "meetings", label: { zh: "会议", en: "Meeting" }, required: true, width: 180 },
    state: { kind: "code", label: { zh: "状态", en: "State" }, codes: voteState, byAction: true, width: 90 },
    rule: { kind: "code", label: { zh: "表决规则", en: "Rule" }, required: true, codes: voteRule, width: 150 },
    method: { kind: "code", label: { zh: "方式", en: "Method" }, required: true, codes: voteMethod, width: 110 },
    proposal: { kind: "reference", to: "proposals", label: { zh: "议题", en: "Proposal" }, width: 180 },
    office: { kind: "code", label: { zh: "拟任职务", en: "Office" }, codes: candidateOffice, width: 110 },
    seats: { kind: "integer", label: { zh: "应选人数", en: "Seats" }, min: 1, max: 99, width: 80 },
    round: { kind: "integer", label: { zh: "轮次", en: "Round" }, min: 1, max: 9, initial: 1, width: 60 },
    follows: { kind: "reference", to: "votes", label: { zh: "上一轮", en: "Round before" }, width: 160 },
    proposersKind: { kind: "code", label: { zh: "提议人", en: "Asked for by" }, codes: proposersKind },
    proposers: { kind: "integer", label: { zh: "提议人数", en: "How many ask" }, min: 0, max: 1_000_000 },
    proposersOf: { kind: "integer", label: { zh: "总数", en: "Of how many" }, min: 1, max: 1_000_000 },
    statement: { kind: "longText", label: { zh: "本人申辩", en: "The person's statement" }, max: 4000 },
    choices: {
      kind: "rows",
      label: { zh: "选票", en: "On the ballot" },
      byAction: true,
      personal: true,
      max: 36,
      width: 160,
      fields: choice,
    },
    opened: { kind: "dateTime", label: { zh: "开始", en: "Opened" }, byAction: true, width: 140 },
    due: { kind: "integer", label: { zh: "应到", en: "Entitled" }, byAction: true, min: 0, width: 70 },
    present: { kind: "integer", label: { zh: "实到", en: "Present" }, byAction: true, min: 0, width: 70 },
    issued: { kind: "integer", label: { zh: "发出票", en: "Issued" }, byAction: true, min: 0, width: 70 },
    returned: { kind: "integer", label: { zh: "收回票", en: "Returned" }, byAction: true, min: 0, width: 70 },
    spoiled: { kind: "integer", label: { zh: "废票", en: "Spoiled" }, byAction: true, min: 0, width: 70 },
    results: {
      kind: "rows",
      label: { zh: "得票", en: "Votes" },
      byAction: true,
      personal: true,
      max: 36,
      width: 200,
      fields: { ...choice, ...tally, elected: { kind: "boolean", label: { zh: "当选", en: "Elected" } } },
    },
    needed: { kind: "integer", label: { zh: "当选或通过票数", en: "Votes needed" }, byAction: true, min: 0, width: 80 },
    outcome: { kind: "code", label: { zh: "结果", en: "Outcome" }, byAction: true, codes: voteOutcome, width: 140 },
    missing: { kind: "integer", label: { zh: "缺额", en: "Seats left" }, byAction: true, min: 0, width: 70 },
    recounts: { kind: "integer", label: { zh: "重新计票", en: "Counted anew" }, byAction: true, min: 0, width: 80 },
    countedBy: { kind: "text", label: { zh: "录入人", en: "Entered by" }, byAction: true, max: 130, width: 140 },
    announced: { kind: "dateTime", label: { zh: "宣布时间", en: "Announced" }, byAction: true, width: 140 },
    announcedBy: { kind: "text", label: { zh: "宣布人", en: "Announced by" }, byAction: true, max: 60, width: 90 },
  },
});
