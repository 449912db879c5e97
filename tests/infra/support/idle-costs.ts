import type { Resource, Template } from "./fixture-stack.ts";

/** Types that cost nothing while nobody uses them, checked against what their prices are charged by. */
const FREE = new Set([
  "AWS::ApiGatewayV2::Api",
  "AWS::ApiGatewayV2::Integration",
  "AWS::ApiGatewayV2::Route",
  "AWS::ApiGatewayV2::Stage",
  "AWS::DynamoDB::Table",
  "AWS::Events::Rule",
  "AWS::IAM::Policy",
  "AWS::IAM::Role",
  "AWS::Lambda::EventSourceMapping",
  "AWS::Lambda::Function",
  "AWS::Lambda::Permission",
  "AWS::Logs::LogGroup",
  "AWS::SQS::Queue",
  "AWS::SQS::QueuePolicy",
]);

/** What a stack would be billed for in a month in which nobody touches it, besides stored bytes. */
export function idleCosts(template: Template): string[] {
  return Object.entries(template.Resources).flatMap(([id, resource]) =>
    FREE.has(resource.Type)
      ? (RULES[resource.Type]?.(resource) ?? []).map((problem) => `${id}: ${problem}`)
      : [`${id}: ${resource.Type} is not known to be free while idle`],
  );
}

const RULES: Record<string, (resource: Resource) => string[]> = {
  "AWS::DynamoDB::Table": ({ Properties }) => [
    ...(Properties.BillingMode === "PAY_PER_REQUEST" ? [] : ["capacity is paid by the hour"]),
    ...(Properties.SSESpecification ? ["a key that is not DynamoDB's own is paid by the month"] : []),
    ...(Properties.KinesisStreamSpecification ? ["a Kinesis stream is paid by the hour"] : []),
    ...(Properties.ContributorInsightsSpecification?.Enabled ? ["insights are paid by the event"] : []),
  ],
  "AWS::Lambda::Function": ({ Properties }) => [
    ...(Properties.VpcConfig ? ["a network of its own needs paid gateways"] : []),
    ...(Properties.KmsKeyArn ? ["a customer key is paid by the month"] : []),
    ...(Properties.SnapStart ? ["SnapStart is paid by the hour"] : []),
    ...(Properties.ProvisionedConcurrencyConfig ? ["provisioned concurrency is paid by the hour"] : []),
    ...(Properties.TracingConfig ? ["tracing is paid by the trace"] : []),
  ],
  "AWS::Lambda::EventSourceMapping": ({ Properties }) =>
    Properties.ProvisionedPollerConfig ? ["provisioned pollers are paid by the hour"] : [],
  "AWS::Logs::LogGroup": ({ Properties }) => [
    ...(Properties.RetentionInDays ? [] : ["logs are kept for ever"]),
    ...(Properties.KmsKeyId ? ["a customer key is paid by the month"] : []),
  ],
  "AWS::SQS::Queue": ({ Properties }) => (Properties.KmsMasterKeyId ? ["a customer key is paid by the month"] : []),
  "AWS::Events::Rule": ({ Properties }) =>
    /minute|hour|^cron\(\S*[*/]|^cron\(\S+ \S*[*/]/.test(Properties.ScheduleExpression ?? "")
      ? ["it wakes a function more than once a day"]
      : [],
};
