import { type FieldProblem, invalid, Refusal } from "../../shared/contract/refusal.ts";
import {
  isIn,
  nextFree,
  printed,
  type ReceiptNo,
  rangeOf,
  receiptFinding,
  receiptOf,
} from "../../shared/rules/ledger/receipts.ts";
import type { Values } from "../../shared/schema/field.ts";
import type { Effect } from "../flows/effect.ts";
import type { Deps } from "../http/deps.ts";
import { getItem, itemsBetween } from "../store/items.ts";
import { allRecords, type StoredRecord } from "../store/records.ts";
import { type PlannedItem, transactItem } from "../store/transact.ts";
import { ledgerPartition, receiptKey } from "./keys.ts";

type Book = { readonly id: string; readonly first: string; readonly last: string; readonly open: boolean };

/** A receipt as its guard keeps it: which voucher took it, whether that was taken back, or that it is void. */
type Taken = { readonly voucher?: string; readonly freed?: boolean; readonly isVoid?: boolean };

/** Receipt books that were opened, also those that went back, in order of their numbers. */
async function booksOf(deps: Deps, community: string): Promise<Book[]> {
  const books: Book[] = [];
  for await (const { id, values } of allRecords(deps, "receipt-books", community)) {
    if (values.state !== "open" && values.state !== "settled") continue;
    books.push({ id, first: String(values.first), last: String(values.last), open: values.state === "open" });
  }
  return books.sort((a, b) => (a.first < b.first ? -1 : 1));
}

/**
 * Takes the receipt of an income as it is submitted (L2): of two that name the same number one is refused. Before the
 * first book is opened, and between two, the number is kept and nobody is stopped: money is entered on its day.
 */
export async function takeReceipt(deps: Deps, { community, id, values }: StoredRecord): Promise<PlannedItem[]> {
  if (!isReceived(values)) return [];
  const found = receiptFinding(asIncome(values), await booksOf(deps, community));
  if (found.kind === "refused") throw invalid({ path: found.path, code: found.code });
  if (found.kind === "none-needed" || !found.receipt) return [];
  const Item = { ...receiptKey(community, found.receipt), voucher: id };
  const TableName = deps.tables.records;
  if (found.kind === "no-book") return [{ item: { Put: { TableName, Item } }, refusal: () => new Refusal("stale") }];
  const taken = await takenBy(deps, community, found.receipt);
  const code = taken?.isVoid ? "receipt-void" : "receipt-used";
  const item = { Put: { TableName, Item, ...onlyFree, ExpressionAttributeValues: { ":id": id, ":yes": true } } };
  return [{ item, refusal: () => invalid({ path: "documentNo", code }) }];
}

const onlyFree = { ConditionExpression: "attribute_not_exists(pk) OR voucher = :id OR freed = :yes" };

/** Gives the receipt of an income that goes back to the cashier free again. */
export async function giveReceiptBack(deps: Deps, { community, id, values }: StoredRecord): Promise<PlannedItem[]> {
  const receipt = await ownReceipt(deps, community, id, values);
  return receipt ? [planned(deps, { remove: receiptKey(community, receipt), only: { voucher: id } })] : [];
}

/**
 * Of an income that is taken back the receipt stays written: it is not offered as free any more, but one other voucher may
 * stand for it, or it is voided.
 */
export async function freeReceipt(deps: Deps, { community, id, values }: StoredRecord): Promise<PlannedItem[]> {
  const receipt = await ownReceipt(deps, community, id, values);
  if (!receipt) return [];
  return [planned(deps, { change: receiptKey(community, receipt), set: { freed: true }, only: { voucher: id } })];
}

/** A receipt that was spoilt is voided with a reason (作废), unless an income stands on it. */
export const voidReceipt: Effect = async (deps, { community, values }, _context, given) => {
  const receipt = receiptOf(String(given.voidNo ?? ""));
  const range = { first: String(values.first), last: String(values.last) };
  if (!receipt || !isIn(receipt, range)) throw invalid({ path: "voidNo", code: "receipt-outside" });
  const no = printed(receipt.number, range);
  const item = {
    Put: {
      TableName: deps.tables.records,
      Item: { ...receiptKey(community, receipt), isVoid: true },
      ConditionExpression: "attribute_not_exists(pk) OR freed = :yes",
      ExpressionAttributeValues: { ":yes": true },
    },
  };
  const voided = [values.voided, no].filter(Boolean).join("、");
  return {
    also: { voidNo: no, voided },
    extra: [{ item, refusal: () => invalid({ path: "voidNo", code: "receipt-used" }) }],
  };
};

