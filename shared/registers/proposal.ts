import { proposalClass, proposalState } from "../codes/proposal.ts";
import { defineRegister } from "../schema/register.ts";

/**
 * Proposals (议题, R28, S7.7, S7.8): what is put to residents for decision. Proposed by the committee, discussed by the
 * Party branch, decided by a vote, published, carried out; the order is its flow's.
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
    passedOn: { kind: "date", label: { zh: "党组织讨论日期", en: "Passed on" }, byAction: true, past: true },
    partyMinutes: {
      kind: "longText",
      label: { zh: "党组织意见", en: "The branch's minutes" },
      byAction: true,
      max: 2000,
    },
    meeting: { kind: "reference", to: "meetings", label: { zh: "会议", en: "Meeting" }, byAction: true, width: 180 },
    decidedOn: { kind: "date", label: { zh: "表决日期", en: "Decided on" }, byAction: true, past: true, width: 110 },
    votesFor: { kind: "integer", label: { zh: "赞成", en: "For" }, byAction: true, min: 0, width: 60 },
    votesAgainst: { kind: "integer", label: { zh: "反对", en: "Against" }, byAction: true, min: 0, width: 60 },
    abstained: { kind: "integer", label: { zh: "弃权", en: "Abstained" }, byAction: true, min: 0, width: 60 },
    present: { kind: "integer", label: { zh: "实到", en: "Present" }, byAction: true, min: 0, width: 60 },
    publishedOn: { kind: "date", label: { zh: "公布日期", en: "Published on" }, byAction: true, past: true },
    assignee: { kind: "text", label: { zh: "承办人", en: "Carried out by" }, byAction: true, max: 60 },
    result: { kind: "longText", label: { zh: "办理结果", en: "Result" }, byAction: true, max: 4000, width: 200 },
    doneOn: { kind: "date", label: { zh: "完成日期", en: "Done on" }, byAction: true, past: true, width: 110 },
  },
});
