import { readFileSync } from "node:fs";

/** A resource of a template after all references in it are resolved. */
export type Resource = {
  readonly id: string;
  readonly type: string;
  readonly properties: Record<string, unknown>;
  readonly metadata: Record<string, unknown>;
};

export type Template = {
  readonly Parameters?: Record<string, { Default?: unknown }>;
  readonly Conditions?: Record<string, unknown>;
  readonly Resources: Record<
    string,
    { Type: string; Properties?: Record<string, unknown>; Metadata?: Record<string, unknown> }
  >;
};

/** What stands for the pseudo parameters of a deployment when there is none. */
export const LOCAL = {
  partition: "aws-cn",
  region: "cn-north-1",
  account: "000000000000",
  stack: "Linli",
} as const;

export function readTemplate(path: string): Template {
  const parsed: Template = JSON.parse(readFileSync(path, "utf8"));
  return parsed;
}

/** Resolves a template as a deployment would; what it does not know is an error, never an empty string. */
export function resolveTemplate(template: Template, parameters: Readonly<Record<string, string>> = {}): Resource[] {
  const resolve = resolver(template, parameters);
  return Object.entries(template.Resources).map(([id, { Type, Properties, Metadata }]) => ({
    id,
    type: Type,
    properties: record(resolve(Properties ?? {})),
    metadata: record(Metadata ?? {}),
  }));
}

const ABSENT = Symbol("AWS::NoValue");

function resolver(template: Template, parameters: Readonly<Record<string, string>>): (value: unknown) => unknown {
  const pseudo: Record<string, unknown> = {
    "AWS::Partition": LOCAL.partition,
    "AWS::Region": LOCAL.region,
    "AWS::AccountId": LOCAL.account,
    "AWS::StackName": LOCAL.stack,
    "AWS::URLSuffix": "amazonaws.com.cn",
    "AWS::NoValue": ABSENT,
  };

  const reference = (name: string): unknown => {
    if (name in pseudo) return pseudo[name];
    const parameter = template.Parameters?.[name];
    if (parameter) return parameters[name] ?? parameter.Default ?? "";
    if (template.Resources[name]) return name;
    throw new Error(`The template refers to ${name}, which it does not have.`);
  };

  const attribute = (id: string, name: string): string => {
    const type = template.Resources[id]?.Type;
    if (!type) throw new Error(`The template asks for ${name} of ${id}, which it does not have.`);
    const known = ATTRIBUTES[`${type}.${name}`];
    if (!known) throw new Error(`The local runner does not know ${name} of ${type} (${id}).`);
    return known(id);
  };

  const condition = (value: unknown): boolean => {
    const [name, argument] = intrinsic(value) ?? [];
    if (name === "Condition") return condition(template.Conditions?.[String(argument)]);
    if (name === "Fn::Not") return !condition(list(argument)[0]);
    if (name === "Fn::And") return list(argument).every(condition);
    if (name === "Fn::Or") return list(argument).some(condition);
    if (name === "Fn::Equals") return resolve(list(argument)[0]) === resolve(list(argument)[1]);
    throw new Error(`The local runner does not know the condition ${JSON.stringify(value)}.`);
  };

  const resolve = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(resolve).filter((item) => item !== ABSENT);
    if (typeof value !== "object" || value === null) return value;
    const [name, argument] = intrinsic(value) ?? [];
    if (name === undefined) {
      const entries = Object.entries(value).map(([key, inner]) => [key, resolve(inner)] as const);
      return Object.fromEntries(entries.filter(([, inner]) => inner !== ABSENT));
    }
    if (name === "Ref") return reference(String(argument));
    if (name === "Fn::GetAtt") {
      const [id, ...path] = typeof argument === "string" ? argument.split(".") : list(argument).map(String);
      return attribute(id ?? "", path.join("."));
    }
    if (name === "Fn::Join") {
      const [separator, parts] = list(argument);
      return list(resolve(parts)).join(String(separator));
    }
    if (name === "Fn::If") {
      const [test, yes, no] = list(argument);
      return resolve(condition(template.Conditions?.[String(test)]) ? yes : no);
    }
    if (name === "Fn::Sub") return substitute(argument);
    if (name === "Fn::Select") {
      const [index, items] = list(argument);
      return list(resolve(items))[Number(index)];
    }
    throw new Error(`The local runner does not know ${name}.`);
  };

  const substitute = (argument: unknown): string => {
    const [text, extra] = Array.isArray(argument) ? argument : [argument, {}];
    const own = record(resolve(extra));
    return String(text).replace(/\$\{([^!}][^}]*)\}/g, (_, name: string) => {
      if (name in own) return String(own[name]);
      const [id = "", ...path] = name.split(".");
      return path.length > 0 ? attribute(id, path.join(".")) : String(reference(name));
    });
  };

  return resolve;
}

const arn = (service: string, rest: string) =>
  `arn:${LOCAL.partition}:${service}:${LOCAL.region}:${LOCAL.account}:${rest}`;

const ATTRIBUTES: Record<string, (id: string) => string> = {
  "AWS::DynamoDB::Table.Arn": (id) => arn("dynamodb", `table/${id}`),
  "AWS::DynamoDB::Table.StreamArn": (id) => arn("dynamodb", `table/${id}/stream/local`),
  "AWS::Lambda::Function.Arn": (id) => arn("lambda", `function:${id}`),
  "AWS::SQS::Queue.Arn": (id) => arn("sqs", id),
  "AWS::Logs::LogGroup.Arn": (id) => arn("logs", `log-group:${id}:*`),
  "AWS::IAM::Role.Arn": (id) => `arn:${LOCAL.partition}:iam::${LOCAL.account}:role/${id}`,
  "AWS::Events::Rule.Arn": (id) => arn("events", `rule/${id}`),
  "AWS::ApiGatewayV2::Api.ApiEndpoint": (id) => `https://${id}.invalid`,
};

function intrinsic(value: unknown): [string, unknown] | undefined {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return undefined;
  const entries = Object.entries(value);
  const [first] = entries;
  if (entries.length !== 1 || !first) return undefined;
  return first[0] === "Ref" || first[0] === "Condition" || first[0].startsWith("Fn::") ? first : undefined;
}

function list(value: unknown): unknown[] {
  if (!Array.isArray(value)) throw new Error(`The template should have a list here: ${JSON.stringify(value)}`);
  return value;
}

export function record(value: unknown): Record<string, unknown> {
  if (typeof value !== "object" || value === null || Array.isArray(value)) {
    throw new Error(`The template should have an object here: ${JSON.stringify(value)}`);
  }
  return Object.fromEntries(Object.entries(value));
}
