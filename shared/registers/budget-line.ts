import { budgetState, fund, ledgerLine } from "../codes/ledger.ts";
import { LINES } from "../rules/ledger/lines.ts";
import type { Values } from "../schema/field.ts";
import { defineRegister } from "../schema/register.ts";

/**
 * Budget lines (预算, R24; L16, S6.3, S9.20): what a year plans to receive and to spend, line by line, and who sets and pays
 * it. A line holds from the day a budget proposal decides it.
 */
export const budgetLines = defineRegister({
  name: "budget-lines",
  label: { zh: "预算", en: "Budget" },
  title: ["year", "line"],
  frozen: ["year", "line"],
  uniqueTogether: [["year", "line"]],
  match: [["year", "line"]],
  fields: {
    year: { kind: "integer", label: { zh: "年度", en: "Year" }, required: true, min: 2000, max: 2100, width: 80 },
    line: { kind: "code", label: { zh: "收支项目", en: "Line" }, required: true, codes: ledgerLine, width: 140 },
    plannedFen: {
      kind: "money",
      label: { zh: "预算（元）", en: "Planned (yuan)" },
      required: true,
      min: 0,
      width: 120,
    },
    state: { kind: "code", label: { zh: "状态", en: "State" }, codes: budgetState, byAction: true, width: 90 },
    source: { kind: "code", label: { zh: "资金来源", en: "Source" }, codes: fund, width: 140 },
    setBy: { kind: "text", label: { zh: "核定拨付单位", en: "Set and paid by" }, max: 80, width: 160 },
    decidedBy: { kind: "reference", to: "proposals", label: { zh: "批准议题", en: "Decided by" }, width: 200 },
    decided: { kind: "date", label: { zh: "批准日期", en: "Decided on" }, byAction: true, past: true, width: 110 },
  },
  check: ({ line }: Values) =>
    typeof line === "string" && LINES[line]?.kind === "transfer" ? [{ path: "line", code: "line-of-other-kind" }] : [],
});
