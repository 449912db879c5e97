import { certificateGround, certificateKind, certificateState } from "../codes/certificate.ts";
import type { FieldProblem } from "../contract/refusal.ts";
import type { Values } from "../schema/field.ts";
import { defineRegister } from "../schema/register.ts";

/**
 * Certificates (居委会证明, W04b; S8.13): what a resident asked the committee to certify, whether the register says so, and
 * the number it was issued under, or where to go instead.
 */
export const certificates = defineRegister({
  name: "certificates",
  label: { zh: "居委会证明", en: "Certificates" },
  title: ["asked", "purpose"],
  frozen: ["resident", "state"],
  retention: { from: "closed", days: 5 * 365 },
  fields: {
    resident: {
      kind: "reference",
      to: "residents",
      label: { zh: "申请人", en: "Asked by" },
      required: true,
      width: 110,
    },
    state: { kind: "code", label: { zh: "状态", en: "State" }, codes: certificateState, byAction: true, width: 110 },
    due: { kind: "date", label: { zh: "办理期限", en: "Due" }, byAction: true, width: 110 },
    kind: { kind: "code", label: { zh: "证明种类", en: "Kind" }, required: true, codes: certificateKind, width: 120 },
    purpose: { kind: "text", label: { zh: "用途", en: "For what" }, required: true, max: 120, width: 160 },
    unit: { kind: "text", label: { zh: "要求出具的单位", en: "Asked for by" }, max: 80, width: 160 },
    asked: { kind: "date", label: { zh: "申请日期", en: "Asked on" }, past: true, width: 110 },
    registered: {
      kind: "longText",
      label: { zh: "名册记载", en: "In the register" },
      personal: true,
      byAction: true,
      max: 1000,
      width: 240,
    },
    matches: { kind: "boolean", label: { zh: "与名册相符", en: "Agrees" }, byAction: true, width: 90 },
    statement: {
      kind: "longText",
      label: { zh: "证明内容", en: "What is certified" },
      personal: true,
      byAction: true,
      max: 1000,
      width: 240,
    },
    no: { kind: "text", label: { zh: "编号", en: "No." }, byAction: true, max: 40, width: 130 },
    issuedOn: { kind: "date", label: { zh: "出具日期", en: "Issued on" }, byAction: true, past: true },
    issuedBy: { kind: "text", label: { zh: "签发人", en: "Issued by" }, byAction: true, max: 60 },
    copy: { kind: "text", label: { zh: "存根存放处", en: "Copy kept at" }, byAction: true, max: 80 },
    ground: {
      kind: "code",
      label: { zh: "不予出具的理由", en: "Why refused" },
      codes: certificateGround,
      byAction: true,
      width: 140,
    },
    referTo: { kind: "text", label: { zh: "请到何处办理", en: "Where to go instead" }, byAction: true, max: 120 },
    closed: { kind: "date", label: { zh: "办结日期", en: "Closed on" }, byAction: true, past: true },
  },
  check: certificateProblems,
});

/** Nothing is certified that the register does not say. */
function certificateProblems({ state, matches, statement }: Values): FieldProblem[] {
  if (state === "issued" && matches !== true) return [{ path: "matches", code: "register-differs" }];
  const isChecked = state === "checked" || state === "issued";
  return isChecked && matches === true && !statement ? [{ path: "statement", code: "required" }] : [];
}
