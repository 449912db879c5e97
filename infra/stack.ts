import { CfnCondition, CfnOutput, CfnParameter, Fn, Stack, type StackProps, Token } from "aws-cdk-lib";
import type { Construct } from "constructs";
import { acknowledge } from "./acknowledged.ts";
import { daily } from "./constructs/daily.ts";
import { keyParameter, rootKeyStatement, tableStatement, tableVariables } from "./constructs/grants.ts";
import { outsideIssuer } from "./constructs/outside-issuer.ts";
import { ServiceFunction } from "./constructs/service-function.ts";
import { deadLetters, StreamWorker, streamStatements } from "./constructs/stream-worker.ts";
import { tables } from "./constructs/tables.ts";
import { WebApi } from "./constructs/web-api.ts";
import { services } from "./services.ts";

type Props = StackProps & {
  /** Folder of a function's bundle; undefined while the function has none. */
  readonly bundleOf: (name: string) => string | undefined;
};

/** All of Linli in one stack: three tables, one API, one function for each entry of `services.ts`. */
export class LinliStack extends Stack {
  constructor(scope: Construct, id: string, { bundleOf, ...props }: Props) {
    super(scope, id, props);
    const data = tables(this);
    const web = new WebApi(this, "Web");
    const publicUrl = this.publicUrl();
    const secondStep = this.secondStep();
    const issuer = outsideIssuer(this);

    for (const service of services) {
      const bundle = bundleOf(service.name);
      if (bundle === undefined) continue;
      const queue = service.stream ? deadLetters(this, `${service.name}-dead-letters`) : undefined;
      const made = new ServiceFunction(this, service.name, {
        service,
        bundle,
        queue,
        environment: {
          ...tableVariables(service, data),
          ...(service.rootKey ? { KEY_PARAMETER: keyParameter } : {}),
          ...(service.routes.length > 0 ? { PUBLIC_URL: publicUrl } : {}),
          // Whoever reads sessions decides whether one of them is enough.
          ...(service.grants.some(({ table }) => table === "accounts") ? { SECOND_STEP: secondStep } : {}),
          ...(service.outsideIssuer ? issuer.variables : {}),
        },
        statements: [
          ...service.grants.map((grant) => tableStatement(data[grant.table], grant)),
          ...(service.rootKey ? [rootKeyStatement(service.rootKey)] : []),
          ...(service.outsideIssuer ? [issuer.statement] : []),
          ...(queue ? streamStatements(data.records) : []),
        ],
      });
      web.answer(service.name, service.routes, made.function);
      if (service.stream && queue) {
        const { keys, retries } = service.stream;
        new StreamWorker(this, `${service.name}-stream`, {
          table: data.records,
          queue,
          handler: made.function,
          keys,
          retries,
        });
      }
      if (service.daily) daily(this, `${service.name}-daily`, made.function, queue);
      if (service.name === "auth") new CfnOutput(this, "InviteFunction", { value: made.function.functionName });
    }
    new CfnOutput(this, "Url", { value: web.api.apiEndpoint });
    acknowledge(this, "Serverless::Serverless-LambdaTracing");
  }

  /** Whether an account needs a second step (两步验证) before it can do anything. */
  private secondStep(): string {
    const parameter = new CfnParameter(this, "SecondStep", {
      default: "optional",
      allowedValues: ["optional", "required"],
      description: "required: an account without a second step can do nothing but switch it on",
    });
    return parameter.valueAsString;
  }

  /** The address that posters and receipts print; without it, each request's own host is used. */
  private publicUrl(): string {
    const parameter = new CfnParameter(this, "PublicUrl", {
      default: "",
      description: "https://... as printed on posters; empty: the address of the request",
    });
    const given = new CfnCondition(this, "HasPublicUrl", {
      expression: Fn.conditionNot(Fn.conditionEquals(parameter.valueAsString, "")),
    });
    return Token.asString(Fn.conditionIf(given.logicalId, parameter.valueAsString, Fn.ref("AWS::NoValue")));
  }
}
