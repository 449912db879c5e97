import type { Deps } from "../../../functions/http/deps.ts";
import { earlierReceiptItem, receiptItem } from "../../../functions/sign-ups/receipts.ts";
import { deleteItem, getItem, putItem } from "../../../functions/store/items.ts";

/** Keeps the receipt at this address as it was kept while addresses were shorter. */
export async function asGivenOutEarlier(deps: Deps, location: string): Promise<void> {
  const receipt = location.slice("/r/".length);
  const kept = await getItem(deps, receiptItem(receipt));
  if (!kept) throw new Error("There is no such receipt");
  await putItem(deps, { ...kept, ...earlierReceiptItem(receipt) });
  await deleteItem(deps, receiptItem(receipt));
}
