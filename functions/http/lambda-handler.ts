import middy from "@middy/core";
import type { Hono } from "hono";
import { defaultIsContentTypeBinary, handle } from "hono/aws-lambda";
import { type Meter, newMeter, withMeter } from "../keys/meter.ts";
import { compress } from "./compress.ts";
import { log } from "./log.ts";
import { secure } from "./security-headers.ts";

/** A finished app as the handler of a function behind the HTTP API. */
export function lambdaHandler(app: Hono) {
  const answer = handle(finished(app), { isContentTypeBinary });
  const meters = new WeakMap<object, Meter>();
  const metered: typeof answer = (event, context) =>
    withMeter(meters.get(event) ?? newMeter(), () => answer(event, context));
  return middy(metered).use(requestLine({ meters }));
}

/** What leaves as bytes. A csv does, because reading it as text would drop the BOM that office software looks for. */
function isContentTypeBinary(type: string): boolean {
  return type.startsWith("text/csv") || defaultIsContentTypeBinary(type);
}

/** The app with what belongs to every answer: security headers and compression. */
function finished(app: Hono): Hono {
  const fetch: Hono["fetch"] = async (request, ...rest) => {
    const response = await app.fetch(request, ...rest);
    const isEncrypted = request.headers.get("x-forwarded-proto") !== "http";
    return compress(secure(response, isEncrypted), request.headers.get("accept-encoding") ?? "");
  };
  return Object.assign(Object.create(app), { fetch });
}

type Asked = { readonly event: object & { readonly routeKey?: string }; readonly context: { functionName?: string } };

/**
 * One line for each request: how long it took and what it cost. The path stays out, because receipts and invitations
 * stand in it.
 */
function requestLine({ meters }: { readonly meters: WeakMap<object, Meter> }) {
  const started = new WeakMap<object, number>();
  return {
    before: ({ event }: Asked) => {
      started.set(event, performance.now());
      meters.set(event, newMeter());
    },
    after: ({
      event,
      context,
      response,
    }: Asked & { readonly response: { statusCode?: number } | null | undefined }) => {
      const { read, write, requests } = meters.get(event) ?? newMeter();
      log.info("request", {
        function: context.functionName,
        route: event.routeKey,
        status: response?.statusCode,
        ms: Math.round(performance.now() - (started.get(event) ?? performance.now())),
        database: { requests, readUnits: read, writeUnits: write },
      });
    },
  };
}
