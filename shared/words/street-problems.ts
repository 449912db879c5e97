import type { Label } from "../schema/label.ts";

/** What stands against answering a task or handing over. */
export const streetFieldWords = {
  "no-ground-to-refuse": {
    zh: "没有经费只能有异议接受，不能作为拒绝的理由",
    en: "Missing funds are a ground to object, not to refuse",
  },
  "check-says-otherwise": {
    zh: "与审查结果不符：审查认为属统一安排或属职责之内",
    en: "The check found otherwise: arranged uniformly, or within the duties",
  },
  "funds-due": {
    zh: "还有 {yuan} 元经费未到，到账或免拨后才能办结",
    en: "Funds of {yuan} yuan are still to come: closed once they are paid or waived",
  },
  "handover-first": {
    zh: "有账务权限的职务须先办理移交（清单、审计、三方签字），移交完成时自动离任",
    en: "A post with rights in the books is handed over first; the last signature of the handover ends it",
  },
  "not-handed-over": { zh: "这一职务不办理账务移交", en: "This post has no books to hand over" },
} as const satisfies Readonly<Record<string, Label>>;
