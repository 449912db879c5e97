import middy from "@middy/core";
import type { Hono } from "hono";
import { defaultIsContentTypeBinary, handle } from "hono/aws-lambda";
import { type Meter, newMeter, withMeter } from "../keys/meter.ts";
import { compress } from "./compress.ts";
import { log } from "./log.ts";
import { type Notes, withNotes } from "./notes.ts";
import { secure } from "./security-headers.ts";

/** A finished app as the handler of a function behind the HTTP API. */
export function lambdaHandler(app: Hono) {
  const answer = handle(finished(app), { isContentTypeBinary });
  const told = new WeakMap<object, Told>();
  const metered: typeof answer = (event, context) => {
    const { meter, notes } = told.get(event) ?? newTold();
    return withNotes(notes, () => withMeter(meter, () => answer(event, context)));
  };
  return middy(metered).use(requestLine(told));
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

type Asked = {
  readonly event: object & {
    readonly routeKey?: string;
    readonly requestContext?: { readonly http?: { readonly method?: string }; readonly requestId?: string };
  };
  readonly context: { readonly functionName?: string };
};

/** What is found out about a request while it is answered. */
type Told = { readonly meter: Meter; readonly notes: Notes };
const newTold = (): Told => ({ meter: newMeter(), notes: {} });

/**
 * One line for each request: who asked for what and heard what, how long it took and what it cost. The path stays out,
 * because receipts and invitations stand in it. Whoever signs in, fails to, or is refused stands here and nowhere else.
 */
function requestLine(told: WeakMap<object, Told>) {
  const started = new WeakMap<object, number>();
  return {
    before: ({ event }: Asked) => {
      started.set(event, performance.now());
      told.set(event, newTold());
    },
    after: ({
      event,
      context,
      response,
    }: Asked & { readonly response: { statusCode?: number } | null | undefined }) => {
      const { meter, notes } = told.get(event) ?? newTold();
      const { read, write, requests } = meter;
      log.info("request", {
        function: context.functionName,
        request: event.requestContext?.requestId,
        route: event.routeKey,
        method: event.requestContext?.http?.method,
        status: response?.statusCode,
        ...notes,
        ms: Math.round(performance.now() - (started.get(event) ?? performance.now())),
        database: { requests, readUnits: read, writeUnits: write },
      });
    },
  };
}
