import { type Book, leaves, type VoucherKind } from "./lines.ts";

/** Money in the two books, in fen. */
export type Money = { readonly cashFen: number; readonly bankFen: number };
/** What moved on one day, in order of days. */
export type DaySum = Money & { readonly day: string };

export const NOTHING: Money = { cashFen: 0, bankFen: 0 };

export function plus(a: Money, b: Money): Money {
  return { cashFen: a.cashFen + b.cashFen, bankFen: a.bankFen + b.bankFen };
}

/** What a voucher does to the books when it counts. A reversing voucher has a negative amount and does the opposite. */
export function movementOf(voucher: { kind: VoucherKind; book: Book; line: string; amountFen: number }): Money {
  const { kind, book, line, amountFen } = voucher;
  if (kind === "transfer") {
    const fromCash = leaves(line) === "cash" ? amountFen : -amountFen;
    return plus(NOTHING, { cashFen: -fromCash, bankFen: fromCash });
  }
  const signed = kind === "in" ? amountFen : -amountFen;
  return book === "cash" ? { cashFen: signed, bankFen: 0 } : { cashFen: 0, bankFen: signed };
}

/** The balance at the end of a day (余额): what stood before the days listed, and all that moved until then. */
export function balanceAt(base: Money, days: readonly DaySum[], day: string): Money {
  return days.filter((one) => one.day <= day).reduce<Money>(plus, base);
}

/** The book that would stand below nothing on some day if this also moved on `day` (L18); undefined if none would. */
export function overdrawn(base: Money, days: readonly DaySum[], day: string, movement: Money): Book | undefined {
  const all = [...days, { ...movement, day }].sort((a, b) => (a.day < b.day ? -1 : 1));
  const ends = new Set(all.filter((one) => one.day >= day).map((one) => one.day));
  for (const end of ends) {
    const { cashFen, bankFen } = balanceAt(base, all, end);
    // Only a book that this takes from can be to blame.
    if (cashFen < 0 && movement.cashFen < 0) return "cash";
    if (bankFen < 0 && movement.bankFen < 0) return "bank";
  }
  return undefined;
}

/** Entries of a journal (日记账) with the balance after each; opening + in - out = closing, whatever the entries. */
export function runningBalance<T extends { readonly inFen: number; readonly outFen: number }>(
  openingFen: number,
  entries: readonly T[],
): readonly (T & { readonly balanceFen: number })[] {
  let balanceFen = openingFen;
  return entries.map((entry) => {
    balanceFen += entry.inFen - entry.outFen;
    return { ...entry, balanceFen };
  });
}