/** A receipt book as the cashier sees it. */
export type BookView = {
  readonly id: string;
  readonly first: string;
  readonly last: string;
  readonly open: boolean;
  readonly used: number;
  readonly voided: number;
  readonly free: number;
  /** Receipts whose income was taken back: they wait for another voucher, or to be voided. */
  readonly takenBack: readonly string[];
  /** The lowest number nobody has taken, while the book is in hand. */
  readonly next: string | null;
};

/** Every book with what is used of it, and the next free number of the first that has one. */
export async function receiptsView(
  deps: Deps,
  community: string,
): Promise<{ readonly next: string | null; readonly books: readonly BookView[] }> {
  const books = await Promise.all((await booksOf(deps, community)).map((book) => viewOf(deps, community, book)));
  const next = books.find((book) => book.next !== null)?.next ?? null;
  return { next, books };
}

async function viewOf(deps: Deps, community: string, { id, first, last, open }: Book): Promise<BookView> {
  const range = { first, last };
  const { series = "", from = 0, to = -1 } = rangeOf(range) ?? {};
  const keys = [receiptKey(community, { series, number: from }), receiptKey(community, { series, number: to })];
  const taken = new Map<number, Taken>();
  const span = { pk: ledgerPartition(community), from: keys[0]?.sk ?? "", to: keys[1]?.sk ?? "" };
  for await (const item of itemsBetween(deps, span))
    taken.set(Number(String(item.sk).split("#").at(-1)), item as Taken);
  const all = [...taken];
  const count = (holds: (one: Taken) => boolean) => all.filter(([, one]) => holds(one)).length;
  const next = nextFree(range, new Set(taken.keys()));
  return {
    id,
    first,
    last,
    open,
    used: count(({ isVoid, freed }) => !isVoid && !freed),
    voided: count(({ isVoid }) => isVoid === true),
    free: to - from + 1 - taken.size,
    takenBack: all.filter(([, { freed }]) => freed).map(([number]) => printed(number, range)),
    next: open && next !== undefined ? printed(next, range) : null,
  };
}

/** What is said about an income's receipt and stops nobody: the next free number, or that no book is in hand. */
export async function receiptRemarks(deps: Deps, { community, values }: StoredRecord): Promise<FieldProblem[]> {
  if (!isReceived(values) || values.state === "imported") return [];
  if (values.documentNo === undefined && values.state === "draft") {
    const { next } = await receiptsView(deps, community);
    return next === null ? [] : [{ path: "documentNo", code: "receipt-next", params: { no: next } }];
  }
  const found = receiptFinding(asIncome(values), await booksOf(deps, community));
  return found.kind === "no-book" ? [{ path: "documentNo", code: "no-receipt-book" }] : [];
}

async function ownReceipt(deps: Deps, community: string, id: string, values: Values): Promise<ReceiptNo | undefined> {
  if (!isReceived(values) || values.documentKind !== "receipt") return undefined;
  const receipt = receiptOf(String(values.documentNo ?? ""));
  const taken = receipt && (await takenBy(deps, community, receipt));
  return taken?.voucher === id ? receipt : undefined;
}

async function takenBy(deps: Deps, community: string, receipt: ReceiptNo): Promise<Taken | undefined> {
  return (await getItem(deps, receiptKey(community, receipt))) as Taken | undefined;
}

const isReceived = ({ kind, reverses }: Values) => kind === "in" && !reverses;
const asIncome = ({ line, documentKind, documentNo }: Values) => ({ line, documentKind, documentNo });

function planned(deps: Deps, write: Parameters<typeof transactItem>[1]): PlannedItem {
  return { item: transactItem(deps.tables.records, write), refusal: () => new Refusal("stale") };
}
