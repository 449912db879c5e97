import { invalid } from "../../shared/contract/refusal.ts";
import type { Deps } from "../http/deps.ts";
import { findingHash } from "../records/seal.ts";
import { getItem } from "../store/items.ts";
import { type Key, uniqueKey } from "../store/table.ts";
import type { PlannedItem } from "../store/transact.ts";

type Holder = { readonly community: string; readonly event: string; readonly phone: string; readonly id: string };

/** One phone signs up once for an event: this refusal says no more, so that nobody learns who goes there. */
export const phoneTaken = () => invalid({ path: "phone", code: "phone-taken" });

/** Whether a phone is free for a sign-up, is another's, or was this sign-up's own before. */
export async function phoneState(deps: Deps, holder: Holder): Promise<"free" | "taken" | "own"> {
  const item = await getItem(deps, await phoneGuardKey(deps, holder));
  if (item === undefined) return "free";
  if (item.id === holder.id) return "own";
  return item.released === true ? "free" : "taken";
}

/** The item by which a sign-up takes its phone, unless another holds it. */
export async function takePhone(deps: Deps, holder: Holder, ttl: number): Promise<PlannedItem> {
  return {
    item: {
      Put: {
        TableName: deps.tables.records,
        Item: { ...(await phoneGuardKey(deps, holder)), id: holder.id, ttl },
        ConditionExpression: "attribute_not_exists(pk) OR released = :yes OR id = :id",
        ExpressionAttributeValues: { ":yes": true, ":id": holder.id },
      },
    },
    refusal: phoneTaken,
  };
}

/** The item by which a sign-up gives its phone back. It stays, because the residents' function deletes nothing. */
export async function returnPhone(deps: Deps, holder: Holder, ttl: number): Promise<PlannedItem> {
  return {
    item: {
      Put: {
        TableName: deps.tables.records,
        Item: { ...(await phoneGuardKey(deps, holder)), id: holder.id, released: true, ttl },
        ConditionExpression: "attribute_not_exists(pk) OR id = :id",
        ExpressionAttributeValues: { ":id": holder.id },
      },
    },
    refusal: phoneTaken,
  };
}

/** Where a phone's one sign-up for an event is noted. */
export async function phoneGuardKey(deps: Deps, { community, event, phone }: Omit<Holder, "id">): Promise<Key> {
  const columns = ["event", "phone"];
  const place = { community, register: "sign-ups", field: columns.join("+") };
  return uniqueKey("sign-ups", community, columns, await findingHash(deps, place, JSON.stringify([event, phone])));
}
