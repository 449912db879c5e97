import * as z from "zod/mini";
import type { Value } from "../../shared/schema/field.ts";
import type { Deps } from "../http/deps.ts";
import { earlierReceiptItem, receiptItem, receiptKeysOf, receiptOf } from "../sign-ups/receipts.ts";
import { putItem } from "../store/items.ts";
import { getRecord } from "../store/records.ts";

/** What a receipt stands for, with everything else its item held. */
export const arrivedReceipt = z.looseObject({
  /** Where it stood before the move. */
  pk: z.string(),
  /** Absent for a sign-up. */
  kind: z.optional(z.enum(["sign-up", "opinion"])),
  community: z.string(),
  id: z.string(),
});
export type Arrived = z.infer<typeof arrivedReceipt>;

/**
 * Makes receipts of a community that moved here found again (回执随迁): by their address as before, and by the printed
 * code with the phone's last digits, which is looked up under this installation's key.
 */
export async function adoptReceipts(deps: Deps, arrived: readonly Arrived[]): Promise<void> {
  for (const target of arrived) {
    const { community, id } = target;
    const record = await getRecord(deps, target.kind === "opinion" ? "cases" : "sign-ups", community, id, {
      deleted: true,
    });
    const phone = record && phoneOf(target.kind, record.values);
    const receipt = await receiptOf(deps, community, id);
    // An address goes on as it is, also one given out earlier; a look-up's key was the other installation's.
    const addresses = [receiptItem(receipt), earlierReceiptItem(receipt)].filter(({ pk }) => pk === target.pk);
    const lookUps = phone ? (await receiptKeysOf(deps, community, id, phone)).slice(1) : [];
    const keys = [...addresses, ...lookUps];
    for (const key of keys) await putItem(deps, { ...target, ...key });
  }
}

function phoneOf(kind: Arrived["kind"], values: Readonly<Record<string, Value>>): string | undefined {
  const [first] = Array.isArray(values.parties) ? values.parties : [];
  const phone = kind === "opinion" ? phoneIn(first) : values.phone;
  return typeof phone === "string" && phone !== "" ? phone : undefined;
}

const phoneIn = (party: unknown): unknown =>
  typeof party === "object" && party !== null && "phone" in party ? party.phone : undefined;
