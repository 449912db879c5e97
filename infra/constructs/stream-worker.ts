import { Duration } from "aws-cdk-lib";
import { PolicyStatement } from "aws-cdk-lib/aws-iam";
import { CfnEventSourceMapping, type IFunction } from "aws-cdk-lib/aws-lambda";
import { Queue, QueueEncryption } from "aws-cdk-lib/aws-sqs";
import { Construct } from "constructs";
import { acknowledge } from "../acknowledged.ts";
import type { DataTable } from "./restored-tables.ts";

/** Changes that a function gave up on wait here for two weeks; each names the records, not their content. */
export function deadLetters(scope: Construct, id: string): Queue {
  const queue = new Queue(scope, id, {
    encryption: QueueEncryption.SQS_MANAGED,
    enforceSSL: true,
    retentionPeriod: Duration.days(14),
  });
  acknowledge(queue, "AwsSolutions::AwsSolutions-SQS3", "Serverless::Serverless-SQSRedrivePolicy");
  return queue;
}

/** What a role needs to be woken by a table's changes; the right to the queue comes with the function. */
export function streamStatements(table: DataTable): PolicyStatement[] {
  return [
    new PolicyStatement({
      actions: ["dynamodb:DescribeStream", "dynamodb:GetRecords", "dynamodb:GetShardIterator"],
      resources: [streamArn(table)],
    }),
    // This action knows no narrower resource; it lists names of streams, not their content.
    new PolicyStatement({ actions: ["dynamodb:ListStreams"], resources: ["*"] }),
  ];
}

type Mapping = {
  readonly table: DataTable;
  readonly queue: Queue;
  readonly handler: IFunction;
  readonly keys: readonly string[];
  readonly retries: number;
};

/** Wakes a function with changes of the given key classes, in order for each key, each at least once. */
export class StreamWorker extends Construct {
  constructor(scope: Construct, id: string, { table, queue, handler, keys, retries }: Mapping) {
    super(scope, id);
    const pattern = JSON.stringify({ dynamodb: { Keys: { pk: { S: keys.map((prefix) => ({ prefix })) } } } });
    new CfnEventSourceMapping(this, "Mapping", {
      functionName: handler.functionName,
      eventSourceArn: streamArn(table),
      startingPosition: "TRIM_HORIZON",
      batchSize: 100,
      filterCriteria: { filters: [{ pattern }] },
      functionResponseTypes: ["ReportBatchItemFailures"],
      bisectBatchOnFunctionError: true,
      maximumRetryAttempts: retries,
      maximumRecordAgeInSeconds: Duration.hours(24).toSeconds(),
      destinationConfig: { onFailure: { destination: queue.queueArn } },
    });
  }
}

function streamArn(table: DataTable): string {
  if (!table.tableStreamArn) throw new Error(`The table ${table.node.id} has no stream to listen to.`);
  return table.tableStreamArn;
}
