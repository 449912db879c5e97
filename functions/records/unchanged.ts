import { Refusal } from "../../shared/contract/refusal.ts";
import type { Deps } from "../http/deps.ts";
import type { StoredRecord } from "../store/records.ts";
import { recordKey } from "../store/table.ts";
import type { PlannedItem } from "../store/transact.ts";

/** Stands on a record being as it was read: what is decided from it must not be undone meanwhile. */
export function unchanged(deps: Deps, { register, community, id, head }: StoredRecord): PlannedItem {
  return {
    item: {
      ConditionCheck: {
        TableName: deps.tables.records,
        Key: recordKey(register, community, id),
        ConditionExpression: "head = :seen",
        ExpressionAttributeValues: { ":seen": head },
      },
    },
    refusal: () => new Refusal("stale"),
  };
}
