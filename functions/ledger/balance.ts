import { balanceAt, type Money } from "../../shared/rules/ledger/balance.ts";
import type { Book } from "../../shared/rules/ledger/lines.ts";
import type { Deps } from "../http/deps.ts";
import { itemsBetween } from "../store/items.ts";
import { type Head, readHead } from "./head.ts";
import { ledgerPartition, pastDayKey } from "./keys.ts";
import { lastClosedDay, readOpenDays } from "./sums.ts";

/** Both books at the end of a day (余额): imported past, closed days, and what moved since. */
export async function balanceOn(deps: Deps, community: string, day: string): Promise<Money> {
  const head = await readHead(deps, community);
  if (head.closedThrough === undefined || day > head.closedThrough) {
    return balanceAt(head.base, await readOpenDays(deps, community, head.closedThrough), day);
  }
  const closed = await lastClosedDay(deps, community, day);
  if (closed?.close) return { cashFen: closed.close.cashFen, bankFen: closed.close.bankFen };
  const [cashFen, bankFen] = await Promise.all([
    pastBalance(deps, community, head, "cash", day),
    pastBalance(deps, community, head, "bank", day),
  ]);
  return { cashFen, bankFen };
}

/** An imported past book at the end of a day: nothing before it begins, its closing balance after it ends. */
async function pastBalance(deps: Deps, community: string, { past }: Head, book: Book, day: string): Promise<number> {
  const found = past[book];
  if (!found || day < found.from) return 0;
  if (day >= found.through) return found.closingFen;
  const { sk } = pastDayKey(community, book, day);
  const range = { pk: ledgerPartition(community), from: `O#${book}#`, to: sk, backwards: true };
  for await (const item of itemsBetween(deps, range)) {
    // Days of an import that was taken back, or not yet confirmed, are another's.
    if (item.import === found.import) return Number(item.balanceFen);
  }
  return found.openingFen;
}
