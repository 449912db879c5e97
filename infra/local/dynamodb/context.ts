import type { Key } from "./keys.ts";
import type { Random } from "./random.ts";
import type { RecentWrite, RecentWrites } from "./recent-writes.ts";
import type { Storage } from "./storage.ts";
import type { Table, Tables } from "./tables.ts";

/** What an operation works with while it serves one request. */
export type Context = {
  readonly now: number;
  readonly storage: Storage;
  readonly tables: Tables;
  readonly random: Random;
  readonly recent: RecentWrites;
  readonly strictness: Strictness;
  /** What this request has changed; forgotten again if it fails. */
  readonly changes: RecentWrite[];
  /** Tables whose stream gave less than it has; their listeners are called again. */
  readonly held: Set<string>;
  /** Says that this request works on an item; refuses if another one in flight excludes it. */
  claim(table: Table, key: Key, as: "write" | "transaction" | "look"): "free" | "conflict";
  /** True the first time a token is seen among the requests in flight. */
  claimToken(token: string): boolean;
};

/** How often, of all chances, the engine makes use of the freedom that DynamoDB has. */
export type Strictness = {
  /** A transaction meets a write in flight that nobody here knows of. */
  readonly conflicts: number;
  /** A batch leaves one of its keys or items unprocessed. */
  readonly partialBatches: number;
  /** GetRecords answers nothing although there is something. */
  readonly streamPauses: number;
  /** GetRecords hands out an iterator that gives the same records again. */
  readonly streamRepeats: number;
};
