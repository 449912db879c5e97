import type { EngineOptions } from "../../../infra/local/dynamodb/engine.ts";
import type { AttributeValue, Item } from "../../../infra/local/dynamodb/values/attribute-value.ts";

/** No lag, no partial batches, no pauses: for tests about something else. */
export const CALM: Partial<EngineOptions> = {
  lag: { everyNth: 1, ms: 0 },
  throttles: { partialBatches: 0 },
  streams: { pauses: 0, repeats: 0 },
};

export const TABLE = {
  TableName: "Things",
  BillingMode: "PAY_PER_REQUEST",
  KeySchema: [
    { AttributeName: "pk", KeyType: "HASH" },
    { AttributeName: "sk", KeyType: "RANGE" },
  ],
  AttributeDefinitions: ["pk", "sk", "area", "born"].map((AttributeName) => ({ AttributeName, AttributeType: "S" })),
  GlobalSecondaryIndexes: [
    { IndexName: "byArea", KeySchema: schema("area", "born"), Projection: { ProjectionType: "ALL" } },
    { IndexName: "keysByArea", KeySchema: schema("area"), Projection: { ProjectionType: "KEYS_ONLY" } },
  ],
  StreamSpecification: { StreamEnabled: true, StreamViewType: "NEW_AND_OLD_IMAGES" },
};

function schema(hash: string, range?: string) {
  const first = { AttributeName: hash, KeyType: "HASH" };
  return range ? [first, { AttributeName: range, KeyType: "RANGE" }] : [first];
}

export const text = (S: string): AttributeValue => ({ S });
export const number = (value: number | string): AttributeValue => ({ N: String(value) });
export const key = (sk: string, pk = "p"): Item => ({ pk: text(pk), sk: text(sk) });
export const thing = (sk: string, more: Item = {}, pk = "p"): Item => ({ ...key(sk, pk), ...more });
