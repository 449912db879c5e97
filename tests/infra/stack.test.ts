import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { readSettings, SettingsError } from "../../infra/local/settings.ts";
import { services } from "../../infra/services.ts";
import { type Resource, readTemplate, resourcesOf, synthesizeFixture, type Template } from "./support/fixture-stack.ts";
import { idleCosts } from "./support/idle-costs.ts";

let china: Template;
let elsewhere: Template;

// A synthesis runs cdk-nag's AwsSolutions and Serverless packs and throws at any finding that has no stated reason.
beforeAll(async () => {
  china = readTemplate(await synthesizeFixture("cn-north-1"));
  elsewhere = readTemplate(await synthesizeFixture("eu-central-1", { allowRegionOutsideMainland: true }));
});

/** Types that nobody outside the platform can open a connection to without the right to call the platform itself. */
const WITHOUT_ADDRESS = new Set([
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

const types = (template: Template) => Object.values(template.Resources).map(({ Type }) => Type);

describe("one stack for both partitions", () => {
  test("China's partition and the other get the same resources", () => {
    expect(types(china)).toEqual(types(elsewhere));
  });

  test("names of the partition are the only difference", () => {
    const neutral = (template: Template) =>
      JSON.stringify(template)
        .replaceAll("arn:aws-cn:", "arn:aws:")
        .replaceAll(/cn-north-1|eu-central-1/g, "region");
    expect(neutral(china)).toBe(neutral(elsewhere));
  });

  test("every service has a function, and every function its folder", () => {
    const functions = resourcesOf(china, "AWS::Lambda::Function").map(([id]) =>
      id.replace("Function", "").toLowerCase(),
    );
    expect(functions).toEqual(services.map(({ name }) => name));
    const folders = readdirSync(join(import.meta.dirname, "../../functions")).filter((name) =>
      existsSync(join(import.meta.dirname, "../../functions", name, "lambda.ts")),
    );
    expect([...folders].sort()).toEqual(services.map(({ name }) => name).sort());
  });
});

describe("residents' data stays in the mainland (个人信息保护法第三十六条)", () => {
  test.each(["ap-east-1", "ap-southeast-1", "us-east-1"])(
    "a deployment to %s is refused in both languages",
    async (region) => {
      await expect(synthesizeFixture(region)).rejects.toThrow(
        /article 36[\s\S]*第三十六条[\s\S]*allowRegionOutsideMainland=true/,
      );
    },
  );

  test("Ningxia is allowed as Beijing is", async () => {
    expect(existsSync(await synthesizeFixture("cn-northwest-1"))).toBe(true);
  });
});

describe("the tables outlive mistakes", () => {
  test.each(["Records", "Counts", "Accounts"])("%s is retained, protected and can be restored to any second", (id) => {
    const table = china.Resources[id];
    expect(table).toMatchObject({
      Type: "AWS::DynamoDB::Table",
      DeletionPolicy: "Retain",
      UpdateReplacePolicy: "Retain",
      Properties: {
        BillingMode: "PAY_PER_REQUEST",
        DeletionProtectionEnabled: true,
        PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true },
      },
    });
  });

  test("only the changes of Records can be listened to", () => {
    const streams = resourcesOf(china, "AWS::DynamoDB::Table").filter(
      ([, { Properties }]) => Properties.StreamSpecification,
    );
    expect(streams.map(([id]) => id)).toEqual(["Records"]);
    expect(china.Resources.Records?.Properties.StreamSpecification).toEqual({ StreamViewType: "NEW_AND_OLD_IMAGES" });
  });

  test("logs are kept for the six months that the law asks for, and not for ever", () => {
    for (const [, { Properties }] of resourcesOf(china, "AWS::Logs::LogGroup")) {
      expect(Properties.RetentionInDays).toBeGreaterThanOrEqual(184);
    }
  });
});

describe("a stack on restored tables", () => {
  const restored = (partition: string, region: string) => ({
    recordsTable: "linli-records-restored",
    recordsStream: `arn:${partition}:dynamodb:${region}:111122223333:table/linli-records-restored/stream/2026-11-24T00:00:00.000`,
    countsTable: "linli-counts-restored",
    accountsTable: "linli-accounts-restored",
  });

  test.each([
    ["aws-cn", "cn-north-1", {}],
    ["aws", "eu-central-1", { allowRegionOutsideMainland: true }],
  ])(
    "in %s reads, writes and is woken by them alone, with the rights it had and nothing to pay while idle",
    async (partition, region, context) => {
      const given = restored(partition, region);
      const template = readTemplate(await synthesizeFixture(region, { ...context, ...given }));
      expect(resourcesOf(template, "AWS::DynamoDB::Table")).toEqual([]);
      const text = JSON.stringify(template);
      expect(text).not.toMatch(/"(Records|Counts|Accounts)"/);
      for (const [id, { Properties }] of resourcesOf(template, "AWS::Lambda::Function")) {
        const before = china.Resources[id]?.Properties.Environment?.Variables ?? {};
        const variables = Properties.Environment?.Variables ?? {};
        expect(Object.keys(variables)).toEqual(Object.keys(before));
        for (const table of ["records", "counts", "accounts"]) {
          const name = variables[`${table.toUpperCase()}_TABLE`];
          if (name !== undefined) expect(name).toBe(`linli-${table}-restored`);
        }
      }
      for (const [, { Properties }] of resourcesOf(template, "AWS::Lambda::EventSourceMapping")) {
        expect(Properties.EventSourceArn).toBe(given.recordsStream);
      }
      const policies = (of: Template) =>
        resourcesOf(of, "AWS::IAM::Role").map(([, { Properties }]) =>
          JSON.stringify(Properties.Policies ?? []).match(/"dynamodb:[^"]*"|"[A-Z]#[^"]*"/g),
        );
      expect(policies(template)).toEqual(policies(china));
      expect(idleCosts(template)).toEqual([]);
    },
  );

  test("that names only some of them, or another table's stream, is refused", async () => {
    const { countsTable: _, ...some } = restored("aws-cn", "cn-north-1");
    await expect(synthesizeFixture("cn-north-1", some)).rejects.toThrow("also names, with -c: countsTable");
    const other = { ...restored("aws-cn", "cn-north-1"), recordsTable: "another" };
    await expect(synthesizeFixture("cn-north-1", other)).rejects.toThrow("newest stream of another");
  });
});

describe("a stack that nobody uses costs nothing", () => {
  test("of what the platform says of each call only warnings are kept, and our own lines are", () => {
    for (const [, { Properties }] of resourcesOf(china, "AWS::Lambda::Function")) {
      expect(Properties.LoggingConfig).toMatchObject({
        LogFormat: "JSON",
        ApplicationLogLevel: "INFO",
        SystemLogLevel: "WARN",
      });
    }
  });

  test("nothing in it is paid by the hour or the month", () => {
    expect(idleCosts(china)).toEqual([]);
  });

  const mutations: [string, (template: Template) => void][] = [
    ["a NAT gateway", add("AWS::EC2::NatGateway")],
    ["a customer key", add("AWS::KMS::Key")],
    ["a secret", add("AWS::SecretsManager::Secret")],
    ["a firewall", add("AWS::WAFv2::WebACL")],
    ["an alarm", add("AWS::CloudWatch::Alarm")],
    ["a network", add("AWS::EC2::VPC")],
    ["capacity by the hour", (template) => set(template, "Records", { BillingMode: "PROVISIONED" })],
    ["a table with a customer key", (template) => set(template, "Counts", { SSESpecification: { SSEEnabled: true } })],
    ["a function in a network", (template) => set(template, "ApiFunction", { VpcConfig: { SubnetIds: ["a"] } })],
    ["a function that never sleeps", (template) => set(template, "ApiFunction", { SnapStart: { ApplyOn: "x" } })],
    ["provisioned concurrency", add("AWS::Lambda::Version")],
    ["a schedule in minutes", add("AWS::Events::Rule", { ScheduleExpression: "rate(1 minute)" })],
    ["a schedule in hours", add("AWS::Events::Rule", { ScheduleExpression: "cron(0 * * * ? *)" })],
    ["a schedule each few minutes", add("AWS::Events::Rule", { ScheduleExpression: "cron(0/5 3 * * ? *)" })],
    ["logs for ever", add("AWS::Logs::LogGroup", {})],
  ];

  test.each(mutations)("%s would be noticed", (_, mutate) => {
    const changed = structuredClone(china);
    mutate(changed);
    expect(idleCosts(changed)).toHaveLength(1);
  });
});

function add(type: string, properties: object = {}): (template: Template) => void {
  return (template) => {
    template.Resources.Added = { Type: type, Properties: properties };
  };
}

function set(template: Template, id: string, properties: object): void {
  Object.assign(template.Resources[id]?.Properties ?? {}, properties);
}

describe("a role holds what its function needs, and nothing else", () => {
  type Statement = {
    Action: string | string[];
    Resource: unknown;
    Condition?: Record<string, Record<string, string[] | string>>;
  };
  const actionsOf = ({ Action }: Statement) => [Action].flat();

  /** Every statement that reaches a function, in its role or attached to it. */
  const statementsOf = (name: string): Statement[] => {
    const roleId = china.Resources[`${name}Function`]?.Properties.Role["Fn::GetAtt"][0];
    const own = china.Resources[roleId]?.Properties.Policies.map(
      (policy: Resource["Properties"]) => policy.PolicyDocument,
    );
    const attached = resourcesOf(china, "AWS::IAM::Policy")
      .filter(([, { Properties }]) => Properties.Roles.some((role: { Ref: string }) => role.Ref === roleId))
      .map(([, { Properties }]) => Properties.PolicyDocument);
    return [...own, ...attached].flatMap((document) => document.Statement);
  };
  const functions = services.map(({ name }) => `${name.charAt(0).toUpperCase()}${name.slice(1)}`);
  const tableOf = ({ Resource }: Statement) => JSON.stringify(Resource);
  const onTable = (name: string, table: string) =>
    statementsOf(name).filter((statement) => tableOf(statement) === JSON.stringify({ "Fn::GetAtt": [table, "Arn"] }));

  test.each(functions)("%s may neither scan a table nor use a wildcard", (name) => {
    for (const action of statementsOf(name).flatMap(actionsOf)) {
      expect(action).not.toMatch(/\*|Scan|PartiQL|DeleteTable|UpdateTable/);
    }
  });

  test.each(functions)("%s writes to its own log and no other", (name) => {
    const logs = statementsOf(name).filter((statement) =>
      actionsOf(statement).some((action) => action.startsWith("logs:")),
    );
    expect(logs).toHaveLength(1);
    expect(actionsOf(logs[0] ?? { Action: [], Resource: "" })).toEqual(["logs:CreateLogStream", "logs:PutLogEvents"]);
    const ids = functions.map((other) => JSON.stringify(statementsOf(other)[0]?.Resource));
    expect(new Set(ids).size).toBe(functions.length);
  });

  test("whoever reads sessions is told whether everybody needs a second step, which they do where it is asked for", () => {
    const told = resourcesOf(china, "AWS::Lambda::Function")
      .filter(([, { Properties }]) => JSON.stringify(Properties.Environment ?? {}).includes("SECOND_STEP"))
      .map(([id]) => id.replace("Function", "").toLowerCase());
    expect(told.toSorted()).toEqual(["api", "auth", "statistics"]);
    const { SecondStep } = (china as unknown as { Parameters: Record<string, unknown> }).Parameters;
    expect(SecondStep).toMatchObject({ Default: "optional", AllowedValues: ["optional", "required"] });
    const settings = (SECOND_STEP?: string) => readSettings([], { SECOND_STEP });
    expect([settings().secondStep, settings("optional").secondStep, settings("required").secondStep]).toEqual([
      false,
      false,
      true,
    ]);
    expect(() => settings("yes")).toThrow(SettingsError);
  });

  test("every function speaks to the services at their own encrypted address", () => {
    // Without an address of its own, a client takes the region's, which is https; a setting could only make that worse.
    for (const template of [china, elsewhere]) {
      for (const [id, { Properties }] of resourcesOf(template, "AWS::Lambda::Function")) {
        const text = JSON.stringify(Properties.Environment ?? {});
        expect(text, id).not.toMatch(/ENDPOINT|http:|TLS_REJECT|NODE_OPTIONS|EXTRA_CA|PROXY/i);
      }
    }
  });

  test("all that faces outside is one API, at the platform's own https address with the platform's certificate", () => {
    for (const template of [china, elsewhere]) {
      // An HTTP API answers https alone. A name of one's own, a function's address, a bucket or a balancer would be a
      // type that does not stand here.
      expect(new Set(types(template).filter((type) => !WITHOUT_ADDRESS.has(type)))).toEqual(
        new Set(["AWS::ApiGatewayV2::Api"]),
      );
      const apis = resourcesOf(template, "AWS::ApiGatewayV2::Api");
      expect(apis.map(([, { Properties }]) => Properties.ProtocolType)).toEqual(["HTTP"]);
      // Who else may call a function is another service of the platform, for this stack.
      const callers = resourcesOf(template, "AWS::Lambda::Permission").map(([, { Properties }]) => Properties);
      expect(new Set(callers.map(({ Principal }) => Principal))).toEqual(
        new Set(["apigateway.amazonaws.com", "events.amazonaws.com"]),
      );
      for (const { FunctionUrlAuthType, SourceArn } of callers) {
        expect(FunctionUrlAuthType).toBeUndefined();
        expect(SourceArn).toBeDefined();
      }
    }
  });

  test.each(functions)("%s reaches items of Records only by the class of their key", (name) => {
    for (const { Condition } of onTable(name, "Records")) {
      expect(Condition?.Null).toEqual({ "dynamodb:LeadingKeys": "false" });
      const keys = Condition?.["ForAllValues:StringLike"]?.["dynamodb:LeadingKeys"] ?? [];
      expect(keys.length).toBeGreaterThan(0);
      for (const key of keys) expect(key).toMatch(/^[A-Z]#/);
    }
  });

  test("the district's statistics cannot reach a person: their role knows Counts and sessions only", () => {
    expect(onTable("Statistics", "Records")).toEqual([]);
    expect(JSON.stringify(statementsOf("Statistics"))).not.toContain("Records");
    expect(china.Resources.StatisticsFunction?.Properties.Environment.Variables).not.toHaveProperty("RECORDS_TABLE");
    expect(onTable("Statistics", "Counts").flatMap(actionsOf)).toEqual([
      "dynamodb:BatchGetItem",
      "dynamodb:GetItem",
      "dynamodb:Query",
    ]);
  });

  test("the residents' form writes what residents send and reads its pages, and sees no list of residents", () => {
    const statements = onTable("Form", "Records");
    const keys = (statement: Statement) =>
      [statement.Condition?.["ForAllValues:StringLike"]?.["dynamodb:LeadingKeys"] ?? []].flat();
    const writing = statements.filter((statement) =>
      actionsOf(statement).some((action) => /Put|Update|Delete/.test(action)),
    );
    const signUps = ["B#events#*", "H#sign-ups#*", "N#*", "Q#*", "R#sign-ups#*", "U#sign-ups#*"];
    const surveys = ["B#dwellings#*", "B#surveys#*", "H#answers#*", "R#answers#*"];
    const opinions = ["H#cases#*", "R#cases#*", "W#*"];
    const keysOfCommunities = ["S#*"];
    expect(writing.flatMap(keys).sort()).toEqual([...signUps, ...surveys, ...opinions, ...keysOfCommunities].sort());
    // What somebody answered is written and not read again.
    const reading = statements.filter((statement) => actionsOf(statement).some((action) => /Get|Query/.test(action)));
    const lists = reading.flatMap(keys).filter((key) => key.startsWith("R#"));
    expect([...new Set(lists)].sort()).toEqual([
      "R#cases#*",
      "R#events#*",
      "R#parameter-values#*",
      "R#sign-ups#*",
      "R#surveys#*",
    ]);
    expect(JSON.stringify(statementsOf("Form"))).not.toContain("Counts");
    expect(JSON.stringify(statementsOf("Form"))).not.toContain("Accounts");
  });

  test("the console's function may touch no data at all", () => {
    expect(JSON.stringify(statementsOf("Site"))).not.toMatch(/dynamodb|ssm|sqs/);
  });

  test("the root keys are parameters by their full names, later ones numbered, and no function may replace one", () => {
    for (const name of functions) {
      const parameters = statementsOf(name).filter(({ Resource }) => JSON.stringify(Resource).includes("/root-key"));
      for (const statement of parameters) {
        expect(statement.Resource).toHaveLength(2);
        const [first, later] = [statement.Resource].flat().map((one) => JSON.stringify(one));
        expect(first).toMatch(/:parameter\/linli\/.*\/root-key"/);
        expect(later).toMatch(/:parameter\/linli\/.*\/root-key-\*"/);
        expect(actionsOf(statement).toSorted()).toEqual(
          name === "Statistics" ? ["ssm:GetParameters"] : ["ssm:GetParameters", "ssm:PutParameter"],
        );
      }
    }
  });
});

describe("changes reach the functions that listen", () => {
  test.each([
    ["Jobs", ["J#"], 20],
    ["Counts", ["R#", "C#"], 10],
  ])("%s is woken by its own classes of keys, and what it gives up on is kept", (name, prefixes, retries) => {
    const mapping = resourcesOf(china, "AWS::Lambda::EventSourceMapping").find(
      ([, { Properties }]) => Properties.FunctionName.Ref === `${name}Function`,
    )?.[1].Properties;
    expect(mapping).toMatchObject({
      BatchSize: 100,
      BisectBatchOnFunctionError: true,
      FunctionResponseTypes: ["ReportBatchItemFailures"],
      MaximumRetryAttempts: retries,
      MaximumRecordAgeInSeconds: 86_400,
    });
    expect(JSON.parse(mapping.FilterCriteria.Filters[0].Pattern)).toEqual({
      dynamodb: { Keys: { pk: { S: prefixes.map((prefix) => ({ prefix })) } } },
    });
    const queue = mapping.DestinationConfig.OnFailure.Destination["Fn::GetAtt"][0];
    expect(china.Resources[queue]?.Type).toBe("AWS::SQS::Queue");
  });

  test("the days turn by a rule, which both partitions have", () => {
    expect(resourcesOf(china, "AWS::Events::Rule").map(([, { Properties }]) => Properties.ScheduleExpression)).toEqual([
      "cron(5 16 * * ? *)",
      "cron(5 16 * * ? *)",
    ]);
  });
});
