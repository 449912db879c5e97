import type { ReceiptNo } from "../../shared/rules/ledger/receipts.ts";
import type { Key } from "../store/table.ts";

/** Everything the books of one community keep beside the vouchers themselves stands in one partition. */
export const ledgerPartition = (community: string) => `L#${community}`;

/** The head of the books: number series, end of the chain, and up to which day they are closed. */
export const headKey = (community: string): Key => ({ pk: ledgerPartition(community), sk: "HEAD" });
/** What moved on a day, and its close. */
export const dayKey = (community: string, day: string): Key => ({ pk: ledgerPartition(community), sk: `D#${day}` });
/** What moved in a month by line and source, its close and its review. */
export const monthKey = (community: string, month: string): Key => ({
  pk: ledgerPartition(community),
  sk: `M#${month}`,
});
/** The balance of an imported past book at the end of a day. */
export const pastDayKey = (community: string, book: string, day: string): Key => ({
  pk: ledgerPartition(community),
  sk: `O#${book}#${day}`,
});
/** Which voucher took a receipt, or that it is void. */
export const receiptKey = (community: string, { series, number }: ReceiptNo): Key => ({
  pk: ledgerPartition(community),
  sk: `R#${series}#${String(number).padStart(12, "0")}`,
});
/** What a restricted fund received, gave, and has left. */
export const restrictedKey = (community: string, id: string): Key => ({
  pk: ledgerPartition(community),
  sk: `P#${id}`,
});
/** What was approved in a year, by line. */
export const yearKey = (community: string, year: string): Key => ({
  pk: ledgerPartition(community),
  sk: `Y#${year}`,
});
