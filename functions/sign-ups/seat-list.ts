import { type Seats, seating } from "../../shared/rules/seating.ts";
import type { Deps } from "../http/deps.ts";
import type { StoredRecord } from "../store/records.ts";
import type { CommunityEvent } from "./community-event.ts";
import { tokenOf } from "./keys.ts";
import { partyOf, type Standing, settle } from "./settle.ts";

/** Somebody on a list: no sealed value, only whether there is a health note to ask for. */
export type Guest = {
  readonly id: string;
  readonly name: string;
  readonly phone: string;
  readonly partySize: number;
  readonly state: string;
  readonly channel: string;
  readonly hasHealth: boolean;
  readonly age?: number;
  readonly emergency?: string;
};
export type SeatedGuest = Guest & { readonly seat: string };

/** Who sits where (乘车名单, C12), and who waits. */
export type SeatList = {
  readonly event: CommunityEvent;
  readonly vehicles: readonly {
    readonly plate: string;
    readonly seats: number;
    readonly taken: number;
    readonly guests: readonly SeatedGuest[];
  }[];
  /** Guests with a place whom the vehicles cannot seat. Without vehicles, all guests with a place. */
  readonly unseated: readonly Guest[];
  readonly waiting: readonly Guest[];
};

export async function seatList(deps: Deps, community: string, eventId: string): Promise<SeatList> {
  const standing = await settle(deps, community, eventId);
  const guests = guestsOf(standing);
  const placed = guests.filter(({ state }) => state !== "waiting").map((guest) => ({ guest, party: guest.partySize }));
  const { vehicles, left } = seating(standing.event.vehicles ?? [], placed);
  const seatOf = new Map([...standing.records.values()].map(({ id, values }) => [id, values.seat]));
  return {
    event: standing.event,
    vehicles: vehicles.map(({ vehicle, seats }) => ({
      ...vehicle,
      taken: seats.reduce((sum, { from, to }) => sum + to - from + 1, 0),
      // A seat that staff wrote down by hand stands before the one worked out.
      guests: seats.map((one) => ({
        ...one.guest.guest,
        seat: String(seatOf.get(one.guest.guest.id) ?? seatText(one)),
      })),
    })),
    unseated: left.map(({ guest, persons }) => ({ ...guest.guest, partySize: persons })),
    waiting: guests.filter(({ state }) => state === "waiting"),
  };
}

/** Everybody who has a place or waits, in order of arrival. */
export function guestsOf({ event, line, records }: Pick<Standing, "event" | "line" | "records">): Guest[] {
  const order = new Map(line.tickets.map(({ token }, index) => [token, index]));
  const rank = (record: StoredRecord) => order.get(tokenOf(event.id, record.id)) ?? order.size;
  return [...records.values()]
    .filter(({ values }) => values.state !== "cancelled")
    .sort((a, b) => rank(a) - rank(b) || (a.id < b.id ? -1 : 1))
    .map(guestFrom);
}

function guestFrom(record: StoredRecord): Guest {
  const { values, sealed } = record;
  return {
    id: record.id,
    name: String(values.name),
    phone: String(values.phone),
    partySize: partyOf(record),
    state: String(values.state),
    channel: String(values.channel),
    hasHealth: sealed.health !== undefined,
    ...(typeof values.age === "number" && { age: values.age }),
    ...(typeof values.emergency === "string" && { emergency: values.emergency }),
  };
}

const seatText = ({ from, to }: Seats<unknown>) => (from === to ? String(from) : `${from}-${to}`);
