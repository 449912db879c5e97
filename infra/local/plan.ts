import * as z from "zod/mini";
import type { Resource } from "./template.ts";

const text = z.string();
const texts = z.array(text);

const table = z.object({
  AttributeDefinitions: z.array(z.unknown()),
  KeySchema: z.array(z.unknown()),
  BillingMode: z.literal("PAY_PER_REQUEST"),
  GlobalSecondaryIndexes: z.optional(z.array(z.unknown())),
  StreamSpecification: z.optional(z.object({ StreamViewType: text })),
  TimeToLiveSpecification: z.optional(z.object({ AttributeName: text, Enabled: z.boolean() })),
});

const lambda = z.object({
  Handler: text,
  Timeout: z.number(),
  MemorySize: z.number(),
  Role: text,
  Environment: z.optional(z.object({ Variables: z.record(text, text) })),
  DeadLetterConfig: z.optional(z.object({ TargetArn: text })),
});

/** What `policy.ts` decides by. A condition, or a `NotAction`, that it would pass over in silence stops the start. */
const keyClasses = z.strictObject({ "dynamodb:LeadingKeys": z.union([text, texts]) });
const statement = z.strictObject({
  Sid: z.optional(text),
  Effect: z.enum(["Allow", "Deny"]),
  Action: z.union([text, texts]),
  Resource: z.union([text, texts]),
  Condition: z.optional(
    z.strictObject({ "ForAllValues:StringLike": z.optional(keyClasses), Null: z.optional(keyClasses) }),
  ),
});
const document = z.object({ Statement: z.array(statement) });
const role = z.object({
  Policies: z.optional(z.array(z.object({ PolicyDocument: document }))),
  PermissionsBoundary: z.optional(z.never()),
  ManagedPolicyArns: z.optional(z.never()),
});
const policy = z.object({ Roles: texts, PolicyDocument: document });

const route = z.object({ RouteKey: text, Target: text });
const integration = z.object({ IntegrationUri: text, PayloadFormatVersion: z.literal("2.0") });

const mapping = z.object({
  FunctionName: text,
  EventSourceArn: text,
  BatchSize: z.number(),
  StartingPosition: z.literal("TRIM_HORIZON"),
  MaximumRetryAttempts: z.number(),
  MaximumRecordAgeInSeconds: z.number(),
  BisectBatchOnFunctionError: z.boolean(),
  FunctionResponseTypes: z.tuple([z.literal("ReportBatchItemFailures")]),
  DestinationConfig: z.object({ OnFailure: z.object({ Destination: text }) }),
  FilterCriteria: z.object({ Filters: z.array(z.object({ Pattern: text })) }),
});

const target = z.object({
  Arn: text,
  Input: z.optional(text),
  RetryPolicy: z.optional(z.object({ MaximumRetryAttempts: z.number() })),
  DeadLetterConfig: z.optional(z.object({ Arn: text })),
});
const rule = z.object({ ScheduleExpression: text, State: z.literal("ENABLED"), Targets: z.array(target) });

export type Statement = z.infer<typeof statement>;
export type TablePlan = { readonly name: string } & z.infer<typeof table>;
export type RoutePlan = { readonly routeKey: string; readonly functionName: string };
export type MappingPlan = { readonly id: string; readonly functionName: string; readonly tableName: string } & z.infer<
  typeof mapping
>;
export type SchedulePlan = {
  readonly id: string;
  readonly arn: string;
  readonly expression: string;
  readonly functionName: string;
  readonly input?: string | undefined;
  readonly retries: number;
  readonly deadLetters?: string | undefined;
};
export type FunctionPlan = {
  readonly name: string;
  readonly id: string;
  readonly asset: string;
  readonly handler: string;
  readonly timeoutMs: number;
  readonly memory: number;
  readonly environment: Readonly<Record<string, string>>;
  readonly statements: readonly Statement[];
  readonly deadLetters?: string | undefined;
};

/** What a template asks the runner to run. */
export type Plan = {
  readonly tables: readonly TablePlan[];
  readonly functions: readonly FunctionPlan[];
  readonly routes: readonly RoutePlan[];
  readonly mappings: readonly MappingPlan[];
  readonly schedules: readonly SchedulePlan[];
};

/** Types without a part to play on one machine: there are no logs groups, permissions to invoke or throttles here. */
const WITHOUT_EFFECT = new Set([
  "AWS::Logs::LogGroup",
  "AWS::Lambda::Permission",
  "AWS::ApiGatewayV2::Api",
  "AWS::ApiGatewayV2::Stage",
  "AWS::SQS::Queue",
  "AWS::SQS::QueuePolicy",
  "AWS::CDK::Metadata",
]);

