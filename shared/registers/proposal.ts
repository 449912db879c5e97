import { cooperativeBody, proposalClass, proposalState } from "../codes/proposal.ts";
import { voteRule } from "../codes/vote.ts";
import type { FieldProblem } from "../contract/refusal.ts";
import type { Values } from "../schema/field.ts";
import { defineRegister } from "../schema/register.ts";

/** States in which nobody has discussed a proposal yet, or nobody will. */
const UNDISCUSSED = new Set<unknown>([undefined, "drafted", "withdrawn"]);

/**
 * Proposals (议题, R28, S7.7, S7.8): what is put to residents for decision. Proposed by the committee, discussed by the
 * Party branch, decided by a vote, published, carried out; the order is its flow's. What concerns the share
 * cooperative (股份合作社) has been before its board or shareholders first (S7.3).
 */
export const proposals = defineRegister({
  name: "proposals",
  label: { zh: "议题", en: "Proposals" },
  title: ["title"],
  frozen: ["title"],
  fields: {
    title: { kind: "text", label: { zh: "议题", en: "Proposal" }, required: true, max: 80, width: 240 },
    state: { kind: "code", label: { zh: "状态", en: "State" }, codes: proposalState, byAction: true, width: 110 },
    due: { kind: "date", label: { zh: "办理期限", en: "Due" }, byAction: true, width: 110 },
    class: { kind: "code", label: { zh: "类别", en: "Class" }, required: true, codes: proposalClass, width: 180 },
    text: { kind: "longText", label: { zh: "内容", en: "Text" }, required: true, max: 4000, width: 300 },
    drafted: { kind: "date", label: { zh: "提出日期", en: "Drafted on" }, past: true, width: 110 },
    cooperative: { kind: "boolean", label: { zh: "股份合作社事项", en: "Of the share cooperative" }, width: 110 },
    cooperativeBody: { kind: "code", label: { zh: "合作社会议", en: "Its meeting" }, codes: cooperativeBody },
    cooperativeMet: { kind: "date", label: { zh: "合作社开会日期", en: "It met on" }, past: true, width: 120 },
    cooperativeMinutes: {
      kind: "longText",
      label: { zh: "合作社会议记录", en: "The cooperative's minutes" },
      max: 2000,
    },
    passedOn: { kind: "date", label: { zh: "党组织讨论日期", en: "Passed on" }, byAction: true, past: true },
    partyMinutes: {
      kind: "longText",
      label: { zh: "党组织意见", en: "The branch's minutes" },
      byAction: true,
      max: 2000,
    },
    meeting: { kind: "reference", to: "meetings", label: { zh: "会议", en: "Meeting" }, byAction: true, width: 180 },
    decidedOn: { kind: "date", label: { zh: "表决日期", en: "Decided on" }, byAction: true, past: true, width: 110 },
    decidedBy: { kind: "code", label: { zh: "表决规则", en: "Decided by" }, byAction: true, codes: voteRule },
    votesFor: { kind: "integer", label: { zh: "赞成", en: "For" }, byAction: true, min: 0, width: 60 },
    votesAgainst: { kind: "integer", label: { zh: "反对", en: "Against" }, byAction: true, min: 0, width: 60 },
    abstained: { kind: "integer", label: { zh: "弃权", en: "Abstained" }, byAction: true, min: 0, width: 60 },
    present: { kind: "integer", label: { zh: "实到", en: "Present" }, byAction: true, min: 0, width: 60 },
    disagreement: { kind: "longText", label: { zh: "分歧意见", en: "Disagreement" }, byAction: true, max: 2000 },
    referredOn: { kind: "date", label: { zh: "报上级日期", en: "Referred on" }, byAction: true, past: true },
    streetAnswer: { kind: "longText", label: { zh: "上级答复", en: "Answer from above" }, byAction: true, max: 2000 },
    answeredOn: { kind: "date", label: { zh: "上级答复日期", en: "Answered on" }, byAction: true, past: true },
    residentsFor: { kind: "integer", label: { zh: "居民同意", en: "Residents for" }, byAction: true, min: 0 },
    residentsAgainst: { kind: "integer", label: { zh: "居民不同意", en: "Residents against" }, byAction: true, min: 0 },
    publishedOn: { kind: "date", label: { zh: "公布日期", en: "Published on" }, byAction: true, past: true },
    assignee: { kind: "text", label: { zh: "承办人", en: "Carried out by" }, byAction: true, max: 60 },
    result: { kind: "longText", label: { zh: "办理结果", en: "Result" }, byAction: true, max: 4000, width: 200 },
    doneOn: { kind: "date", label: { zh: "完成日期", en: "Done on" }, byAction: true, past: true, width: 110 },
  },
  check: cooperativeProblems,
});

function cooperativeProblems({ cooperative, state, passedOn, ...values }: Values): FieldProblem[] {
  if (cooperative !== true || UNDISCUSSED.has(state)) return [];
  const { cooperativeMet } = values;
  const isLater = typeof passedOn === "string" && typeof cooperativeMet === "string" && cooperativeMet > passedOn;
  return [
    ...["cooperativeBody", "cooperativeMet", "cooperativeMinutes"]
      .filter((path) => !values[path])
      .map((path) => ({ path, code: "required" })),
    ...(isLater ? [{ path: "cooperativeMet", code: "cooperative-first" }] : []),
  ];
}
