import { addDays, lastDayOf } from "../../shared/rules/calendar.ts";
import { movementOf, runningBalance } from "../../shared/rules/ledger/balance.ts";
import type { Book } from "../../shared/rules/ledger/lines.ts";
import type { Deps } from "../http/deps.ts";
import type { StoredRecord } from "../store/records.ts";
import { balanceOn } from "./balance.ts";
import { bookedIn } from "./month-table.ts";
import { asVoucher } from "./sums.ts";

export type JournalEntry = {
  readonly id: string;
  readonly no: string;
  readonly day: string;
  readonly summary: string;
  readonly inFen: number;
  readonly outFen: number;
};

/** One book of a month as a journal (现金日记账、银行存款日记账): each entry with the balance after it. */
export async function journalOf(deps: Deps, community: string, book: Book, month: string) {
  const [opening, closing, booked] = await Promise.all([
    balanceOn(deps, community, addDays(`${month}-01`, -1)),
    balanceOn(deps, community, lastDayOf(month)),
    bookedIn(deps, community, month),
  ]);
  const key = book === "cash" ? "cashFen" : "bankFen";
  const entries = booked.flatMap((record) => entryOf(record, movementOf(asVoucher(record.values))[key]));
  return {
    month,
    book,
    openingFen: opening[key],
    entries: runningBalance(opening[key], entries),
    closingFen: closing[key],
  };
}

/** A taken-back amount stays on its own side with a minus, as red ink does. */
function entryOf({ id, values }: StoredRecord, movedFen: number): JournalEntry[] {
  if (movedFen === 0) return [];
  const isIn = values.kind === "transfer" ? movedFen > 0 : values.kind === "in";
  return [
    {
      id,
      no: String(values.no ?? ""),
      day: String(values.bookedOn),
      summary: String(values.summary),
      inFen: isIn ? movedFen : 0,
      outFen: isIn ? 0 : -movedFen,
    },
  ];
}
