import { documentKind, documentState, planPart } from "../codes/work.ts";
import { documentProblems } from "../rules/document.ts";
import { defineRegister } from "../schema/register.ts";

/**
 * Documents (制度与预案, R32; S4.15, S7.9): rules, guides and plans by version. What has been issued stays as it is; a
 * change is a new version.
 */
export const documents = defineRegister({
  name: "documents",
  label: { zh: "制度与预案", en: "Rules and plans" },
  title: ["title", "version"],
  frozen: ["title"],
  match: [["title", "version"]],
  uniqueTogether: [["title", "version"]],
  fields: {
    title: { kind: "text", label: { zh: "名称", en: "Title" }, required: true, max: 80, width: 220 },
    version: {
      kind: "integer",
      label: { zh: "版次", en: "Version" },
      required: true,
      initial: 1,
      min: 1,
      max: 999,
      width: 70,
    },
    kind: { kind: "code", label: { zh: "类别", en: "Kind" }, required: true, codes: documentKind, width: 140 },
    state: { kind: "code", label: { zh: "状态", en: "State" }, codes: documentState, byAction: true, width: 90 },
    validFrom: { kind: "date", label: { zh: "施行日期", en: "In force from" }, width: 110 },
    body: { kind: "longText", label: { zh: "正文", en: "Text" }, max: 20_000, width: 260 },
    parts: {
      kind: "rows",
      label: { zh: "预案内容", en: "Parts of the plan" },
      max: 12,
      width: 220,
      fields: {
        part: { kind: "code", label: { zh: "部分", en: "Part" }, required: true, codes: planPart },
        text: { kind: "text", label: { zh: "内容", en: "Text" }, required: true, max: 2000 },
      },
    },
    approvedBy: { kind: "reference", to: "proposals", label: { zh: "通过的议题", en: "Adopted as" }, width: 180 },
    filedWith: { kind: "text", label: { zh: "报备单位", en: "Filed with" }, max: 80 },
    reviewBy: { kind: "date", label: { zh: "复审日期", en: "Review by" }, width: 110 },
  },
  check: documentProblems,
});
