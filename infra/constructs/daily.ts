import { Rule, Schedule } from "aws-cdk-lib/aws-events";
import { LambdaFunction } from "aws-cdk-lib/aws-events-targets";
import type { IFunction } from "aws-cdk-lib/aws-lambda";
import type { IQueue } from "aws-cdk-lib/aws-sqs";
import type { Construct } from "constructs";

/**
 * Wakes a function five minutes into each day in China (16:05 UTC): birthdays, deadlines and months turn at midnight.
 * A rule, not EventBridge Scheduler, which the China regions are not known to offer.
 */
export function daily(scope: Construct, id: string, handler: IFunction, queue: IQueue | undefined): void {
  const rule = new Rule(scope, id, { schedule: Schedule.cron({ minute: "5", hour: "16" }) });
  rule.addTarget(new LambdaFunction(handler, { retryAttempts: 2, ...(queue ? { deadLetterQueue: queue } : {}) }));
}
