import { type Key, sameItem } from "./keys.ts";
import type { Random } from "./random.ts";
import type { Stored } from "./stored.ts";
import type { Table } from "./tables.ts";

/** How far indexes and eventually consistent reads may be behind: one read in `everyNth`, by up to `ms`. */
export type Lag = { everyNth: number; ms: number };

export type RecentWrite = { table: Table; key: Key; before: Stored | undefined };

/** What some items were a moment ago, by the item's identity. */
export type StaleView = ReadonlyMap<string, RecentWrite>;

/** Remembers the last writes, so that a read can be answered by a replica that has not seen them. */
export type RecentWrites = {
  note(write: RecentWrite): void;
  /** The view of a lagging replica; none when this read happens to meet one that is up to date. */
  staleView(table: Table): StaleView | undefined;
};

const MOST = 1000;

export function recentWrites(lag: Lag, random: Random, now: () => number): RecentWrites {
  let writes: (RecentWrite & { at: number })[] = [];
  const forgetOld = (): void => {
    const since = now() - lag.ms;
    const firstRecent = writes.findIndex(({ at }) => at > since);
    writes = firstRecent < 0 ? [] : writes.slice(Math.max(firstRecent, writes.length - MOST));
  };
  return {
    note(write) {
      if (lag.ms <= 0) return;
      writes.push({ ...write, at: now() });
      if (writes.length > 2 * MOST) forgetOld();
    },
    staleView(table) {
      if (lag.ms <= 0 || lag.everyNth < 1 || !random.chance(1 / lag.everyNth)) return undefined;
      forgetOld();
      const view = new Map<string, RecentWrite>();
      for (const write of writes) {
        const identity = sameItem(table, write.key);
        if (write.table.id === table.id && !view.has(identity)) view.set(identity, write);
      }
      return view.size > 0 ? view : undefined;
    },
  };
}
