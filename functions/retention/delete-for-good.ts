import { Refusal } from "../../shared/contract/refusal.ts";
import type { Register } from "../../shared/schema/register.ts";
import type { Deps } from "../http/deps.ts";
import type { WriteContext } from "../records/context.ts";
import { referrersOf } from "../records/references.ts";
import type { StoredRecord } from "../store/records.ts";
import { dueItem, ownDueKey } from "./due-items.ts";
import { purge } from "./purge.ts";

/**
 * Deletes a record before its time, because the person it is about asks for it (个人信息保护法第四十七条): in the same way
 * as at the end of its time. It stands in the next day's calendar until nothing is left of it.
 */
export async function deleteForGood(
  deps: Deps,
  register: Register,
  current: StoredRecord,
  context: WriteContext,
): Promise<StoredRecord> {
  const { community, id } = current;
  const referrers = await referrersOf(deps, register.name, community, id);
  if (referrers.length > 0) throw new Refusal("referenced", [], { by: referrers });
  const foundBy = ownDueKey(deps, register, community, id);
  return purge(deps, register, current, { context, extra: [dueItem(deps, foundBy)], foundBy });
}
