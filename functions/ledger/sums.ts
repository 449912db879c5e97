import * as z from "zod/mini";
import { Refusal } from "../../shared/contract/refusal.ts";
import { addDays } from "../../shared/rules/calendar.ts";
import { type DaySum, movementOf } from "../../shared/rules/ledger/balance.ts";
import type { Sum } from "../../shared/rules/ledger/income-expense.ts";
import type { Book, VoucherKind } from "../../shared/rules/ledger/lines.ts";
import type { Values } from "../../shared/schema/field.ts";
import type { Deps } from "../http/deps.ts";
import { getItem, itemsBetween } from "../store/items.ts";
import type { Key } from "../store/table.ts";
import type { PlannedItem } from "../store/transact.ts";
import { dayKey, ledgerPartition, monthKey } from "./keys.ts";

const warning = z.object({
  path: z.string(),
  code: z.string(),
  params: z.optional(z.record(z.string(), z.union([z.string(), z.number()]))),
});
const dayClose = z.object({
  cashFen: z.int(),
  bankFen: z.int(),
  countedFen: z.int(),
  reason: z.optional(z.string()),
  by: z.object({ account: z.string(), name: z.string() }),
  at: z.int(),
  warnings: z.array(warning),
});
/** How a day was closed (日清): the books as they stood, the cash that was counted, who counted. */
export type DayClosing = z.infer<typeof dayClose>;

const dayItem = z.object({
  sk: z.string(),
  cashFen: z._default(z.int(), 0),
  bankFen: z._default(z.int(), 0),
  /** Cash paid out, and cash drawn from the bank: what the rule against spending income looks at. */
  cashOutFen: z._default(z.int(), 0),
  drawnFen: z._default(z.int(), 0),
  vouchers: z._default(z.int(), 0),
  close: z.optional(dayClose),
});
/** A day of the books with what moved on it. */
export type LedgerDay = DaySum & Omit<z.infer<typeof dayItem>, "sk" | "cashFen" | "bankFen">;

function dayFrom(item: Record<string, unknown>): LedgerDay {
  const { sk, ...day } = dayItem.parse(item);
  return { ...day, day: sk.slice("D#".length) };
}

/** Days that moved or were closed, from one to another, both included, in order. */
export async function readDays(deps: Deps, community: string, from: string, to: string): Promise<LedgerDay[]> {
  const days: LedgerDay[] = [];
  const range = { pk: ledgerPartition(community), from: `D#${from}`, to: `D#${to}` };
  for await (const item of itemsBetween(deps, range)) days.push(dayFrom(item));
  return days;
}

/** Days after the last closed one. */
export function readOpenDays(deps: Deps, community: string, closedThrough: string | undefined): Promise<LedgerDay[]> {
  return readDays(
    deps,
    community,
    closedThrough === undefined ? "0000-00-00" : addDays(closedThrough, 1),
    "9999-99-99",
  );
}

/** The last day closed on or before a day. */
export async function lastClosedDay(deps: Deps, community: string, day: string): Promise<LedgerDay | undefined> {
  const range = { pk: ledgerPartition(community), from: "D#", to: `D#${day}`, backwards: true, limit: 1 };
  for await (const item of itemsBetween(deps, range)) return dayFrom(item);
  return undefined;
}

export async function readDay(deps: Deps, community: string, day: string): Promise<LedgerDay | undefined> {
  const item = await getItem(deps, dayKey(community, day));
  return item && dayFrom(item);
}

/** The items that add a voucher to its day and month; `day` is the one on which it counts. */
export function countedItems(deps: Deps, community: string, values: Values, day: string): PlannedItem[] {
  const voucher = asVoucher(values);
  const { cashFen, bankFen } = movementOf(voucher);
  const { kind, book, line, amountFen } = voucher;
  const counted = {
    cashFen,
    bankFen,
    vouchers: 1,
    ...(kind === "out" && book === "cash" && { cashOutFen: amountFen }),
    ...(kind === "transfer" && cashFen > 0 && { drawnFen: cashFen }),
  };
  const sum = ["s", kind, line, kind === "in" ? String(values.source ?? "9") : ""].join("|");
  return [
    addition(deps, dayKey(community, day), counted),
    addition(deps, monthKey(community, day.slice(0, 7)), { [sum]: amountFen, vouchers: 1 }),
  ];
}

/** The item that adds to a month's sums. */
export function monthAddition(
  deps: Deps,
  community: string,
  month: string,
  amounts: Readonly<Record<string, number>>,
): PlannedItem {
  return addition(deps, monthKey(community, month), amounts);
}

/** Adds amounts to an item of the books, and makes it where it is missing. */
export function addition(deps: Deps, key: Key, amounts: Readonly<Record<string, number>>): PlannedItem {
  const entries = Object.entries(amounts);
  return {
    item: {
      Update: {
        TableName: deps.tables.records,
        Key: key,
        UpdateExpression: `ADD ${entries.map((_, index) => `#a${index} :a${index}`).join(", ")}`,
        ExpressionAttributeNames: Object.fromEntries(entries.map(([name], index) => [`#a${index}`, name])),
        ExpressionAttributeValues: Object.fromEntries(entries.map(([, amount], index) => [`:a${index}`, amount])),
      },
    },
    refusal: () => new Refusal("stale"),
  };
}

/** The sums that a month's item keeps under names like `s|in|donation|3`. */
export function sumsOf(item: Readonly<Record<string, unknown>>): Sum[] {
  return Object.entries(item).flatMap(([name, amount]) => {
    const [mark, kind, line = "", source] = name.split("|");
    if (mark !== "s" || (kind !== "in" && kind !== "out" && kind !== "transfer")) return [];
    return [{ kind, line, ...(source && { source }), amountFen: Number(amount) }];
  });
}

/** The parts of a voucher's record that move money. */
export function asVoucher(values: Values): { kind: VoucherKind; book: Book; line: string; amountFen: number } {
  const kind = values.kind === "in" || values.kind === "transfer" ? values.kind : "out";
  const book = values.book === "bank" ? "bank" : "cash";
  return { kind, book, line: String(values.line), amountFen: Number(values.amountFen) };
}
