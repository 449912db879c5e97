import * as z from "zod/mini";
import type { Deps } from "../http/deps.ts";
import { getItem, itemsBetween } from "../store/items.ts";
import { ledgerPartition, monthKey } from "./keys.ts";
import { sumsOf } from "./sums.ts";

const person = z.object({ account: z.string(), name: z.string() });
const money = z.object({ cashFen: z.int(), bankFen: z.int() });
const monthClose = z.object({
  opening: money,
  closing: money,
  statementFen: z.int(),
  items: z.array(z.object({ text: z.string(), amountFen: z.int() })),
  by: person,
  at: z.int(),
});
const signature = z.object({
  account: z.string(),
  name: z.string(),
  at: z.int(),
  findings: z.optional(z.string()),
});

const monthItem = z.looseObject({
  sk: z.string(),
  vouchers: z._default(z.int(), 0),
  /** Books and bank statement as they were agreed (月结), and who closed it. */
  close: z.optional(monthClose),
  /** Reviewers who signed, first to last (审核). */
  signatures: z._default(z.array(signature), []),
});

/** A month of the books: what moved, how it was closed and who reviewed it. */
export type LedgerMonth = ReturnType<typeof monthFrom>;
export type MonthClosing = z.infer<typeof monthClose>;

function monthFrom(item: Record<string, unknown>) {
  const { sk, vouchers, close, signatures } = monthItem.parse(item);
  return { month: sk.slice("M#".length), vouchers, close, signatures, sums: sumsOf(item) };
}

/** A month of the books; an empty one where nothing has happened yet. */
export async function readMonth(deps: Deps, community: string, month: string): Promise<LedgerMonth> {
  const key = monthKey(community, month);
  return monthFrom((await getItem(deps, key)) ?? key);
}

/** Every month that has moved or was closed, in order. */
export async function readMonths(deps: Deps, community: string): Promise<LedgerMonth[]> {
  const months: LedgerMonth[] = [];
  const range = { pk: ledgerPartition(community), from: "M#", to: "M#~" };
  for await (const item of itemsBetween(deps, range)) months.push(monthFrom(item));
  return months;
}
