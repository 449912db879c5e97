import { dayOf } from "../../shared/rules/calendar.ts";
import type { Deps } from "../http/deps.ts";
import { balanceOn } from "../ledger/balance.ts";
import type { StoredRecord } from "../store/records.ts";

/** Beside the cash that was counted stands what the books say (账面余额), for the auditor and the taker to compare. */
export async function withBookBalance(deps: Deps, { community }: StoredRecord) {
  const { cashFen, bankFen } = await balanceOn(deps, community, dayOf(deps.now()));
  return { also: { bookCashFen: cashFen, bookBankFen: bankFen } };
}
