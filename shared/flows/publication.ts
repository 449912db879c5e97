import { defineFlow } from "../schema/flow.ts";

/**
 * The way of a publication (W12, S8.14): drafted, submitted, approved by a second person, posted, and archived at the
 * end of its last day. From submission on nothing of it is typed any more: what was approved is what is posted.
 */
export const publication = defineFlow({
  name: "publication",
  label: { zh: "公开流程", en: "Publication" },
  register: "publications",
  state: "state",
  path: "publications",
  initial: "draft",
  states: {
    draft: { waitsFor: ["staff"] },
    submitted: { waitsFor: ["director", "deputy", "secretary"] },
    approved: { waitsFor: ["staff"] },
    posted: { due: { days: "publication.archiveDays", from: "to", exact: true }, passes: "archive" },
    archived: { final: true },
    withdrawn: { final: true },
  },
  moves: {
    submit: {
      label: { zh: "提交审核", en: "Submit" },
      from: ["draft"],
      to: "submitted",
      who: ["staff"],
      needs: ["signature", "signedOn"],
    },
    return: {
      label: { zh: "退回修改", en: "Return" },
      from: ["submitted", "approved"],
      to: "draft",
      who: ["director", "deputy", "secretary", "council"],
      reason: true,
    },
    approve: {
      label: { zh: "审核通过", en: "Approve" },
      from: ["submitted"],
      to: "approved",
      who: ["director", "deputy", "secretary", "council"],
      notBy: ["create", "submit"],
    },
    post: { label: { zh: "公布", en: "Post" }, from: ["approved"], to: "posted", who: ["staff"] },
    note: {
      label: { zh: "登记张贴", en: "Note where it hangs" },
      from: ["posted"],
      to: "posted",
      who: ["staff"],
      takes: ["postings"],
      needs: ["postings"],
    },
    withdraw: {
      label: { zh: "撤下", en: "Withdraw" },
      from: ["posted"],
      to: "withdrawn",
      who: ["director", "deputy", "secretary"],
      reason: true,
    },
    archive: { label: { zh: "到期归档", en: "Archive" }, from: ["posted"], to: "archived", who: ["clock"] },
  },
  locked: ["submitted", "approved", "posted", "archived", "withdrawn"],
});