const KNOWN = new Set([
  ...WITHOUT_EFFECT,
  "AWS::DynamoDB::Table",
  "AWS::Lambda::Function",
  "AWS::Lambda::EventSourceMapping",
  "AWS::IAM::Role",
  "AWS::IAM::Policy",
  "AWS::ApiGatewayV2::Route",
  "AWS::ApiGatewayV2::Integration",
  "AWS::Events::Rule",
]);

/** Reads the plan out of a template; a resource or setting that the runner would pass over in silence is an error. */
export function planOf(resources: readonly Resource[], only?: readonly string[]): Plan {
  const unknown = resources.find(({ type }) => !KNOWN.has(type));
  if (unknown) throw new Error(`The local runner does not know ${unknown.type} (${unknown.id}).`);
  const of = <S extends z.ZodMiniType>(
    type: string,
    schema: S,
  ): { id: string; metadata: Record<string, unknown>; value: z.infer<S> }[] =>
    resources
      .filter((resource) => resource.type === type)
      .map(({ id, metadata, properties }) => {
        const parsed = z.safeParse(schema, properties);
        if (!parsed.success)
          throw new Error(`The local runner cannot run ${id} (${type}): ${z.prettifyError(parsed.error)}`);
        return { id, metadata, value: parsed.data };
      });

  const roles = of("AWS::IAM::Role", role);
  const policies = of("AWS::IAM::Policy", policy);
  const statementsOf = (arn: string): Statement[] => {
    const id = last(arn, "/");
    const own = roles.filter((entry) => entry.id === id).flatMap(({ value }) => value.Policies ?? []);
    const attached = policies.filter(({ value }) => value.Roles.includes(id)).map(({ value }) => value);
    return [...own, ...attached].flatMap(({ PolicyDocument }) => PolicyDocument.Statement);
  };

  const wanted = (name: string) => only?.includes(name) ?? true;
  const integrations = of("AWS::ApiGatewayV2::Integration", integration);
  return {
    tables: of("AWS::DynamoDB::Table", table).map(({ id, value }) => ({ name: id, ...value })),
    functions: of("AWS::Lambda::Function", lambda)
      .map(({ id, metadata, value }) => ({
        name: functionName(id),
        id,
        asset: z.parse(text, metadata["aws:asset:path"]),
        handler: value.Handler,
        timeoutMs: value.Timeout * 1000,
        memory: value.MemorySize,
        environment: value.Environment?.Variables ?? {},
        statements: statementsOf(value.Role),
        deadLetters: value.DeadLetterConfig && last(value.DeadLetterConfig.TargetArn, ":"),
      }))
      .filter(({ name }) => wanted(name)),
    routes: of("AWS::ApiGatewayV2::Route", route)
      .map(({ id, value }) => {
        const found = integrations.find((entry) => entry.id === last(value.Target, "/"));
        if (!found) throw new Error(`The route ${id} leads nowhere.`);
        return { routeKey: value.RouteKey, functionName: functionName(last(found.value.IntegrationUri, ":")) };
      })
      .filter((entry) => wanted(entry.functionName)),
    mappings: of("AWS::Lambda::EventSourceMapping", mapping)
      .map(({ id, value }) => ({
        ...value,
        id,
        functionName: functionName(last(value.FunctionName, ":")),
        tableName: /:table\/([^/]+)\/stream\//.exec(value.EventSourceArn)?.[1] ?? "",
      }))
      .filter((entry) => wanted(entry.functionName)),
    schedules: of("AWS::Events::Rule", rule)
      .flatMap(({ id, value }) =>
        value.Targets.map((entry) => ({
          id,
          arn: id,
          expression: value.ScheduleExpression,
          functionName: functionName(last(entry.Arn, ":")),
          input: entry.Input,
          retries: entry.RetryPolicy?.MaximumRetryAttempts ?? 2,
          deadLetters: entry.DeadLetterConfig && last(entry.DeadLetterConfig.Arn, ":"),
        })),
      )
      .filter((entry) => wanted(entry.functionName)),
  };
}

/** `AuthFunction` is the function `auth`. */
const functionName = (logicalId: string) => logicalId.replace(/Function$/, "").toLowerCase();

const last = (text: string, separator: string) => text.slice(text.lastIndexOf(separator) + 1);
