import { Refusal } from "../../shared/contract/refusal.ts";
import { instantOf } from "../../shared/rules/calendar.ts";
import { type Line, type Placing, placing } from "../../shared/rules/placing.ts";
import { registerNamed } from "../../shared/schema/registers.ts";
import { queueActor } from "../../shared/words/form.ts";
import type { Deps } from "../http/deps.ts";
import { commit } from "../records/commit.ts";
import { planPatch } from "../records/plan.ts";
import { allRecords, getRecord, type StoredRecord } from "../store/records.ts";
import { type CommunityEvent, eventFrom } from "./community-event.ts";
import { promotionKey, signUpPrefix, tokenOf } from "./keys.ts";
import { cancelTicket, changeParty, lineOf, readLine, releaseTicket, type StoredLine } from "./line.ts";

/** A ticket that has no record after so long was left behind by an interruption. */
const ORPHAN_MS = 60_000;
const ROUNDS = 5;
/** States of people who were told that they have a place. */
const HELD = new Set(["ok", "came", "absent"]);

/** How an event's sign-ups stand: the line, who has a place, and the record of each ticket. */
export type Standing = {
  readonly event: CommunityEvent;
  readonly line: Line;
  readonly placings: ReadonlyMap<string, Placing>;
  readonly records: ReadonlyMap<string, StoredRecord>;
};

/**
 * Brings an event's sign-ups in order: tickets left behind are released, cancelled places are given to those who wait,
 * in order of arrival, and they are noted down to be phoned (S1.4). Anybody may call it at any time, also twice at once.
 */
export async function settle(deps: Deps, community: string, eventId: string): Promise<Standing> {
  for (let round = 1; ; round += 1) {
    const standing = await readStanding(deps, community, eventId);
    if (round === ROUNDS || !(await settled(deps, standing))) return standing;
  }
}

type StoredStanding = Standing & { readonly stored: StoredLine };

async function readStanding(deps: Deps, community: string, eventId: string): Promise<StoredStanding> {
  const eventRecord = await getRecord(deps, "events", community, eventId, { deleted: true });
  if (!eventRecord || eventRecord.deleted) throw new Refusal("not-found");
  const event = eventFrom(eventRecord);
  // The line is read after the records: a record read has its ticket in the line.
  const records = new Map<string, StoredRecord>();
  for await (const record of allRecords(deps, "sign-ups", community, { prefix: signUpPrefix(eventId) })) {
    records.set(tokenOf(eventId, record.id), record);
  }
  const stored = await readLine(deps, eventId);
  const line = lineOf(stored);
  const held = new Set([...records].filter(([, { values }]) => HELD.has(String(values.state))).map(([token]) => token));
  return { event, line, stored, records, placings: placing(line, event.capacity, held) };
}

/** Does what is to be done; whether there was anything. */
async function settled(deps: Deps, standing: StoredStanding): Promise<boolean> {
  const { event, line, stored, records, placings } = standing;
  // After the event there is no place to give, and sign-ups that are deleted at the end of their time make none free.
  if (instantOf(event.end) <= deps.now()) return false;
  let changed = false;
  for (const { token, party, at } of line.tickets) {
    if (line.cancelled.has(token)) continue;
    const record = records.get(token);
    if (!record) {
      if (at + ORPHAN_MS > deps.now() || !(await releaseTicket(deps, event.id, token))) continue;
      await cancelTicket(deps, event.id, stored, token);
      changed = true;
    } else if (record.values.state === "cancelled") {
      await cancelTicket(deps, event.id, stored, token);
      changed = true;
    } else if (partyOf(record) < party) {
      changed = (await changeParty(deps, event.id, stored, { token, party: partyOf(record) })) || changed;
    }
  }
  // Places are given only by a line that is in order.
  if (changed) return true;
  for (const [token, record] of records) {
    if (record.values.state !== "waiting" || placings.get(token)?.state !== "ok") continue;
    await promote(deps, event, record, token);
    changed = true;
  }
  return changed;
}

/** Gives somebody who waits the place, and notes that they are to be told. */
async function promote(deps: Deps, event: CommunityEvent, record: StoredRecord, token: string): Promise<void> {
  const register = registerNamed("sign-ups");
  if (!register) throw new Error("There is no list of sign-ups");
  const refusal = () => new Refusal("stale");
  const Item = { ...promotionKey(event.id, token), id: record.id, at: deps.now() };
  const note = { item: { Put: { TableName: deps.tables.records, Item } }, refusal };
  try {
    const context = { actor: queueActor, action: "promote", byAction: true } as const;
    const plan = await planPatch(deps, register, record, { state: "ok" }, context, {
      extra: [note],
      referencesHold: true,
    });
    if (plan !== "unchanged") await commit(deps, [plan]);
  } catch (error) {
    // Somebody changed the record meanwhile, perhaps did the same: the next round looks again.
    if (!(error instanceof Refusal && error.code === "stale")) throw error;
  }
}

export const partyOf = (record: StoredRecord) => Number(record.values.partySize ?? 1);
