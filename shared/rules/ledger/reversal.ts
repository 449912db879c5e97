import type { Values } from "../../schema/field.ts";

/** What a reversing voucher takes over from the one it takes back. */
const KEPT = [
  "kind",
  "book",
  "line",
  "source",
  "counterparty",
  "handler",
  "witness",
  "attachments",
  "event",
  "major",
  "donation",
  "restrictedFund",
  "task",
] as const;
const SUMMARY_MAX = 200;

/**
 * The voucher that takes another one back (红字冲销): the same kind, book, line and source with the amount negative, dated
 * today, in the same number series. The wrong one stays as it was approved.
 */
export function reversalOf(original: Values, id: string, today: string): Values {
  const kept = Object.fromEntries(KEPT.flatMap((key) => (original[key] === undefined ? [] : [[key, original[key]]])));
  const summary = `冲销 ${String(original.no)}：${String(original.summary)}`;
  return {
    ...kept,
    date: today,
    amountFen: -Number(original.amountFen),
    summary: [...summary].slice(0, SUMMARY_MAX).join(""),
    documentKind: "other",
    documentNo: String(original.no),
    reverses: id,
  };
}
