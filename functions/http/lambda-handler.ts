import middy from "@middy/core";
import type { Hono } from "hono";
import { defaultIsContentTypeBinary, handle } from "hono/aws-lambda";
import { compress } from "./compress.ts";
import { log } from "./log.ts";
import { secure } from "./security-headers.ts";

/** A finished app as the handler of a function behind the HTTP API. */
export function lambdaHandler(app: Hono) {
  return middy(handle(finished(app), { isContentTypeBinary })).use(requestLine());
}

/** What leaves as bytes. A csv does, because reading it as text would drop the BOM that office software looks for. */
function isContentTypeBinary(type: string): boolean {
  return type.startsWith("text/csv") || defaultIsContentTypeBinary(type);
}

/** The app with what belongs to every answer: security headers and compression. */
function finished(app: Hono): Hono {
  const fetch: Hono["fetch"] = async (request, ...rest) => {
    const response = await app.fetch(request, ...rest);
    return compress(secure(response), request.headers.get("accept-encoding") ?? "");
  };
  return Object.assign(Object.create(app), { fetch });
}

/** One line for each request. The path stays out: receipts and invitations stand in it. */
function requestLine() {
  const started = new WeakMap<object, number>();
  return {
    before: (request: { event: object }) => {
      started.set(request.event, performance.now());
    },
    after: (request: {
      event: object & { routeKey?: string };
      response: { statusCode?: number } | null | undefined;
    }) => {
      log.info("request", {
        route: request.event.routeKey,
        status: request.response?.statusCode,
        ms: Math.round(performance.now() - (started.get(request.event) ?? performance.now())),
      });
    },
  };
}
