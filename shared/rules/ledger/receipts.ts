/** A receipt's number in two parts (收据号): the series printed before it, and the number itself. */
export type ReceiptNo = { readonly series: string; readonly number: number };

/** Numbers that fit an exact integer and every printed book. */
const DIGITS = 12;

/** Reads a receipt's number: the digits at its end count, what stands before them is the series; undefined without digits. */
export function receiptOf(text: string): ReceiptNo | undefined {
  const plain = text.normalize("NFKC").replace(/\s/g, "").toUpperCase();
  const digits = /\d+$/.exec(plain)?.[0];
  if (digits === undefined || digits.length > DIGITS) return undefined;
  return { series: plain.slice(0, -digits.length), number: Number(digits) };
}

/** A receipt book (收据本) as its range is written: the first and the last number. */
export type Range = { readonly first: string; readonly last: string };

/** The series and both ends of a range; undefined where the two are no range. */
export function rangeOf({ first, last }: Range): { series: string; from: number; to: number } | undefined {
  const [a, b] = [receiptOf(first), receiptOf(last)];
  if (!a || !b || a.series !== b.series || a.number > b.number) return undefined;
  return { series: a.series, from: a.number, to: b.number };
}

/** Whether a number belongs to a book. */
export function isIn(receipt: ReceiptNo, range: Range): boolean {
  const found = rangeOf(range);
  return found?.series === receipt.series && receipt.number >= found.from && receipt.number <= found.to;
}

/** A number as the book prints it, with its series and as many digits as the first one has. */
export function printed(number: number, { first }: Range): string {
  const plain = first.normalize("NFKC").replace(/\s/g, "").toUpperCase();
  const series = plain.replace(/\d+$/, "");
  return series + String(number).padStart(plain.length - series.length, "0");
}

/** The lowest number of a book that nobody has taken; undefined when the book is used up. */
export function nextFree(range: Range, taken: ReadonlySet<number>): number | undefined {
  const found = rangeOf(range);
  if (!found) return undefined;
  // Of so many taken numbers at least one of one more is free.
  for (let number = found.from; number <= found.to; number += 1) if (!taken.has(number)) return number;
  return undefined;
}

/** How an income's document stands to the books in hand. */
export type ReceiptFinding =
  | { readonly kind: "in-book"; readonly receipt: ReceiptNo }
  /** No book is in hand: the number is kept, and nobody is stopped. */
  | { readonly kind: "no-book"; readonly receipt?: ReceiptNo }
  | { readonly kind: "none-needed" }
  | { readonly kind: "refused"; readonly path: string; readonly code: string };

/** Income for which nobody is handed a receipt: the bank's own slip proves it. */
const WITHOUT = new Set<unknown>(["interest"]);

/**
 * Whether an income's receipt is one of the street's (L2): while a book is in hand, every income but interest needs a
 * number out of it; a number of a book that went back is none any more. Without a book in hand nothing is refused.
 */
export function receiptFinding(
  income: { readonly line: unknown; readonly documentKind: unknown; readonly documentNo: unknown },
  books: readonly (Range & { readonly open: boolean })[],
): ReceiptFinding {
  const hasBook = books.some(({ open }) => open);
  if (income.documentKind !== "receipt") {
    if (!hasBook || WITHOUT.has(income.line)) return { kind: "none-needed" };
    return { kind: "refused", path: "documentKind", code: "receipt-needed" };
  }
  const receipt = receiptOf(String(income.documentNo ?? ""));
  const holding = receipt ? books.filter((book) => isIn(receipt, book)) : [];
  if (receipt && holding.some(({ open }) => open)) return { kind: "in-book", receipt };
  if (holding.length > 0) return { kind: "refused", path: "documentNo", code: "receipt-gone-back" };
  if (hasBook) return { kind: "refused", path: "documentNo", code: "receipt-outside" };
  return { kind: "no-book", ...(receipt && { receipt }) };
}
