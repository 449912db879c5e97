import { postEnd } from "../codes/committee.ts";
import { handoverOf, handoverState } from "../codes/handover.ts";
import { defineRegister } from "../schema/register.ts";

/**
 * Handovers (移交, S3.22, S8.21): what whoever leaves hands to whoever follows, audited and signed under the street's
 * eyes. Opened by its own action, when a post with rights in the books or the committee's term ends. Where there is
 * nothing of a kind, the list says so in words.
 */
export const handovers = defineRegister({
  name: "handovers",
  label: { zh: "移交", en: "Handovers" },
  title: ["giver", "ended"],
  frozen: ["of", "state"],
  byAction: true,
  fields: {
    of: { kind: "code", label: { zh: "移交事由", en: "What for" }, required: true, codes: handoverOf, width: 130 },
    state: { kind: "code", label: { zh: "状态", en: "State" }, codes: handoverState, byAction: true, width: 120 },
    ended: { kind: "date", label: { zh: "届满或离任日期", en: "Ended on" }, required: true, width: 120 },
    due: { kind: "date", label: { zh: "移交期限", en: "Due" }, byAction: true, width: 110 },
    giver: { kind: "text", label: { zh: "移交人", en: "Giver" }, required: true, max: 60, width: 100 },
    taker: { kind: "text", label: { zh: "接收人", en: "Taker" }, max: 60, width: 100 },
    post: { kind: "reference", to: "posts", label: { zh: "任职记录", en: "Post" }, unique: true, width: 130 },
    election: { kind: "date", label: { zh: "选举日期", en: "Election day" }, unique: true, width: 110 },
    endReason: { kind: "code", label: { zh: "离任原因", en: "Reason of ending" }, codes: postEnd, width: 100 },
    seals: { kind: "longText", label: { zh: "印章", en: "Seals" }, byAction: true, max: 1000, width: 160 },
    books: {
      kind: "longText",
      label: { zh: "账簿凭证", en: "Books and vouchers" },
      byAction: true,
      max: 1000,
      width: 160,
    },
    cashFen: {
      kind: "money",
      label: { zh: "实点现金（元）", en: "Cash counted (yuan)" },
      byAction: true,
      min: 0,
      width: 120,
    },
    bookCashFen: {
      kind: "money",
      label: { zh: "账面现金（元）", en: "Cash by the books (yuan)" },
      byAction: true,
      width: 120,
    },
    bookBankFen: {
      kind: "money",
      label: { zh: "账面存款（元）", en: "Bank by the books (yuan)" },
      byAction: true,
      width: 120,
    },
    assets: { kind: "longText", label: { zh: "固定资产", en: "Assets" }, byAction: true, max: 2000, width: 160 },
    files: { kind: "longText", label: { zh: "档案", en: "Files" }, byAction: true, max: 2000, width: 160 },
    openCases: { kind: "longText", label: { zh: "未结事项", en: "Open cases" }, byAction: true, max: 2000, width: 160 },
    accounts: { kind: "longText", label: { zh: "账户账号", en: "Accounts" }, byAction: true, max: 1000, width: 160 },
    auditor: { kind: "text", label: { zh: "审计单位", en: "Auditor" }, byAction: true, max: 80, width: 120 },
    auditReport: {
      kind: "text",
      label: { zh: "审计报告文号", en: "Audit report no." },
      byAction: true,
      max: 80,
      width: 130,
    },
    auditFindings: {
      kind: "longText",
      label: { zh: "审计结论", en: "Findings" },
      byAction: true,
      max: 2000,
      width: 160,
    },
    audited: { kind: "date", label: { zh: "审计日期", en: "Audited on" }, byAction: true, past: true, width: 110 },
    supervised: {
      kind: "date",
      label: { zh: "监交日期", en: "Signed by the street on" },
      byAction: true,
      past: true,
      width: 120,
    },
    giverAccount: {
      kind: "text",
      label: { zh: "移交人账号", en: "Giver's account" },
      byAction: true,
      max: 60,
      width: 110,
    },
    takerAccount: {
      kind: "text",
      label: { zh: "接收人账号", en: "Taker's account" },
      byAction: true,
      max: 60,
      width: 110,
    },
  },
});
