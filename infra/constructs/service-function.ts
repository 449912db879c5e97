import { Duration, RemovalPolicy } from "aws-cdk-lib";
import { PolicyDocument, PolicyStatement, Role, ServicePrincipal } from "aws-cdk-lib/aws-iam";
import {
  ApplicationLogLevel,
  Architecture,
  type CfnFunction,
  Code,
  Function as LambdaFunction,
  LoggingFormat,
  Runtime,
  SystemLogLevel,
} from "aws-cdk-lib/aws-lambda";
import { LogGroup, RetentionDays } from "aws-cdk-lib/aws-logs";
import type { IQueue } from "aws-cdk-lib/aws-sqs";
import { Construct } from "constructs";
import { acknowledge, ROOT_KEYS } from "../acknowledged.ts";
import { functionId, type Service } from "../services.ts";

type Props = {
  readonly service: Service;
  readonly bundle: string;
  readonly environment: Record<string, string>;
  /** Where events go that nobody waits for and the function gave up on. */
  readonly queue?: IQueue | undefined;
  readonly statements: readonly PolicyStatement[];
};

/** One function with a role and a log group of its own: nothing is shared, so nothing is allowed by accident. */
export class ServiceFunction extends Construct {
  readonly function: LambdaFunction;
  readonly role: Role;

  constructor(scope: Construct, id: string, { service, bundle, queue, environment, statements }: Props) {
    super(scope, id);
    const logs = new LogGroup(this, "Logs", {
      // The Cybersecurity Law (网络安全法) asks for six months; the next longer choice is a year.
      retention: RetentionDays.ONE_YEAR,
      removalPolicy: RemovalPolicy.RETAIN,
    });
    const writeLogs = new PolicyStatement({
      actions: ["logs:CreateLogStream", "logs:PutLogEvents"],
      resources: [logs.logGroupArn],
    });
    this.role = new Role(this, "Role", {
      assumedBy: new ServicePrincipal("lambda.amazonaws.com"),
      inlinePolicies: { own: new PolicyDocument({ statements: [writeLogs, ...statements] }) },
    });
    this.function = new LambdaFunction(this, "Function", {
      runtime: Runtime.NODEJS_24_X,
      // Offered in every region of both partitions; arm64 is cheaper, but not known to be everywhere.
      architecture: Architecture.X86_64,
      handler: "lambda.handler",
      code: Code.fromAsset(bundle),
      role: this.role,
      logGroup: logs,
      // Of what the platform writes itself, only warnings: its three lines for each call would cost more than ours.
      loggingFormat: LoggingFormat.JSON,
      applicationLogLevelV2: ApplicationLogLevel.INFO,
      systemLogLevelV2: SystemLogLevel.WARN,
      memorySize: service.memory,
      timeout: Duration.seconds(service.timeoutSeconds),
      environment,
      ...(queue ? { deadLetterQueue: queue } : {}),
    });
    if (service.rootKey) acknowledge(this, ROOT_KEYS);
    if (queue)
      acknowledge(this, "AwsSolutions::AwsSolutions-IAM5[Resource::*]", "Serverless::Serverless-LambdaStarPermissions");
    else acknowledge(this, "Serverless::Serverless-LambdaDLQ");
    // A name that people and the local runner can use: `AuthFunction`.
    (this.function.node.defaultChild as CfnFunction).overrideLogicalId(functionId(service.name));
  }
}
