import { Refusal } from "../../shared/contract/refusal.ts";
import type { Rights } from "../../shared/guard/rights.ts";
import type { Rules } from "../../shared/rules/in-force.ts";
import { type Money, overdrawn } from "../../shared/rules/ledger/balance.ts";
import type { Flow } from "../../shared/schema/flow.ts";
import type { Deps } from "../http/deps.ts";
import type { WriteContext } from "../records/context.ts";
import type { StoredRecord } from "../store/records.ts";
import type { Head } from "./head.ts";
import { readOpenDays } from "./sums.ts";

/** Somebody who acts on a voucher: what they may do, and the request. */
export type Actor = { readonly rights: Rights; readonly context: WriteContext };

/** One act on one voucher, worked out on the books as they are. */
export type Act = Actor & {
  readonly community: string;
  readonly flow: Flow;
  readonly current: StoredRecord;
  readonly given: Readonly<Record<string, unknown>>;
  readonly rules: Rules;
};

/** Refused where a book would stand below nothing on the day or later (L18). */
export async function overdraft(
  deps: Deps,
  community: string,
  head: Head,
  day: string,
  movement: Money,
): Promise<Refusal | undefined> {
  if (movement.cashFen >= 0 && movement.bankFen >= 0) return undefined;
  const book = overdrawn(head.base, await readOpenDays(deps, community, head.closedThrough), day, movement);
  return book && new Refusal("conflict", [{ path: "amountFen", code: `overdrawn-${book}` }]);
}

export function refuse(refusal: Refusal | undefined): void {
  if (refusal) throw refusal;
}
