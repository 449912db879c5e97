import { setTimeout } from "node:timers/promises";
import { TransactionCanceledException } from "@aws-sdk/client-dynamodb";
import { TransactWriteCommand } from "@aws-sdk/lib-dynamodb";
import { Refusal } from "../../shared/contract/refusal.ts";
import type { Deps } from "../http/deps.ts";
import type { TransactItem } from "./table.ts";

/** One item of a transaction and what it means when its condition fails. */
export type PlannedItem = { readonly item: TransactItem; readonly refusal: () => Refusal };

const ATTEMPTS = 10;
/** What a cancelled transaction says when trying again may help. */
const PASSING = new Set(["TransactionConflict", "ThrottlingError", "ProvisionedThroughputExceeded"]);

/**
 * Writes items, all or none, in one transaction of at most 100.
 * A condition that fails is refused in the words of the item it stands on; a conflict with another writer is retried.
 */
export async function transact(deps: Deps, items: readonly PlannedItem[]): Promise<void> {
  if (items.length === 0) return;
  // One token for all attempts: an answer lost on the way does not write twice.
  const ClientRequestToken = deps.newId();
  for (let attempt = 1; ; attempt += 1) {
    try {
      await deps.documents.send(
        new TransactWriteCommand({ TransactItems: items.map(({ item }) => item), ClientRequestToken }),
      );
      return;
    } catch (error) {
      if (!(error instanceof TransactionCanceledException)) throw error;
      const codes = (error.CancellationReasons ?? []).map((reason) => reason.Code ?? "");
      const failed = codes.indexOf("ConditionalCheckFailed");
      if (failed >= 0) throw items[failed]?.refusal() ?? error;
      if (!codes.some((code) => PASSING.has(code))) throw error;
      if (attempt >= ATTEMPTS) throw new Refusal("busy");
      // Jitter parts writers that met; the time grows with every meeting.
      await setTimeout(Math.random() * 15 * 2 ** Math.min(attempt, 6));
    }
  }
}
