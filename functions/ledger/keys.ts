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
