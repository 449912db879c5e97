import type { Deps } from "../../functions/http/deps.ts";
import { type JobChangeRecord, type JobsAnswer, runChangedJobs } from "../../functions/jobs/stream.ts";
import type { TestEngine } from "./engine.ts";
import { TEST_TABLES } from "./tables.ts";

type Page = { Records: JobChangeRecord[]; NextShardIterator: string };

export type JobsPump = {
  /** Works every job until nothing wakes another slice; the number of times the function was called. */
  run(): Promise<number>;
  /** One call of the function with the changes since the last one. */
  step(): Promise<JobsAnswer | undefined>;
};

/** Feeds the test database's stream to the jobs function, in this process. */
export async function openJobsPump({ engine }: TestEngine, deps: Deps): Promise<JobsPump> {
  const described = (await engine.send("DescribeTable", { TableName: TEST_TABLES.records })) as {
    Table: { LatestStreamArn: string };
  };
  const StreamArn = described.Table.LatestStreamArn;
  const stream = (await engine.send("DescribeStream", { StreamArn })) as {
    StreamDescription: { Shards: { ShardId: string }[] };
  };
  const ShardId = stream.StreamDescription.Shards[0]?.ShardId ?? "";
  let last = "";

  async function take(): Promise<JobChangeRecord[]> {
    const taken: JobChangeRecord[] = [];
    const start = last === "" ? { ShardIteratorType: "TRIM_HORIZON" } : after(last);
    let { ShardIterator } = (await engine.send("GetShardIterator", { StreamArn, ShardId, ...start })) as {
      ShardIterator: string;
    };
    // A strict stream pauses and repeats itself; three empty answers in a row are an end.
    for (let empty = 0; empty < 3; ) {
      const page = (await engine.send("GetRecords", { ShardIterator })) as Page;
      ShardIterator = page.NextShardIterator;
      empty = page.Records.length === 0 ? empty + 1 : 0;
      taken.push(...page.Records.filter((record) => sequenceOf(record) > last));
    }
    last = taken.map(sequenceOf).sort().at(-1) ?? last;
    return taken.filter(({ dynamodb }) => dynamodb?.Keys?.pk?.S?.startsWith("J#"));
  }
  const step = async () => {
    const Records = await take();
    return Records.length === 0 ? undefined : runChangedJobs(deps, { Records: Records.slice(-100) });
  };
  return {
    step,
    async run() {
      for (let calls = 0; ; calls += 1) {
        const answer = await step();
        if (!answer) return calls;
        if (answer.batchItemFailures.length > 0) throw new Error("The jobs function could not work a job.");
      }
    },
  };
}

const after = (SequenceNumber: string) => ({ ShardIteratorType: "AFTER_SEQUENCE_NUMBER", SequenceNumber });
const sequenceOf = ({ dynamodb }: JobChangeRecord): string => dynamodb?.SequenceNumber ?? "";
