import { readFileSync } from "node:fs";
import { createServer, type IncomingMessage, type RequestListener, type Server, type ServerResponse } from "node:http";
import { createServer as createTlsServer } from "node:https";
import type { AddressInfo } from "node:net";
import { gatewayAnswer, type HttpAnswer, httpAnswer, tooLarge } from "./http-answer.ts";
import { httpEvent, splitTarget } from "./http-event.ts";
import type { Match } from "./routes.ts";

export type AnswerLine = {
  readonly method: string;
  readonly route: string;
  readonly status: number;
  readonly ms: number;
};

export type GatewayOptions = {
  readonly route: (method: string, path: string) => Match | undefined;
  readonly invoke: (functionName: string, event: unknown) => Promise<unknown>;
  /** Until it says so, `/healthz` answers 503; other routes work. */
  readonly isReady: () => boolean;
  /** One line for each request: no address, no path, no person. */
  readonly onAnswer: (line: AnswerLine) => void;
  readonly onError: (error: unknown) => void;
  readonly tls?: { readonly cert: string; readonly key: string } | undefined;
};

/** What an HTTP API and Lambda allow; beyond it the same request would fail in the cloud. */
const LIMITS = { payload: 6 * 1024 * 1024, head: 10_240, ms: 30_000 };

/** Only what is recommended today (RFC 9325): TLS 1.2 with forward secrecy and authenticated encryption, and TLS 1.3. */
const TLS = {
  minVersion: "TLSv1.2",
  honorCipherOrder: true,
  ciphers: [
    "TLS_AES_256_GCM_SHA384",
    "TLS_CHACHA20_POLY1305_SHA256",
    "TLS_AES_128_GCM_SHA256",
    "ECDHE-ECDSA-AES256-GCM-SHA384",
    "ECDHE-RSA-AES256-GCM-SHA384",
    "ECDHE-ECDSA-CHACHA20-POLY1305",
    "ECDHE-RSA-CHACHA20-POLY1305",
    "ECDHE-ECDSA-AES128-GCM-SHA256",
    "ECDHE-RSA-AES128-GCM-SHA256",
  ].join(":"),
} as const;

/** Answers HTTP as API Gateway's HTTP API does: same routes, same events, same limits. */
export async function openGateway(options: GatewayOptions, port: number, host: string): Promise<Gateway> {
  const listener: RequestListener = async (incoming, outgoing) => {
    const started = performance.now();
    const method = incoming.method ?? "GET";
    let routeKey = "-";
    const answer = async (): Promise<HttpAnswer> => {
      if (headSize(incoming) > LIMITS.head) return gatewayAnswer(431, "Request Header Fields Too Large");
      const target = splitTarget(incoming.url ?? "/");
      if (!target) return gatewayAnswer(400, "Bad Request");
      if (target.path === "/healthz" && !options.isReady()) return gatewayAnswer(503, "Starting");
      const found = options.route(method, target.path);
      if (!found) return gatewayAnswer(404, "Not Found");
      routeKey = found.routeKey;
      const body = await readBody(incoming);
      const language = incoming.headers["accept-language"];
      if (!body) return tooLarge("Request Entity Too Large", language);
      const event = httpEvent(
        {
          method,
          ...target,
          headers: incoming.headersDistinct,
          sourceIp: (incoming.socket.remoteAddress ?? "").replace(/^::ffff:/, ""),
          secure: options.tls !== undefined,
          port: incoming.socket.localPort ?? 0,
          body,
        },
        found,
      );
      if (Buffer.byteLength(JSON.stringify(event)) > LIMITS.payload) return tooLarge("Request Too Long", language);
      return await ask(options, found.functionName, event);
    };
    const given = await answer().catch((error: unknown) => {
      options.onError(error);
      return gatewayAnswer(500, "Internal Server Error");
    });
    send(outgoing, given, method);
    options.onAnswer({ method, route: routeKey, status: given.status, ms: Math.round(performance.now() - started) });
  };
  const settings = { maxHeaderSize: 2 * LIMITS.head };
  const { tls } = options;
  const server = tls
    ? createTlsServer({ ...settings, ...TLS, cert: readFileSync(tls.cert), key: readFileSync(tls.key) }, listener)
    : createServer(settings, listener);
  return { port: await listen(server, port, host), close: () => close(server) };
}

export type Gateway = { readonly port: number; close(): Promise<void> };

async function ask(options: GatewayOptions, functionName: string, event: unknown): Promise<HttpAnswer> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<"late">((resolve) => {
    timer = setTimeout(() => resolve("late"), LIMITS.ms);
  });
  try {
    const result = await Promise.race([options.invoke(functionName, event), late]);
    if (result === "late") return gatewayAnswer(503, "Service Unavailable");
    if (Buffer.byteLength(JSON.stringify(result) ?? "") > LIMITS.payload) {
      throw new Error(`${functionName} answered with more than the 6 MB that Lambda allows.`);
    }
    const answer = httpAnswer(result);
    if (!answer) throw new Error(`${functionName} answered with something that is no HTTP answer.`);
    return answer;
  } finally {
    clearTimeout(timer);
  }
}

/** The request's line and headers, as they count against the gateway's limit. */
function headSize(incoming: IncomingMessage): number {
  const line = (incoming.method?.length ?? 0) + (incoming.url?.length ?? 0);
  return incoming.rawHeaders.reduce((sum, text) => sum + Buffer.byteLength(text), line);
}

/** The body, or undefined if it is larger than any event may be; the rest of it is then read and dropped. */
async function readBody(incoming: IncomingMessage): Promise<Buffer | undefined> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of incoming) {
    const bytes = Buffer.from(chunk);
    size += bytes.length;
    if (size <= LIMITS.payload) chunks.push(bytes);
  }
  return size > LIMITS.payload ? undefined : Buffer.concat(chunks);
}

function send(outgoing: ServerResponse, { status, headers, body }: HttpAnswer, method: string): void {
  const bodiless = method === "HEAD" || status === 204 || status === 304;
  outgoing.writeHead(status, { ...headers, ...(bodiless ? {} : { "content-length": body.length }) });
  outgoing.end(bodiless ? undefined : body);
}

function listen(server: Server, port: number, host: string): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, host, () => {
      server.off("error", reject);
      // Without a path, a server listens on a port, and its address is one.
      resolve((server.address() as AddressInfo).port);
    });
  });
}

function close(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeIdleConnections();
    setTimeout(() => server.closeAllConnections(), 2_000).unref();
  });
}
