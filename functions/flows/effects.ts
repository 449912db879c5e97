import type { Flow } from "../../shared/schema/flow.ts";
import { adoptedFirst } from "../documents/adopted-first.ts";
import { endHandedOver } from "../handovers/end-handed-over.ts";
import { freeForAnother } from "../handovers/free-for-another.ts";
import { withBookBalance } from "../handovers/with-book-balance.ts";
import type { Deps } from "../http/deps.ts";
import type { WriteContext } from "../records/context.ts";
import type { StoredRecord } from "../store/records.ts";
import type { MoveOptions } from "./move.ts";

/** What happens in the same transaction as a move: further items, further columns of the record. */
export type Effect = (
  deps: Deps,
  current: StoredRecord,
  context: WriteContext,
  given: Readonly<Record<string, unknown>>,
) => Promise<Pick<MoveOptions, "extra" | "also">>;

/** Moves with a consequence outside their own record (流转的后果), by flow and move. A new one is a line here. */
const EFFECTS: Readonly<Record<string, Effect>> = {
  "document issue": adoptedFirst,
  "handover list": withBookBalance,
  "handover close": endHandedOver,
  "handover cancel": freeForAnother,
};

export function effectOf(flow: Flow, move: string): Effect | undefined {
  return EFFECTS[`${flow.name} ${move}`];
}
