import { Validations } from "aws-cdk-lib";
import type { IConstruct } from "constructs";

/** What the checks call the parameters of the root keys. */
export const ROOT_KEYS =
  "AwsSolutions::AwsSolutions-IAM5[Resource::arn:<AWS::Partition>:ssm:<AWS::Region>:<AWS::AccountId>:parameter/linli/<AWS::StackName>/root-key-*]";

/** Advice of cdk-nag that Linli does not follow, each with its reason; a new finding stops the synthesis. */
const REASONS = {
  "AwsSolutions::AwsSolutions-APIG4":
    "Residents have no account, and rights come from posts read at each request: the functions check who asks.",
  "AwsSolutions::AwsSolutions-IAM5[Resource::*]":
    "dynamodb:ListStreams knows no narrower resource; it lists names of streams, not their content.",
  "Serverless::Serverless-LambdaStarPermissions":
    "dynamodb:ListStreams knows no narrower resource; it lists names of streams, not their content.",
  [ROOT_KEYS]: "Root keys of later rotations end in -2, -3 and so on; nothing else begins so.",
  "AwsSolutions::AwsSolutions-SQS3": "This queue is where letters end; a queue behind it would keep nothing more.",
  "Serverless::Serverless-SQSRedrivePolicy":
    "This queue is where letters end; a queue behind it would keep nothing more.",
  "Serverless::Serverless-LambdaDLQ":
    "The function is only called by callers who wait for the answer, so no event of it can be lost unnoticed.",
  "Serverless::Serverless-LambdaTracing":
    "Tracing of Lambda does not exist in the China regions, and is billed elsewhere.",
} as const;

export type Finding = keyof typeof REASONS;

/** Records why findings about a construct and all within it are accepted. */
export function acknowledge(scope: IConstruct, ...findings: readonly Finding[]): void {
  Validations.of(scope).acknowledge(...findings.map((id) => ({ id, reason: REASONS[id] })));
}
