/** One arrival in the line for an event's places (排队号). */
export type Ticket = {
  readonly token: string;
  /** How many people come with it, the person who signs up included. */
  readonly party: number;
  /** When it was taken, in ms since 1970. */
  readonly at: number;
};

/** All arrivals for one event in their order, and who has given up since (报名队列). */
export type Line = { readonly tickets: readonly Ticket[]; readonly cancelled: ReadonlySet<string> };

/** What an arrival has (名额或候补): a place, the n-th rank among those waiting, or nothing any more. */
export type Placing =
  | { readonly state: "ok" }
  | { readonly state: "waiting"; readonly rank: number }
  | { readonly state: "cancelled" };

/**
 * Who has a place (S1.4, C12): strictly in order of arrival, everyone up to whom the parties add up to no more than
 * the capacity. Nobody passes somebody who came earlier, not even where a smaller party would still fit.
 * `held` are those who were told that they have a place: a smaller capacity later does not take it back.
 */
export function placing(
  line: Line,
  capacity: number | undefined,
  held: ReadonlySet<string> = new Set(),
): ReadonlyMap<string, Placing> {
  const placings = new Map<string, Placing>();
  let persons = 0;
  let waiting = 0;
  for (const { token, party } of line.tickets) {
    if (line.cancelled.has(token)) {
      placings.set(token, { state: "cancelled" });
      continue;
    }
    persons += party;
    if (capacity === undefined || persons <= capacity || held.has(token)) placings.set(token, { state: "ok" });
    else placings.set(token, { state: "waiting", rank: ++waiting });
  }
  return placings;
}

/** How many persons have places, how many wait, and how many places nobody has; undefined without a limit. */
export function occupancy(
  line: Line,
  capacity: number | undefined,
  held: ReadonlySet<string> = new Set(),
): { readonly placed: number; readonly waiting: number; readonly left: number | undefined } {
  const placings = placing(line, capacity, held);
  let [placed, waiting] = [0, 0];
  for (const { token, party } of line.tickets) {
    const state = placings.get(token)?.state;
    if (state === "ok") placed += party;
    if (state === "waiting") waiting += party;
  }
  // Where somebody waits, the next to come waits too, even if a seat is empty.
  const left = capacity === undefined ? undefined : waiting > 0 ? 0 : Math.max(0, capacity - placed);
  return { placed, waiting, left };
}
