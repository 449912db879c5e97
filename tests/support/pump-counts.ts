import type { DynamoDBRecord, DynamoDBStreamEvent } from "aws-lambda";
import { createCounts } from "../../functions/counts/counts.ts";
import type { Deps } from "../../functions/http/deps.ts";
import type { TestEngine } from "./engine.ts";
import { TEST_TABLES } from "./tables.ts";

type Page = { Records: DynamoDBStreamEvent["Records"]; NextShardIterator: string };

export type CountsPump = {
  /** Counts everything that has changed since the last call, in batches as Lambda gets them. */
  run(): Promise<void>;
  /** Changes since the last call, not counted; for tests that deliver them in their own way. */
  take(): Promise<DynamoDBRecord[]>;
  /** The counts function itself. */
  readonly handler: ReturnType<typeof createCounts>;
};

/** Feeds the test database's stream to the counts function, in this process. */
export async function openCountsPump({ engine }: TestEngine, deps: Deps): Promise<CountsPump> {
  const handler = createCounts(deps);
  const described = (await engine.send("DescribeTable", { TableName: TEST_TABLES.records })) as {
    Table: { LatestStreamArn: string };
  };
  const StreamArn = described.Table.LatestStreamArn;
  const stream = (await engine.send("DescribeStream", { StreamArn })) as {
    StreamDescription: { Shards: { ShardId: string }[] };
  };
  const ShardId = stream.StreamDescription.Shards[0]?.ShardId ?? "";
  let last = "";

  async function take(): Promise<DynamoDBRecord[]> {
    const taken: DynamoDBRecord[] = [];
    // From the start each time: a test's clock jumps, and a kept place in the stream would run out.
    const start = { StreamArn, ShardId, ShardIteratorType: "TRIM_HORIZON" };
    let { ShardIterator } = (await engine.send("GetShardIterator", start)) as { ShardIterator: string };
    // A strict stream pauses and repeats itself; three empty answers in a row are an end.
    for (let empty = 0; empty < 3; ) {
      const page = (await engine.send("GetRecords", { ShardIterator })) as Page;
      ShardIterator = page.NextShardIterator;
      empty = page.Records.length === 0 ? empty + 1 : 0;
      taken.push(...page.Records.filter((record) => sequenceOf(record) > last));
    }
    last = taken.map(sequenceOf).sort().at(-1) ?? last;
    return taken.filter(({ dynamodb }) => /^[RC]#/.test(dynamodb?.Keys?.pk?.S ?? ""));
  }

  return {
    handler,
    take,
    async run() {
      const records = await take();
      for (let at = 0; at < records.length; at += 100) {
        const answer = await handler({ Records: records.slice(at, at + 100) });
        if (answer.batchItemFailures.length > 0) throw new Error("The counts function could not count a batch.");
      }
    },
  };
}

const sequenceOf = ({ dynamodb }: DynamoDBRecord): string => dynamodb?.SequenceNumber ?? "";
