import { receiptBookState } from "../codes/ledger.ts";
import { rangeOf } from "../rules/ledger/receipts.ts";
import type { Values } from "../schema/field.ts";
import { defineRegister } from "../schema/register.ts";

/**
 * Receipt books (收据本, L2; S8.19): ranges of numbers that the street hands out. Each number proves one income or is
 * voided with a reason; entered and opened by the accountant, used by the cashier.
 */
export const receiptBooks = defineRegister({
  name: "receipt-books",
  label: { zh: "收据本", en: "Receipt books" },
  title: ["first", "last"],
  frozen: ["first"],
  uniqueTogether: [["first"]],
  fields: {
    first: { kind: "text", label: { zh: "起号", en: "First number" }, required: true, max: 40, width: 140 },
    last: { kind: "text", label: { zh: "止号", en: "Last number" }, required: true, max: 40, width: 140 },
    state: { kind: "code", label: { zh: "状态", en: "State" }, codes: receiptBookState, byAction: true, width: 90 },
    issued: { kind: "date", label: { zh: "领用日期", en: "Received on" }, past: true, width: 110 },
    issuedBy: { kind: "text", label: { zh: "发放单位", en: "Handed out by" }, max: 80, width: 160 },
    opened: { kind: "date", label: { zh: "启用日期", en: "Opened on" }, byAction: true, past: true, width: 110 },
    voidNo: { kind: "text", label: { zh: "作废号码", en: "Number voided" }, byAction: true, max: 40, width: 140 },
    voided: { kind: "longText", label: { zh: "已作废", en: "Voided" }, byAction: true, max: 4000, width: 180 },
    settled: { kind: "date", label: { zh: "缴销日期", en: "Went back on" }, byAction: true, past: true, width: 110 },
  },
  check: ({ first, last }: Values) =>
    typeof first === "string" && typeof last === "string" && !rangeOf({ first, last })
      ? [{ path: "last", code: "no-range" }]
      : [],
});
