import { type FieldProblem, invalid, Refusal } from "../../shared/contract/refusal.ts";
import { partyProblems } from "../../shared/rules/party.ts";
import { placing } from "../../shared/rules/placing.ts";
import type { Register } from "../../shared/schema/register.ts";
import type { Deps } from "../http/deps.ts";
import { commit } from "../records/commit.ts";
import type { WriteContext } from "../records/context.ts";
import { givenBefore, onceId } from "../records/once.ts";
import { planPatch } from "../records/plan.ts";
import type { StoredRecord } from "../store/records.ts";
import type { PlannedItem } from "../store/transact.ts";
import { cancelSignUp } from "./cancel.ts";
import { type CommunityEvent, findEvent, requireEvent } from "./community-event.ts";
import { tokenOf } from "./keys.ts";
import { changeParty, lineOf, readLine } from "./line.ts";
import { phoneState, phoneTaken, returnPhone, takePhone } from "./phone-guard.ts";
import { receiptKeysOf } from "./receipts.ts";
import { partyOf, settle } from "./settle.ts";
import { signUp, tracesEnd } from "./sign-up.ts";

type Given = Readonly<Record<string, unknown>>;

/** Signs up somebody who phoned or came to the desk (S1.2): the same line and the same rules as by QR code. */
export async function createQueued(
  deps: Deps,
  register: Register,
  community: string,
  given: Given,
  context: WriteContext,
): Promise<StoredRecord> {
  const event = typeof given.event === "string" ? await findEvent(deps, community, given.event) : undefined;
  if (!event) throw invalid({ path: "event", code: given.event ? "unknown-reference" : "required" });
  // The line decides who has a place; a state that a sheet's new row carries along means nothing more.
  const { state, at, ...values } = given;
  if (at !== undefined) throw invalid({ path: "at", code: "by-action-only" });
  if (state !== undefined && state !== null && state !== "ok" && state !== "waiting") {
    throw invalid({ path: "state", code: "by-action-only" });
  }
  const token = context.once ? onceId(register.name, community, context.once) : deps.newId();
  const record = await signUp(deps, { register, event, token, given: values, context });
  return (await givenBefore(deps, record, context.once)) ?? record;
}

/** Changes a sign-up: came or absent, cancelled, a corrected name, another number of persons. */
export async function patchQueued(
  deps: Deps,
  register: Register,
  current: StoredRecord,
  given: Given,
  context: WriteContext,
): Promise<StoredRecord> {
  const event = await requireEvent(deps, current.community, String(current.values.event));
  const problems = moveProblems(event, current, given);
  if (problems.length > 0) throw invalid(...problems);
  if (given.state === "cancelled" && current.values.state !== "cancelled") {
    return cancelSignUp(deps, register, current, given, context);
  }
  const wanted = { ...given, ...(await takenBack(deps, event, current, given)) };
  const party = Number(wanted.partySize ?? partyOf(current));
  const extra = await phoneMoves(deps, register, event, current, wanted, context);
  const plan = await planPatch(deps, register, current, wanted, context, { extra, referencesHold: true });
  if (plan === "unchanged") return current;
  const grows = party > partyOf(current) && current.values.state !== "cancelled";
  if (grows) await grow(deps, event, current, party);
  await commit(deps, [plan]);
  // A smaller party gives places back, and an interrupted growth too: settling finds both.
  if (party !== partyOf(current)) await settle(deps, current.community, event.id);
  return plan.record;
}

/** What staff may not do to a sign-up by typing. */
function moveProblems(event: CommunityEvent, current: StoredRecord, given: Given): FieldProblem[] {
  const problems: FieldProblem[] = [];
  const { state, channel, event: eventId } = current.values;
  if (given.event !== undefined && given.event !== eventId) problems.push({ path: "event", code: "read-only" });
  const toOrFromQr = given.channel !== channel && (given.channel === "qr" || channel === "qr");
  if (given.channel !== undefined && toOrFromQr) problems.push({ path: "channel", code: "read-only" });
  const next = given.state;
  const moves = next !== undefined && next !== state;
  if (moves && state === "cancelled") problems.push({ path: "state", code: "sign-up-ended" });
  // Who has a place and who waits follows from the line; only a mark of came or absent is taken back by hand.
  else if (moves && (next === "ok" || next === "waiting") && (state === "ok" || state === "waiting")) {
    problems.push({ path: "state", code: "by-action-only" });
  }
  const number = (key: string) => (typeof given[key] === "number" ? given[key] : undefined);
  return [...problems, ...partyProblems(event, { partySize: number("partySize"), age: number("age") })];
}

/** Where came or absent is taken back, the line says again whether it is a place or waiting. */
async function takenBack(deps: Deps, event: CommunityEvent, current: StoredRecord, given: Given): Promise<Given> {
  const marked = current.values.state === "came" || current.values.state === "absent";
  if (!marked || (given.state !== "ok" && given.state !== "waiting")) return {};
  const line = lineOf(await readLine(deps, event.id));
  const mine = placing(line, event.capacity).get(tokenOf(event.id, current.id));
  return { state: mine?.state === "waiting" ? "waiting" : "ok" };
}

/** A corrected phone is taken and the old one given back, along with the receipt's look-up. */
async function phoneMoves(
  deps: Deps,
  register: Register,
  event: CommunityEvent,
  current: StoredRecord,
  wanted: Given,
  context: WriteContext,
): Promise<PlannedItem[]> {
  if (wanted.phone === undefined || current.values.state === "cancelled") return [];
  const dry = await planPatch(deps, register, current, wanted, context, { referencesHold: true });
  const phone = dry === "unchanged" ? current.values.phone : dry.record.values.phone;
  if (phone === current.values.phone) return [];
  const { community, id } = current;
  const holder = { community, event: event.id, id };
  if ((await phoneState(deps, { ...holder, phone: String(phone) })) === "taken") throw phoneTaken();
  const ttl = tracesEnd(event);
  const [, byCode] = await receiptKeysOf(deps, community, id, String(phone));
  return [
    await takePhone(deps, { ...holder, phone: String(phone) }, ttl),
    await returnPhone(deps, { ...holder, phone: String(current.values.phone) }, ttl),
    {
      item: { Put: { TableName: deps.tables.records, Item: { ...byCode, community, event: event.id, id, ttl } } },
      refusal: () => new Refusal("stale"),
    },
  ];
}

/** Lets a party grow where that takes no place from anybody who has one. */
async function grow(deps: Deps, event: CommunityEvent, current: StoredRecord, party: number): Promise<void> {
  const token = tokenOf(event.id, current.id);
  await settle(deps, current.community, event.id);
  const stored = await readLine(deps, event.id);
  const line = lineOf(stored);
  const held = placing(line, event.capacity);
  const tickets = line.tickets.map((ticket) => (ticket.token === token ? { ...ticket, party } : ticket));
  const after = placing({ ...line, tickets }, event.capacity);
  const loses = [...held].some(([other, { state }]) => state === "ok" && after.get(other)?.state !== "ok");
  const done = !loses && (await changeParty(deps, event.id, stored, { token, party }));
  if (!done) throw invalid({ path: "partySize", code: "no-room" });
}
