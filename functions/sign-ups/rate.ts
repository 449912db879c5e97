import { createHmac } from "node:crypto";
import { UpdateCommand } from "@aws-sdk/lib-dynamodb";
import { Refusal } from "../../shared/contract/refusal.ts";
import type { Deps } from "../http/deps.ts";
import { rateKey } from "./keys.ts";

export type Rate = { readonly max: number; readonly spanMs: number };

/** Counts one more of something and refuses it beyond the rate, until the span of time is over. */
export async function withinRate(deps: Deps, what: readonly string[], { max, spanMs }: Rate): Promise<void> {
  const now = deps.now();
  const span = Math.floor(now / spanMs);
  const key = await deps.keys.subkey("form");
  const hash = createHmac("sha256", key)
    .update(`rate\n${what.join("\n")}`)
    .digest("base64url")
    .slice(0, 22);
  const end = (span + 1) * spanMs;
  const { Attributes } = await deps.documents.send(
    new UpdateCommand({
      TableName: deps.tables.records,
      Key: rateKey(hash, span),
      UpdateExpression: "ADD #count :one SET #ttl = :ttl",
      ExpressionAttributeNames: { "#count": "count", "#ttl": "ttl" },
      ExpressionAttributeValues: { ":one": 1, ":ttl": Math.ceil(end / 1000) + 3600 },
      ReturnValues: "UPDATED_NEW",
    }),
  );
  if (Number(Attributes?.count ?? 0) > max) {
    throw new Refusal("too-many", [], { retryAfter: Math.max(1, Math.ceil((end - now) / 1000)) });
  }
}
