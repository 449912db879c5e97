import { live, sex } from "../codes/population.ts";
import { relation } from "../codes/relation.ts";
import { codeLabel } from "../schema/codes.ts";
import type { Values } from "../schema/field.ts";
import type { Language } from "../schema/label.ts";

/** The number of a certificate: 居证〔2026〕12号. */
export const certificateNo = (year: string, seq: number): string => `居证〔${year}〕${seq}号`;

/** What the register says about somebody, as a clerk reads it out (名册记载). Kept in Chinese, as the certificate is. */
export function registeredWords(resident: Values, household: Values, dwelling: Values): string {
  const address = [dwelling.building, dwelling.unit, dwelling.room].filter(Boolean).join(" ");
  return [
    String(resident.name),
    codeLabel(sex, String(resident.sex), "zh"),
    `${String(resident.birth)} 出生`,
    `户号 ${String(household.no ?? "—")}`,
    `住 ${address || "—"}`,
    `与户主关系：${codeLabel(relation, String(resident.relation), "zh")}`,
    `居住状态：${codeLabel(live, String(resident.live), "zh")}`,
  ].join("，");
}

/** Words of the certificate on paper (证明). */
export type CertificateWords = {
  readonly print: string;
  readonly title: string;
  readonly no: (no: string) => string;
  readonly use: (purpose: string, unit: string) => string;
  readonly seal: string;
  readonly issuedBy: (name: string) => string;
  readonly copyTitle: string;
  readonly copy: (where: string) => string;
  readonly cut: string;
  readonly refusal: string;
  readonly refusalTitle: string;
  readonly refused: (kind: string, ground: string) => string;
  readonly referTo: (where: string) => string;
  readonly display: string;
};

export const certificateWords: Readonly<Record<Language, CertificateWords>> = {
  zh: {
    print: "打印证明",
    title: "证明",
    no: (no) => `编号：${no}`,
    use: (purpose, unit) => (unit ? `此证明仅用于${purpose}，交${unit}。` : `此证明仅用于${purpose}。`),
    seal: "（盖章）",
    issuedBy: (name) => `签发人：${name}`,
    copyTitle: "存根",
    copy: (where) => `存放处：${where}`,
    cut: "裁切线",
    refusal: "打印不予出具告知单",
    refusalTitle: "不予出具证明告知单",
    refused: (kind, ground) => `您申请的${kind}，我居委会不予出具。理由：${ground}。`,
    referTo: (where) => `请到${where}办理。`,
    display: "起草救助公示",
  },
  en: {
    print: "Print the certificate",
    title: "Certificate",
    no: (no) => `No. ${no}`,
    use: (purpose, unit) => `For ${purpose} only${unit ? `, to be given to ${unit}` : ""}.`,
    seal: "(Seal)",
    issuedBy: (name) => `Issued by ${name}`,
    copyTitle: "Copy kept",
    copy: (where) => `Kept at: ${where}`,
    cut: "Cut here",
    refusal: "Print the refusal",
    refusalTitle: "A certificate that is not issued",
    refused: (kind, ground) => `We do not issue the certificate you asked for (${kind}). Reason: ${ground}.`,
    referTo: (where) => `Please go to ${where}.`,
    display: "Draft the display of aid",
  },
};
