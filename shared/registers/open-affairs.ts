import { openAffairsState } from "../codes/open-affairs.ts";
import { openAffairs as affairsClass } from "../codes/publication.ts";
import { periodInWords, untilOf } from "../rules/open-affairs.ts";
import { codeLabel } from "../schema/codes.ts";
import { defineRegister } from "../schema/register.ts";

/**
 * Open affairs (居务公开, W12, S7.5, S8.14): what of one class is made public for one month or quarter, from the
 * opinions that were collected to the answers that were given, each step with its day, person and evidence.
 */
export const openAffairs = defineRegister({
  name: "open-affairs",
  label: { zh: "居务公开", en: "Open affairs" },
  title: ["title"],
  frozen: ["title", "state"],
  match: [["class", "period", "title"]],
  uniqueTogether: [["class", "period", "title"]],
  fields: {
    title: { kind: "text", label: { zh: "标题", en: "Title" }, max: 80, width: 240 },
    state: { kind: "code", label: { zh: "进度", en: "State" }, codes: openAffairsState, byAction: true, width: 120 },
    due: { kind: "date", label: { zh: "本步期限", en: "Due" }, byAction: true, width: 110 },
    class: { kind: "code", label: { zh: "类别", en: "Class" }, required: true, codes: affairsClass, width: 180 },
    period: {
      kind: "text",
      label: { zh: "公开时段", en: "Period" },
      required: true,
      max: 7,
      width: 100,
      hint: { zh: "财务按月 2026-06，其他按季 2026-Q2", en: "Finance a month (2026-06), others a quarter (2026-Q2)" },
    },
    until: { kind: "date", label: { zh: "时段末日", en: "Period ends" }, width: 110 },
    responsible: { kind: "text", label: { zh: "责任人", en: "Responsible" }, max: 60, width: 90 },
    items: { kind: "longText", label: { zh: "公开事项", en: "Items" }, max: 2000, width: 200 },
    opinions: { kind: "longText", label: { zh: "征集的意见", en: "Opinions collected" }, max: 4000, width: 200 },
    explainedBy: { kind: "text", label: { zh: "说明人", en: "Explained by" }, max: 60, width: 90 },
    explanation: { kind: "longText", label: { zh: "当事人说明", en: "Explanation" }, max: 4000, width: 200 },
    collectedOn: { kind: "date", label: { zh: "征集日期", en: "Collected on" }, byAction: true, past: true },
    text: { kind: "longText", label: { zh: "公开内容", en: "Text" }, max: 6000, width: 300 },
    evidence: { kind: "longText", label: { zh: "依据", en: "Evidence" }, max: 2000, width: 160 },
    checkedBy: { kind: "text", label: { zh: "核对人", en: "Checked by" }, max: 60, width: 90 },
    compiledOn: { kind: "date", label: { zh: "整理日期", en: "Compiled on" }, byAction: true, past: true },
    minutes: { kind: "longText", label: { zh: "审定记录", en: "The committee's minutes" }, byAction: true, max: 4000 },
    fixedBy: { kind: "text", label: { zh: "审定人", en: "Fixed by" }, byAction: true, max: 60, width: 90 },
    fixedOn: { kind: "date", label: { zh: "审定日期", en: "Fixed on" }, byAction: true, past: true },
    proposal: { kind: "reference", to: "proposals", label: { zh: "代表会议议题", en: "Proposal" }, byAction: true },
    approvedBy: { kind: "text", label: { zh: "审议", en: "Approved by" }, byAction: true, max: 80, width: 130 },
    approvedOn: { kind: "date", label: { zh: "审议日期", en: "Approved on" }, byAction: true, past: true },
    publication: {
      kind: "reference",
      to: "publications",
      label: { zh: "公布", en: "Publication" },
      byAction: true,
      width: 180,
    },
    postedBy: { kind: "text", label: { zh: "公布人", en: "Posted by" }, byAction: true, max: 60, width: 90 },
    postedOn: { kind: "date", label: { zh: "公布日期", en: "Posted on" }, byAction: true, past: true, width: 110 },
    inTime: { kind: "boolean", label: { zh: "按期公布", en: "In time" }, byAction: true, width: 80 },
    answer: { kind: "longText", label: { zh: "疑问答复", en: "Answer" }, byAction: true, max: 4000, width: 200 },
    correction: { kind: "longText", label: { zh: "更正说明", en: "What was wrong" }, byAction: true, max: 400 },
    answeredOn: { kind: "date", label: { zh: "答复日期", en: "Answered on" }, byAction: true, past: true },
    archivedOn: { kind: "date", label: { zh: "归档日期", en: "Archived on" }, byAction: true, past: true },
  },
  derive: (values) => {
    const until = untilOf(values);
    if (until === undefined) return {};
    const label = codeLabel(affairsClass, String(values.class), "zh");
    return { until, ...(!values.title && { title: `${periodInWords(String(values.period))}${label}公开` }) };
  },
  check: (values) =>
    values.class && values.period && untilOf(values) === undefined
      ? [{ path: "period", code: values.class === "finance" ? "not-a-month" : "not-a-quarter" }]
      : [],
});
