import * as z from "zod/mini";
import { invalid, Refusal } from "../../shared/contract/refusal.ts";
import type { Values } from "../../shared/schema/field.ts";
import type { Register } from "../../shared/schema/register.ts";
import type { Deps } from "../http/deps.ts";
import { getItem } from "../store/items.ts";
import type { PlannedItem } from "../store/transact.ts";
import { headKey } from "./keys.ts";

const money = z.object({ cashFen: z.int(), bankFen: z.int() });
const pastBook = z.object({
  import: z.string(),
  from: z.string(),
  through: z.string(),
  openingFen: z.int(),
  closingFen: z.int(),
});
export type PastBookHead = z.infer<typeof pastBook>;

const headItem = z.object({
  version: z.int(),
  /** Vouchers approved so far, which is the place of the last one in the chain. */
  seq: z.int(),
  hash: z.nullable(z.string()),
  /** Numbers given, by year and kind. */
  series: z.record(
    z.string(),
    z.object({ in: z.optional(z.int()), out: z.optional(z.int()), transfer: z.optional(z.int()) }),
  ),
  /** Nothing is entered for this day or before. */
  closedThrough: z.optional(z.string()),
  closedMonth: z.optional(z.string()),
  /** Both books at the end of `closedThrough`. */
  base: money,
  /** Days and months closed so far: a past book may come in only before the first. */
  closes: z.int(),
  /** Imported past books, one for each. */
  past: z.object({ cash: z.optional(pastBook), bank: z.optional(pastBook) }),
});

/**
 * The head of a community's books (账簿). Every act that gives a number, moves money or closes a period stands on the
 * version it has read, so that all such acts of one community happen one after another, and numbers have no gaps.
 */
export type Head = z.infer<typeof headItem>;

const EMPTY: Head = {
  version: 0,
  seq: 0,
  hash: null,
  series: {},
  base: { cashFen: 0, bankFen: 0 },
  closes: 0,
  past: {},
};

export async function readHead(deps: Deps, community: string): Promise<Head> {
  const item = await getItem(deps, headKey(community));
  return item ? headItem.parse(item) : EMPTY;
}

/** The next head, if nobody has moved it since it was read. */
export function headWrite(deps: Deps, community: string, head: Head): PlannedItem {
  const { version } = head;
  return {
    item: {
      Put: {
        TableName: deps.tables.records,
        Item: { ...headKey(community), ...head, version: version + 1 },
        ...(version === 0
          ? { ConditionExpression: "attribute_not_exists(pk)" }
          : { ConditionExpression: "version = :seen", ExpressionAttributeValues: { ":seen": version } }),
      },
    },
    refusal: () => new Refusal("stale"),
  };
}

/**
 * Refuses what is entered by hand for a day that the books have closed (日清, S8.16), in any list that follows their days.
 * A draft that slips past at the very moment of a close is nothing yet: its approval stands on the head itself.
 */
export async function refuseClosedDay(
  deps: Deps,
  { period }: Register,
  community: string,
  values: Values,
): Promise<void> {
  const day = period === undefined ? undefined : values[period];
  if (period === undefined || typeof day !== "string") return;
  const { closedThrough } = await readHead(deps, community);
  if (closedThrough !== undefined && day <= closedThrough) throw invalid({ path: period, code: "day-closed" });
}
