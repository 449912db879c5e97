import { Refusal } from "../../shared/contract/refusal.ts";
import type { Register } from "../../shared/schema/register.ts";
import type { Deps } from "../http/deps.ts";
import { commit } from "../records/commit.ts";
import type { WriteContext } from "../records/context.ts";
import { planPatch } from "../records/plan.ts";
import { getRecord, type StoredRecord } from "../store/records.ts";
import { requireEvent } from "./community-event.ts";
import { tokenOf } from "./keys.ts";
import { cancelTicket, readLine } from "./line.ts";
import { returnPhone } from "./phone-guard.ts";
import { settle } from "./settle.ts";
import { tracesEnd } from "./sign-up.ts";

/**
 * Cancels a sign-up (取消报名), along with other columns that change: first in its record, then in the line,
 * and then whoever waits longest moves up. An interruption in between is mended by the next reader.
 */
export async function cancelSignUp(
  deps: Deps,
  register: Register,
  current: StoredRecord,
  given: Readonly<Record<string, unknown>>,
  context: WriteContext,
): Promise<StoredRecord> {
  const { community, id } = current;
  const event = await requireEvent(deps, community, String(current.values.event));
  const holder = { community, event: event.id, phone: String(current.values.phone), id };
  const plan = await planPatch(deps, register, current, { ...given, state: "cancelled" }, context, {
    extra: [await returnPhone(deps, holder, tracesEnd(event))],
    referencesHold: true,
  });
  if (plan === "unchanged") return current;
  await commit(deps, [plan]);
  await cancelTicket(deps, event.id, await readLine(deps, event.id), tokenOf(event.id, id));
  await settle(deps, community, event.id);
  return plan.record;
}

/** The same for a resident with a receipt, who saw no version: the latest one is meant. */
export async function cancelByReceipt(
  deps: Deps,
  register: Register,
  target: { community: string; id: string },
  context: WriteContext,
): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    const current = await getRecord(deps, register.name, target.community, target.id);
    if (!current) throw new Refusal("gone");
    if (current.values.state === "cancelled") {
      // Asked again: the first time may have been interrupted before anybody moved up.
      await settle(deps, target.community, String(current.values.event));
      return;
    }
    if (current.values.state !== "ok" && current.values.state !== "waiting") throw new Refusal("gone");
    try {
      await cancelSignUp(deps, register, current, {}, context);
      return;
    } catch (error) {
      if (!(error instanceof Refusal && error.code === "stale") || attempt >= 6) throw error;
    }
  }
}
