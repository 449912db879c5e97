import * as z from "zod/mini";
import { Refusal } from "../../shared/contract/refusal.ts";
import { canonicalJson } from "../../shared/rules/canonical-json.ts";
import { type Posted, postedText } from "../../shared/rules/publication/chain.ts";
import type { Deps } from "../http/deps.ts";
import { sha256 } from "../store/history.ts";
import { getItem } from "../store/items.ts";
import type { PlannedItem } from "../store/transact.ts";
import { chainKey } from "./keys.ts";

const headItem = z.object({ seq: z.int(), hash: z.nullable(z.string()) });

/** The end of a community's chain of what was posted (公开链): how many so far, and the hash of the last. */
export type ChainHead = z.infer<typeof headItem>;

export async function readChain(deps: Deps, community: string): Promise<ChainHead> {
  const item = await getItem(deps, chainKey(community));
  return item ? headItem.parse(item) : { seq: 0, hash: null };
}

/** The chain with one more at its end, if nothing was posted since it was read; `stale` otherwise. */
export function chainWrite(deps: Deps, community: string, seen: ChainHead, hash: string): PlannedItem {
  return {
    item: {
      Put: {
        TableName: deps.tables.records,
        Item: { ...chainKey(community), seq: seen.seq + 1, hash },
        ...(seen.seq === 0
          ? { ConditionExpression: "attribute_not_exists(pk)" }
          : { ConditionExpression: "seq = :seen", ExpressionAttributeValues: { ":seen": seen.seq } }),
      },
    },
    refusal: () => new Refusal("stale"),
  };
}

/** The hash of a text or value in canonical form (SHA-256). */
export function hashOf(value: unknown): string {
  return sha256(canonicalJson(value));
}

/** The hash of what was posted: its content, when and under which number, and what was posted before it. */
export const postedHash = (posted: Posted) => sha256(postedText(posted));
