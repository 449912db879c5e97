import type { VoucherKind } from "./lines.ts";

/** How many numbers of each kind a year has given. */
export type Series = { readonly [kind in VoucherKind]?: number | undefined };

const WORDS: Readonly<Record<VoucherKind, string>> = { in: "收", out: "付", transfer: "转" };

/** A voucher's number (凭证号, L20): the kind's word and four digits, counted from 1 in each year. */
export function voucherNo(kind: VoucherKind, count: number): string {
  return WORDS[kind] + String(count).padStart(4, "0");
}

/** The number of a past book's entry: a series of its own, beside which the old number is kept. */
export function pastNo(count: number): string {
  return `历${String(count).padStart(4, "0")}`;
}

/** The number that follows in a series, and the series after it: gap-free, because nothing else counts it on. */
export function nextNo(kind: VoucherKind, series: Series): { no: string; series: Series } {
  const count = (series[kind] ?? 0) + 1;
  return { no: voucherNo(kind, count), series: { ...series, [kind]: count } };
}

/** The count in a number, by which vouchers of one kind are put in order; undefined of a text that is no number. */
export function countIn(no: string): number | undefined {
  const digits = /^[收付转](\d{4,})$/.exec(no)?.[1];
  return digits === undefined ? undefined : Number(digits);
}

/** Numbers missing from a year's vouchers of one kind: none, unless somebody took one away. */
export function gapsIn(numbers: readonly string[]): readonly number[] {
  const counts = new Set(numbers.flatMap((no) => countIn(no) ?? []));
  const last = Math.max(0, ...counts);
  return Array.from({ length: last }, (_, index) => index + 1).filter((count) => !counts.has(count));
}
