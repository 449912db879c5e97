import { createHmac } from "node:crypto";
import { UpdateCommand } from "@aws-sdk/lib-dynamodb";
import { Refusal } from "../../shared/contract/refusal.ts";
import type { Deps } from "../http/deps.ts";
import { getItem } from "../store/items.ts";
import { rateKey } from "./keys.ts";
import { sharedReads } from "./shared-read.ts";

export type Rate = { readonly max: number; readonly spanMs: number };

/** Those who are counted together in one update, each with its own number. */
type Batch = { size: number };
const counting = sharedReads<number>();
const gathering = new WeakMap<object, Map<string, Batch>>();

/** Counts one more of something and refuses it beyond the rate, until the span of time is over. */
export async function withinRate(deps: Deps, what: readonly string[], { max, spanMs }: Rate): Promise<void> {
  const now = deps.now();
  const span = Math.floor(now / spanMs);
  const end = (span + 1) * spanMs;
  const hash = await rateHash(deps, what);
  const name = `${hash}/${span}`;
  const batches = gathering.get(deps.documents) ?? new Map<string, Batch>();
  gathering.set(deps.documents, batches);
  const mine = batches.get(name) ?? { size: 0 };
  batches.set(name, mine);
  mine.size += 1;
  const place = mine.size;
  const count = await counting(deps.documents, name, () => {
    batches.delete(name);
    return added(deps, hash, span, mine.size, Math.ceil(end / 1000) + 3600);
  });
  if (count - mine.size + place > max) {
    throw new Refusal("too-many", [], { retryAfter: Math.max(1, Math.ceil((end - now) / 1000)) });
  }
}

/** Whether something was counted so often already that more of it is to be refused; counts nothing itself. */
export async function rateReached(deps: Deps, what: readonly string[], { max, spanMs }: Rate): Promise<boolean> {
  const item = await getItem(deps, rateKey(await rateHash(deps, what), Math.floor(deps.now() / spanMs)));
  return Number(item?.count ?? 0) >= max;
}

async function rateHash(deps: Deps, what: readonly string[]): Promise<string> {
  const key = await deps.keys.subkey("form");
  return createHmac("sha256", key)
    .update(`rate\n${what.join("\n")}`)
    .digest("base64url")
    .slice(0, 22);
}

async function added(deps: Deps, hash: string, span: number, more: number, ttl: number): Promise<number> {
  const { Attributes } = await deps.documents.send(
    new UpdateCommand({
      TableName: deps.tables.records,
      Key: rateKey(hash, span),
      UpdateExpression: "ADD #count :more SET #ttl = :ttl",
      ExpressionAttributeNames: { "#count": "count", "#ttl": "ttl" },
      ExpressionAttributeValues: { ":more": more, ":ttl": ttl },
      ReturnValues: "UPDATED_NEW",
    }),
  );
  return Number(Attributes?.count ?? 0);
}
