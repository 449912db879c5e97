import type { Engine } from "../../../../infra/local/dynamodb/engine.ts";
import type { Item } from "../../../../infra/local/dynamodb/values/attribute-value.ts";
import { text } from "../plain-things.ts";

export type Contents = Map<string, Item>;
export type StreamRecord = { dynamodb: { Keys: Item; NewImage?: Item; OldImage?: Item; SequenceNumber: string } };

/** The items' plain JSON, so that two of them can be compared whatever made them. */
const plain = <T>(answer: unknown): T => JSON.parse(JSON.stringify(answer));

export const textOf = (item: Item, name: string): string => {
  const value = item[name];
  return value && "S" in value ? value.S : "";
};

/** All items of a partition, or of an index for one key, by their sort key. */
export async function itemsOf(engine: Engine, name: string, index?: string): Promise<Contents> {
  const found: Contents = new Map();
  const query = {
    TableName: "Things",
    KeyConditionExpression: "#k = :k",
    ExpressionAttributeNames: { "#k": index ? "area" : "pk" },
    ExpressionAttributeValues: { ":k": text(name) },
    ...(index ? { IndexName: index } : { ConsistentRead: true }),
  };
  let ExclusiveStartKey: Item | undefined;
  do {
    const page: { Items: Item[]; LastEvaluatedKey?: Item } = plain(
      await engine.send("Query", { ...query, ...(ExclusiveStartKey && { ExclusiveStartKey }) }),
    );
    for (const item of page.Items) found.set(textOf(item, "sk"), item);
    ExclusiveStartKey = page.LastEvaluatedKey;
  } while (ExclusiveStartKey);
  return found;
}

/** The stream's records in order, from its start or behind one of them. */
export async function* recordsAfter(engine: Engine, SequenceNumber?: string): AsyncGenerator<StreamRecord> {
  const { Table } = plain<{ Table: { LatestStreamArn: string } }>(
    await engine.send("DescribeTable", { TableName: "Things" }),
  );
  const StreamArn = Table.LatestStreamArn;
  const { StreamDescription } = plain<{ StreamDescription: { Shards: { ShardId: string }[] } }>(
    await engine.send("DescribeStream", { StreamArn }),
  );
  const from = SequenceNumber
    ? { ShardIteratorType: "AFTER_SEQUENCE_NUMBER", SequenceNumber }
    : { ShardIteratorType: "TRIM_HORIZON" };
  const ShardId = StreamDescription.Shards[0]?.ShardId;
  let place = plain<{ ShardIterator: string }>(await engine.send("GetShardIterator", { StreamArn, ShardId, ...from }));
  for (;;) {
    const page = plain<{ Records: StreamRecord[]; NextShardIterator: string }>(await engine.send("GetRecords", place));
    if (page.Records.length === 0) return;
    yield* page.Records;
    place = { ShardIterator: page.NextShardIterator };
  }
}
