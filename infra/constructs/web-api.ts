import { RemovalPolicy } from "aws-cdk-lib";
import { AccessLogFormat } from "aws-cdk-lib/aws-apigateway";
import {
  HttpApi,
  type HttpMethod,
  HttpRoute,
  HttpRouteKey,
  HttpStage,
  LogGroupLogDestination,
} from "aws-cdk-lib/aws-apigatewayv2";
import { HttpLambdaIntegration } from "aws-cdk-lib/aws-apigatewayv2-integrations";
import type { IFunction } from "aws-cdk-lib/aws-lambda";
import { LogGroup, RetentionDays } from "aws-cdk-lib/aws-logs";
import { Construct } from "constructs";
import { acknowledge } from "../acknowledged.ts";

/** The one origin: every page and every program reaches Linli through this API. */
export class WebApi extends Construct {
  readonly api: HttpApi;

  constructor(scope: Construct, id: string) {
    super(scope, id);
    acknowledge(this, "AwsSolutions::AwsSolutions-APIG4");
    this.api = new HttpApi(this, "Api", { createDefaultStage: false, description: "Linli" });
    const logs = new LogGroup(this, "AccessLogs", {
      retention: RetentionDays.ONE_YEAR,
      removalPolicy: RemovalPolicy.RETAIN,
    });
    new HttpStage(this, "Stage", {
      httpApi: this.api,
      stageName: "$default",
      autoDeploy: true,
      // Far above a district's busiest morning, far below a bill that hurts.
      throttle: { rateLimit: 300, burstLimit: 600 },
      accessLogSettings: { destination: new LogGroupLogDestination(logs), format: accessLog },
    });
  }

  answer(service: string, routes: readonly string[], handler: IFunction): void {
    // One permission for the whole API instead of one for each route.
    const integration = new HttpLambdaIntegration(service, handler, { scopePermissionToRoute: false });
    routes.forEach((route, index) => {
      new HttpRoute(this, `${service}${index}`, { httpApi: this.api, routeKey: routeKey(route), integration });
    });
  }
}

/** The route, not the path: a path may hold a receipt, and an address is personal data. */
const accessLog = AccessLogFormat.custom(
  JSON.stringify({
    at: "$context.requestTimeEpoch",
    request: "$context.requestId",
    route: "$context.routeKey",
    status: "$context.status",
    ms: "$context.responseLatency",
    bytes: "$context.responseLength",
    error: "$context.integrationErrorMessage",
  }),
);

function routeKey(route: string): HttpRouteKey {
  if (route === "$default") return HttpRouteKey.DEFAULT;
  const [method = "", path = ""] = route.split(" ");
  return HttpRouteKey.with(path, method as HttpMethod);
}
