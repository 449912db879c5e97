import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { crc32 } from "node:zlib";
import type { Engine } from "./engine.ts";
import { ConnectionLost, errorBody, internalServerError, missingAuthentication, serialization } from "./errors.ts";
import { type Answer, answerRequest, CONTENT_TYPE } from "./protocol.ts";

const MOST_BYTES = 16 * 1024 * 1024;
/** Longer than a client keeps an idle connection, so that it never picks one that is just being closed. */
const KEEP_ALIVE = 120_000;

export type EngineServer = { url: string; close(): Promise<void> };

/** DynamoDB and DynamoDB Streams over HTTP. Signatures are not checked: only this machine can reach it by default. */
export async function serveEngine(engine: Engine, options: { port: number; host?: string }): Promise<EngineServer> {
  const host = options.host ?? "127.0.0.1";
  let requests = 0;
  const server = createServer((request, response) => {
    requests++;
    answer(engine, request, `local-${requests}`, response).catch((error: unknown) => {
      if (error instanceof ConnectionLost) request.socket.destroy();
      else {
        console.error(error);
        reply(response, `local-${requests}`, failure(internalServerError()));
      }
    });
  });
  server.keepAliveTimeout = KEEP_ALIVE;
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(options.port, host, resolve);
  });
  const { port } = server.address() as AddressInfo; // a server that listens on a port has one
  return {
    url: `http://${host.includes(":") ? `[${host}]` : host}:${port}`,
    close: () =>
      new Promise((resolve, reject) => {
        server.close((error) => (error ? reject(error) : resolve()));
        server.closeIdleConnections();
        // Whoever is being answered gets the answer; then the connection ends too.
        setTimeout(() => server.closeAllConnections(), 200).unref();
      }),
  };
}

async function answer(engine: Engine, request: IncomingMessage, id: string, response: ServerResponse): Promise<void> {
  if (request.method !== "POST") {
    response.writeHead(404, { "content-type": "text/plain" }).end("DynamoDB's requests are POST\n");
    return;
  }
  const body = await bodyOf(request);
  const target = request.headers["x-amz-target"];
  if (body === undefined) reply(response, id, failure(serialization("The request is larger than 16 MB")));
  else if (request.headers.authorization === undefined) reply(response, id, failure(missingAuthentication()));
  else reply(response, id, await answerRequest(engine, typeof target === "string" ? target : undefined, body));
}

async function bodyOf(request: IncomingMessage): Promise<string | undefined> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of request) {
    bytes += chunk.length;
    if (bytes <= MOST_BYTES) chunks.push(chunk);
  }
  return bytes > MOST_BYTES ? undefined : Buffer.concat(chunks).toString("utf8");
}

function reply(response: ServerResponse, id: string, { status, body }: Answer): void {
  const bytes = Buffer.from(body);
  response
    .writeHead(status, {
      "content-type": CONTENT_TYPE,
      "content-length": bytes.length,
      "x-amzn-requestid": id,
      "x-amz-crc32": String(crc32(bytes)),
    })
    .end(bytes);
}

const failure = (error: ReturnType<typeof internalServerError>): Answer => ({
  status: error.status,
  body: JSON.stringify(errorBody(error)),
});
