import * as z from "zod/mini";
import { Refusal } from "../../shared/contract/refusal.ts";
import type { Deps } from "../http/deps.ts";
import { getItem } from "../store/items.ts";
import { getRecord, type StoredRecord } from "../store/records.ts";
import type { PlannedItem } from "../store/transact.ts";
import { votesKey } from "./keys.ts";

const votesItem = z.object({ version: z.int(), ids: z.array(z.string()) });
/** The votes of a meeting, by id and in order. Whoever adds one, or ends the meeting, stands on the version they read. */
export type VoteIndex = z.infer<typeof votesItem>;

export async function readVoteIndex(deps: Deps, community: string, meeting: string): Promise<VoteIndex> {
  const item = await getItem(deps, votesKey(community, meeting));
  return item ? votesItem.parse(item) : { version: 0, ids: [] };
}

export async function votesIn(deps: Deps, community: string, { ids }: VoteIndex): Promise<StoredRecord[]> {
  const found = await Promise.all(ids.map((id) => getRecord(deps, "votes", community, id)));
  return found.filter((record) => record !== undefined);
}

/** The next index, if nobody has moved it since it was read. */
export function indexWrite(
  deps: Deps,
  community: string,
  meeting: string,
  { version, ids }: VoteIndex,
  added: readonly string[] = [],
): PlannedItem {
  return {
    item: {
      Put: {
        TableName: deps.tables.records,
        Item: { ...votesKey(community, meeting), version: version + 1, ids: [...ids, ...added] },
        ...(version === 0
          ? { ConditionExpression: "attribute_not_exists(pk)" }
          : { ConditionExpression: "version = :seen", ExpressionAttributeValues: { ":seen": version } }),
      },
    },
    refusal: () => new Refusal("stale"),
  };
}

/** Whether nothing more happens to a vote. */
export const isOver = ({ values }: StoredRecord) => values.state === "announced" || values.state === "void";
