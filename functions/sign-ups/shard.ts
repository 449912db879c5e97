import * as z from "zod/mini";

/** A shard with so many tickets is full: an item of about ten kilobytes, which one update rewrites. */
export const SHARD_MAX = 200;

const shardItem = z.object({
  sk: z.string(),
  /** `<token>:<party>` in order of arrival. */
  entries: z.array(z.string()),
  /** When each of them came. */
  times: z.array(z.number()),
  cancelled: z.optional(z.array(z.string())),
});
/** One part of the line for an event's places: tickets in order of arrival. */
export type Shard = {
  number: number;
  entries: readonly string[];
  times: readonly number[];
  cancelled: readonly string[];
};

export type Ticketed = { readonly token: string; readonly party: number };

export function shardFrom(item: Record<string, unknown>): Shard {
  const { sk, entries, times, cancelled = [] } = shardItem.parse(item);
  return { number: Number(sk), entries, times, cancelled };
}

export const entryOf = ({ token, party }: Ticketed) => `${token}:${party}`;
export const tokenOfEntry = (entry: string) => entry.slice(0, entry.indexOf(":"));
export const partyOfEntry = (entry: string) => Number(entry.slice(entry.indexOf(":") + 1));
export const holds = (shards: readonly { entries: readonly string[] }[], token: string) =>
  shards.some(({ entries }) => entries.some((entry) => tokenOfEntry(entry) === token));
