import { assetState } from "../codes/asset.ts";
import { fund, ledgerLine } from "../codes/ledger.ts";
import { definePublication } from "../schema/publication.ts";

/**
 * The month's income and expense (收支公开, P5, S8.20), with what was raised or given for one purpose and what the
 * committee owns (S6.10): as the council reviewed it. Donors are named as they wished; whoever got help is in the sum of the line and nowhere else.
 */
export const finance = definePublication({
  name: "finance",
  label: { zh: "收支公开", en: "Finance" },
  heading: { zh: "收支公开表", en: "Income and expense" },
  source: "month",
  needs: ["month"],
  parts: [
    {
      name: "totals",
      as: "facts",
      columns: {
        month: { label: { zh: "月份", en: "Month" }, kind: "text" },
        opening: { label: { zh: "上期结余", en: "Brought forward" }, kind: "money" },
        income: { label: { zh: "本期收入", en: "Income" }, kind: "money" },
        expense: { label: { zh: "本期支出", en: "Expense" }, kind: "money" },
        closing: { label: { zh: "本期结余", en: "Carried forward" }, kind: "money" },
        cash: { label: { zh: "其中：现金", en: "Of it cash" }, kind: "money" },
        bank: { label: { zh: "其中：银行存款", en: "Of it in the bank" }, kind: "money" },
        vouchers: { label: { zh: "凭证张数", en: "Vouchers" }, kind: "integer" },
      },
    },
    {
      name: "income",
      as: "table",
      title: { zh: "收入（元）", en: "Income (yuan)" },
      columns: {
        source: { label: { zh: "来源", en: "Source" }, kind: fund },
        amount: { label: { zh: "金额", en: "Amount" }, kind: "money" },
        share: { label: { zh: "占比", en: "Share" }, kind: "percent" },
      },
    },
    {
      name: "expense",
      as: "table",
      title: { zh: "支出（元）", en: "Expense (yuan)" },
      columns: {
        line: { label: { zh: "项目", en: "Line" }, kind: ledgerLine },
        amount: { label: { zh: "金额", en: "Amount" }, kind: "money" },
        share: { label: { zh: "占比", en: "Share" }, kind: "percent" },
      },
    },
    {
      name: "donations",
      as: "table",
      title: { zh: "捐助（元）", en: "Donations (yuan)" },
      columns: {
        day: { label: { zh: "日期", en: "Date" }, kind: "text" },
        donor: { label: { zh: "捐助人", en: "Donor" }, kind: "text", mask: "by-wish" },
        amount: { label: { zh: "金额", en: "Amount" }, kind: "money" },
      },
    },
    {
      name: "restricted",
      as: "table",
      title: { zh: "专款（元）", en: "Restricted funds (yuan)" },
      columns: {
        purpose: { label: { zh: "指定用途", en: "Purpose" }, kind: "text" },
        in: { label: { zh: "本期收入", en: "Received" }, kind: "money" },
        out: { label: { zh: "本期支出", en: "Spent" }, kind: "money" },
        balance: { label: { zh: "结余", en: "Left" }, kind: "money" },
      },
    },
    {
      name: "assets",
      as: "table",
      title: { zh: "固定资产（元）", en: "Fixed assets (yuan)" },
      columns: {
        no: { label: { zh: "编号", en: "No." }, kind: "text" },
        name: { label: { zh: "名称", en: "Name" }, kind: "text" },
        value: { label: { zh: "原值", en: "Value" }, kind: "money" },
        source: { label: { zh: "资金来源", en: "Bought with" }, kind: fund },
        state: { label: { zh: "状态", en: "State" }, kind: assetState },
      },
    },
    {
      name: "signed",
      as: "facts",
      columns: {
        approver: { label: { zh: "审批人", en: "Approved by" }, kind: "text" },
        cashier: { label: { zh: "出纳", en: "Cashier" }, kind: "text" },
        accountant: { label: { zh: "会计", en: "Accountant" }, kind: "text" },
        reviewers: { label: { zh: "审核", en: "Reviewed by" }, kind: "text" },
        findings: { label: { zh: "审核意见", en: "Findings" }, kind: "text" },
      },
    },
  ],
  places: ["wall", "screen", "board", "web"],
  days: "publication.financeDays",
  approves: ["director", "deputy", "secretary", "council"],
  before: "month-reviewed",
  print: "sheet",
});
