import { Refusal } from "../../shared/contract/refusal.ts";
import type { Deps } from "../http/deps.ts";
import { deleteItem, itemsBetween } from "../store/items.ts";
import { batchGet } from "../store/records.ts";
import type { Key } from "../store/table.ts";
import type { PlannedItem } from "../store/transact.ts";
import { linePartition, promotionKey, ticketKey, tokenOf } from "./keys.ts";
import { phoneGuardKey } from "./phone-guard.ts";
import { earlierReceiptItem, receiptKeysOf, receiptOf } from "./receipts.ts";

type Traced = {
  readonly community: string;
  readonly id: string;
  /** Events and phones that the sign-up ever named. */
  readonly events: readonly string[];
  readonly phones: readonly string[];
};

/** What removes everything kept about a sign-up beside its record: phones, receipts, what became of its ticket. */
export async function traceRemovals(deps: Deps, { community, id, events, phones }: Traced): Promise<PlannedItem[]> {
  const TableName = deps.tables.records;
  const refusal = () => new Refusal("stale");
  const own: Key[] = [earlierReceiptItem(await receiptOf(deps, community, id))];
  const guards: Key[] = [];
  for (const phone of phones) own.push(...(await receiptKeysOf(deps, community, id, phone)));
  for (const event of events) {
    for (const phone of phones) guards.push(await phoneGuardKey(deps, { community, event, phone }));
    own.push(ticketKey(event, tokenOf(event, id)), promotionKey(event, tokenOf(event, id)));
  }
  // A phone given back may be another sign-up's by now, or become it in this moment.
  const held = (await batchGet(deps, guards)).filter((item) => item.id === id);
  const stillHeld = { ConditionExpression: "id = :id", ExpressionAttributeValues: { ":id": id } };
  return [
    ...unique(own).map((Key) => ({ item: { Delete: { TableName, Key } }, refusal })),
    ...held.map(({ pk, sk }) => ({ item: { Delete: { TableName, Key: { pk, sk }, ...stillHeld } }, refusal })),
  ];
}

/** Removes the whole line of an event whose sign-ups are all gone. */
export async function removeLine(deps: Deps, event: string): Promise<void> {
  const range = { pk: linePartition(event), from: " ", to: "~", only: "sk" };
  for await (const { sk } of itemsBetween(deps, range)) {
    await deleteItem(deps, { pk: linePartition(event), sk: String(sk) });
  }
}

/** Every phone has the same receipt; a transaction names each item once. */
function unique(keys: readonly Key[]): Key[] {
  return [...new Map(keys.map((key) => [`${key.pk}/${key.sk}`, key])).values()];
}
