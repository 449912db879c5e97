import { type FieldProblem, invalid, Refusal } from "../../shared/contract/refusal.ts";
import { instantOf, minuteOf } from "../../shared/rules/calendar.ts";
import { CLOSE_DAYS, closingOf } from "../../shared/rules/closing.ts";
import { partyProblems } from "../../shared/rules/party.ts";
import { placing } from "../../shared/rules/placing.ts";
import type { Values } from "../../shared/schema/field.ts";
import type { Register } from "../../shared/schema/register.ts";
import type { Deps } from "../http/deps.ts";
import { commit } from "../records/commit.ts";
import type { WriteContext } from "../records/context.ts";
import { planCreate } from "../records/plan.ts";
import { getRecord, type StoredRecord } from "../store/records.ts";
import type { PlannedItem } from "../store/transact.ts";
import type { CommunityEvent } from "./community-event.ts";
import { signUpId, ticketKey } from "./keys.ts";
import { cancelTicket, lineOf, takeTicket } from "./line.ts";
import { phoneState, phoneTaken, takePhone } from "./phone-guard.ts";
import { receiptKeysOf } from "./receipts.ts";
import { settle } from "./settle.ts";

/** Longer than any event is put off for. */
const TRACES_MS = 400 * 86_400_000;

export type SignUpRequest = {
  readonly register: Register;
  readonly event: CommunityEvent;
  /** Names the ticket: the same token is the same sign-up, however often it is sent. */
  readonly token: string;
  /** Columns of the sign-up, without state and time. */
  readonly given: Readonly<Record<string, unknown>>;
  readonly context: WriteContext;
  /** What somebody agreed to, with its version. */
  readonly consent?: Readonly<Record<string, string>>;
};

/**
 * Signs somebody up (报名): a ticket first, which fixes the order of arrival, and then the record.
 * Sent again after an interruption, it goes on where it stopped.
 */
export async function signUp(deps: Deps, request: SignUpRequest): Promise<StoredRecord> {
  const { register, event, token } = request;
  const id = signUpId(event.id, token);
  const found = () => getRecord(deps, register.name, event.community, id, { deleted: true });
  const { phone, party, problems } = await looked(deps, request, id);
  const state = phone === undefined ? "free" : await phoneState(deps, holderOf(event, phone, id));
  // Sent before: what it became is the answer, also after closing. A free phone says that there was nothing.
  const before = state === "free" ? undefined : await found();
  if (before) return before;
  const reasons = [...eventProblems(event, deps.now()), ...problems];
  if (reasons.length > 0 || phone === undefined) throw invalid(...reasons);
  if (state === "taken") throw phoneTaken();
  const line = await takeTicket(deps, event.id, { token, party });
  const mine = placing(lineOf(line), event.capacity).get(token);
  if (mine?.state === "cancelled") throw new Refusal("conflict", [{ path: "", code: "send-again" }]);
  const plan = await planned(deps, request, id, mine?.state ?? "waiting", await traces(deps, request, id, phone));
  try {
    await commit(deps, [plan]);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    const twin = await found();
    if (twin) return twin;
    // Somebody with this phone was quicker: the ticket goes back at once, and whoever waits behind it moves up.
    if (error.code === "invalid-fields") {
      await cancelTicket(deps, event.id, line, token);
      await settle(deps, event.community, event.id);
    }
    throw error;
  }
  return plan.record;
}

type Looked = {
  readonly phone: string | undefined;
  readonly party: number;
  readonly problems: readonly FieldProblem[];
};

/** What a request says, with everything that is wrong about it, before a ticket is taken. */
async function looked(deps: Deps, request: SignUpRequest, id: string): Promise<Looked> {
  const { event, given } = request;
  const problems: FieldProblem[] = [];
  let values: Values = {};
  try {
    values = (await planned(deps, request, id, "waiting", [])).record.values;
  } catch (error) {
    if (!(error instanceof Refusal && error.code === "invalid-fields")) throw error;
    problems.push(...error.fields);
  }
  const number = (key: string) => {
    const value = values[key] ?? given[key];
    return typeof value === "number" ? value : undefined;
  };
  const party = number("partySize") ?? 1;
  const said = new Set(problems.map(({ path }) => path));
  const more = partyProblems(event, { partySize: party, age: number("age") }).filter(({ path }) => !said.has(path));
  const phone = typeof values.phone === "string" ? values.phone : undefined;
  return { phone, party, problems: [...problems, ...more] };
}

/** Why an event takes no sign-ups now (S1.3). */
export function eventProblems(event: CommunityEvent, now: number): FieldProblem[] {
  if (event.status === "cancelled") return [{ path: "event", code: "event-cancelled" }];
  if (now < closingOf(event).before) return [];
  return [
    { path: "event", code: "closed", params: { days: event.closeDays ?? CLOSE_DAYS, day: closingOf(event).day } },
  ];
}

/**
 * When the traces of an event's sign-ups go at the latest, in seconds. They are removed with their sign-up; this is for
 * an installation that is switched off, and leaves room for an event that is put off.
 */
export function tracesEnd(event: CommunityEvent): number {
  return Math.floor((instantOf(event.end) + TRACES_MS) / 1000);
}

function planned(
  deps: Deps,
  { register, event, given, context }: SignUpRequest,
  id: string,
  state: string,
  extra: readonly PlannedItem[],
) {
  const values = { ...given, event: event.id, state, at: minuteOf(deps.now()) };
  // The event was read just now; a check of its item in every transaction would make strangers wait for each other.
  return planCreate(
    deps,
    register,
    event.community,
    values,
    { ...context, byAction: true },
    {
      id,
      extra,
      referencesHold: true,
    },
  );
}

/** What is written along with the record: the ticket's fate, the phone, the receipt. */
async function traces(deps: Deps, request: SignUpRequest, id: string, phone: string): Promise<PlannedItem[]> {
  const { event, token, consent } = request;
  const { community } = event;
  const TableName = deps.tables.records;
  const ttl = tracesEnd(event);
  const sendAgain = () => new Refusal("conflict", [{ path: "", code: "send-again" }]);
  const receipts = await receiptKeysOf(deps, community, id, phone);
  return [
    await takePhone(deps, holderOf(event, phone, id), ttl),
    {
      item: {
        Put: {
          TableName,
          Item: { ...ticketKey(event.id, token), id, ttl, ...(consent && { consent }) },
          ConditionExpression: "attribute_not_exists(pk)",
        },
      },
      refusal: sendAgain,
    },
    ...receipts.map((key) => ({
      item: { Put: { TableName, Item: { ...key, community, event: event.id, id, ttl } } },
      refusal: sendAgain,
    })),
  ];
}

const holderOf = ({ community, id: event }: CommunityEvent, phone: string, id: string) => ({
  community,
  event,
  phone,
  id,
});
