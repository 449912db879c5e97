import type { DynamoDBStreamEvent } from "aws-lambda";
import { plainItem } from "../../../functions/counts/images.ts";
import type { TestEngine } from "../../support/engine.ts";
import { TEST_TABLES } from "../../support/tables.ts";

/** One change of one item: its key and what it became, empty when it was deleted. */
export type ItemChange = { readonly key: string; readonly text: string };

type Page = { Records: DynamoDBStreamEvent["Records"]; NextShardIterator: string };

/** Everything that was ever written to the Records table, in order, as whoever has its stream reads it. */
export async function everyChange({ engine }: TestEngine): Promise<ItemChange[]> {
  const { Table } = (await engine.send("DescribeTable", { TableName: TEST_TABLES.records })) as {
    Table: { LatestStreamArn: string };
  };
  const stream = (await engine.send("DescribeStream", { StreamArn: Table.LatestStreamArn })) as {
    StreamDescription: { Shards: { ShardId: string }[] };
  };
  const ShardId = stream.StreamDescription.Shards[0]?.ShardId ?? "";
  const start = { StreamArn: Table.LatestStreamArn, ShardId, ShardIteratorType: "TRIM_HORIZON" };
  let { ShardIterator } = (await engine.send("GetShardIterator", start)) as { ShardIterator: string };
  const changes: ItemChange[] = [];
  let last = "";
  // A strict stream pauses and repeats itself; three empty answers in a row are an end.
  for (let empty = 0; empty < 3; ) {
    const page = (await engine.send("GetRecords", { ShardIterator })) as Page;
    ShardIterator = page.NextShardIterator;
    empty = page.Records.length === 0 ? empty + 1 : 0;
    for (const { dynamodb } of page.Records) {
      if ((dynamodb?.SequenceNumber ?? "") <= last) continue;
      last = dynamodb?.SequenceNumber ?? "";
      const key = `${dynamodb?.Keys?.pk?.S} ${dynamodb?.Keys?.sk?.S}`;
      changes.push({ key, text: dynamodb?.NewImage ? JSON.stringify(plainItem(dynamodb.NewImage)) : "" });
    }
  }
  return changes;
}

/** The table as it stands after all these changes. */
export function itemsAfter(changes: readonly ItemChange[]): Map<string, string> {
  const items = new Map<string, string>();
  for (const { key, text } of changes) {
    if (text === "") items.delete(key);
    else items.set(key, text);
  }
  return items;
}
