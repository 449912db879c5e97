import { auditKind, auditState } from "../codes/audit.ts";
import { defineRegister } from "../schema/register.ts";

/**
 * Audits of the books (审计, S8.24): beside the council's monthly review, by the town or an agency. What period, by whom,
 * what was found, what was to be corrected and was; signed at the end.
 */
export const audits = defineRegister({
  name: "audits",
  label: { zh: "审计", en: "Audits" },
  title: ["kind", "from", "until"],
  frozen: ["kind"],
  fields: {
    kind: { kind: "code", label: { zh: "类别", en: "Kind" }, required: true, codes: auditKind, width: 110 },
    state: { kind: "code", label: { zh: "状态", en: "State" }, codes: auditState, byAction: true, width: 110 },
    due: { kind: "date", label: { zh: "办理期限", en: "Due" }, byAction: true, width: 110 },
    from: { kind: "date", label: { zh: "审计期间自", en: "Period from" }, required: true, past: true, width: 110 },
    until: { kind: "date", label: { zh: "审计期间至", en: "Period until" }, required: true, past: true, width: 110 },
    auditor: { kind: "text", label: { zh: "审计单位", en: "Auditor" }, byAction: true, max: 80, width: 150 },
    auditors: {
      kind: "text",
      label: { zh: "审计人员", en: "Audited by" },
      byAction: true,
      max: 120,
      width: 140,
      hint: { zh: "姓名用顿号分开", en: "Names, parted by commas" },
    },
    reportNo: { kind: "text", label: { zh: "审计报告文号", en: "Report no." }, byAction: true, max: 80, width: 130 },
    audited: { kind: "date", label: { zh: "审计日期", en: "Audited on" }, byAction: true, past: true, width: 110 },
    findings: { kind: "longText", label: { zh: "审计结论", en: "Findings" }, byAction: true, max: 4000, width: 220 },
    corrections: {
      kind: "longText",
      label: { zh: "应整改事项", en: "To be corrected" },
      byAction: true,
      max: 4000,
      width: 220,
    },
    corrected: {
      kind: "longText",
      label: { zh: "整改情况", en: "What was corrected" },
      byAction: true,
      max: 4000,
      width: 220,
    },
    correctedOn: {
      kind: "date",
      label: { zh: "整改日期", en: "Corrected on" },
      byAction: true,
      past: true,
      width: 110,
    },
    signed: { kind: "date", label: { zh: "签字日期", en: "Signed on" }, byAction: true, past: true, width: 110 },
  },
  check: ({ from, until }) => (from && until && until < from ? [{ path: "until", code: "before-start" }] : []),
});
