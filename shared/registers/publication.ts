import { openAffairs, publicationKind, publicationPlace, publicationState } from "../codes/publication.ts";
import { candidateOffice } from "../codes/vote.ts";
import type { FieldProblem } from "../contract/refusal.ts";
import type { Values } from "../schema/field.ts";
import { defineRegister } from "../schema/register.ts";

/**
 * Publications (公开, R31, S1.8, S7.6): what the committee makes public, from draft to archive. What was posted is frozen
 * and hashed beside the record; a correction is a new publication that says what it corrects.
 */
export const publications = defineRegister({
  name: "publications",
  label: { zh: "公开与通告", en: "Publications" },
  title: ["title"],
  frozen: ["title", "state"],
  fields: {
    title: { kind: "text", label: { zh: "标题", en: "Title" }, required: true, max: 80, width: 260 },
    state: { kind: "code", label: { zh: "状态", en: "State" }, codes: publicationState, byAction: true, width: 90 },
    kind: { kind: "code", label: { zh: "种类", en: "Kind" }, required: true, codes: publicationKind, width: 110 },
    affairs: { kind: "code", label: { zh: "居务公开类别", en: "Open affairs" }, codes: openAffairs, width: 150 },
    no: { kind: "integer", label: { zh: "编号", en: "No." }, byAction: true, min: 1, width: 70 },
    addressee: { kind: "text", label: { zh: "致", en: "To" }, max: 80, width: 140 },
    body: { kind: "longText", label: { zh: "正文", en: "Text" }, max: 6000, width: 320 },
    event: { kind: "reference", to: "events", label: { zh: "活动", en: "Event" }, width: 180 },
    election: { kind: "reference", to: "elections", label: { zh: "选举", en: "Election" }, width: 180 },
    // What an election's list told when it was approved: steps of the election stand on it.
    electionDay: { kind: "date", label: { zh: "所载选举日", en: "Election day told" }, byAction: true, width: 110 },
    listed: {
      kind: "rows",
      label: { zh: "所载候选人", en: "Candidates told" },
      byAction: true,
      personal: true,
      max: 400,
      width: 160,
      fields: {
        name: { kind: "text", label: { zh: "姓名", en: "Name" }, required: true, max: 60 },
        office: { kind: "code", label: { zh: "拟任职务", en: "Office" }, required: true, codes: candidateOffice },
      },
    },
    month: { kind: "month", label: { zh: "收支月份", en: "Month" }, width: 90 },
    // Ids, parted by spaces: an application is deleted at the end of its time whatever was displayed of it.
    applications: {
      kind: "longText",
      label: { zh: "公示的救助申请", en: "Applications for aid" },
      byAction: true,
      max: 4000,
      width: 150,
    },
    source: { kind: "text", label: { zh: "来自", en: "Made from" }, byAction: true, max: 160 },
    from: { kind: "date", label: { zh: "公布日期", en: "Shown from" }, width: 110 },
    to: { kind: "date", label: { zh: "公布至", en: "Until" }, width: 110 },
    places: { kind: "codes", label: { zh: "公布位置", en: "Places" }, codes: publicationPlace, width: 160 },
    signature: { kind: "text", label: { zh: "落款", en: "Signed" }, max: 80, width: 180 },
    signedOn: { kind: "date", label: { zh: "落款日期", en: "Dated" }, width: 110 },
    postings: {
      kind: "rows",
      label: { zh: "张贴记录", en: "Hung up" },
      byAction: true,
      max: 20,
      width: 160,
      fields: {
        place: { kind: "code", label: { zh: "位置", en: "Place" }, codes: publicationPlace, required: true },
        on: { kind: "date", label: { zh: "日期", en: "On" }, required: true, past: true },
        by: { kind: "text", label: { zh: "张贴人", en: "By" }, required: true, max: 40 },
        note: { kind: "text", label: { zh: "照片或说明", en: "Photo or note" }, max: 120 },
      },
    },
    postedBy: { kind: "text", label: { zh: "公布人", en: "Posted by" }, byAction: true, max: 60, width: 90 },
    approvedBy: { kind: "text", label: { zh: "审核人", en: "Approved by" }, byAction: true, max: 60, width: 90 },
    corrects: { kind: "reference", to: "publications", label: { zh: "更正", en: "Corrects" }, byAction: true },
    correction: { kind: "longText", label: { zh: "更正说明", en: "What was wrong" }, max: 400, width: 180 },
    contentHash: { kind: "text", label: { zh: "内容校验码", en: "Hash of content" }, byAction: true, max: 64 },
    hash: { kind: "text", label: { zh: "校验码", en: "Hash" }, byAction: true, max: 64, width: 120 },
    previousHash: { kind: "text", label: { zh: "前一校验码", en: "Previous hash" }, byAction: true, max: 64 },
  },
  check: orderProblems,
});

function orderProblems({ from, to }: Values): FieldProblem[] {
  return typeof from === "string" && typeof to === "string" && to < from ? [{ path: "to", code: "before-start" }] : [];
}
