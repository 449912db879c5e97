import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import type { Engine } from "./engine.ts";
import { answerRequest, CONTENT_TYPE } from "./protocol.ts";
import { quickRetries } from "./quick-retries.ts";

type HttpRequest = { headers: Record<string, string>; body?: unknown };
type HttpResponse = { statusCode: number; headers: Record<string, string>; body: Uint8Array };

/** What the SDK sends its requests through; this one reaches the engine without a socket. */
export type EngineRequestHandler = {
  metadata: { handlerProtocol: string };
  handle(request: HttpRequest): Promise<{ response: HttpResponse }>;
  destroy(): void;
  updateHttpClientConfig(): void;
  httpHandlerConfigs(): Record<string, never>;
};

export function engineRequestHandler(engine: Engine): EngineRequestHandler {
  return {
    metadata: { handlerProtocol: "http/1.1" },
    async handle({ headers, body }) {
      const answer = await answerRequest(engine, headers["x-amz-target"], textOf(body));
      const response = {
        statusCode: answer.status,
        headers: { "content-type": CONTENT_TYPE },
        body: Buffer.from(answer.body),
      };
      return { response };
    },
    destroy() {},
    updateHttpClientConfig() {},
    httpHandlerConfigs: () => ({}),
  };
}

/** A client of the SDK, as a function makes one, that talks to the engine in this process. */
export function engineClient(engine: Engine): DynamoDBClient {
  return new DynamoDBClient({
    region: "local",
    endpoint: "http://engine.local",
    credentials: { accessKeyId: "local", secretAccessKey: "local" },
    requestHandler: engineRequestHandler(engine),
    retryStrategy: quickRetries,
  });
}

function textOf(body: unknown): string {
  if (typeof body === "string") return body;
  return body instanceof Uint8Array ? new TextDecoder().decode(body) : "";
}
