import type { Engine } from "./engine.ts";
import { DynamoError, errorBody, serialization, unknownOperation } from "./errors.ts";

export const CONTENT_TYPE = "application/x-amz-json-1.0";

const SERVICES = ["DynamoDB_20120810", "DynamoDBStreams_20120810"];

export type Answer = { status: number; body: string };

/** One request of the JSON 1.0 protocol, from its target header and body to its answer. */
export async function answerRequest(engine: Engine, target: string | undefined, body: string): Promise<Answer> {
  try {
    const [service = "", operation = ""] = (target ?? "").split(".");
    if (!SERVICES.includes(service)) throw unknownOperation("The header X-Amz-Target names no service of this engine");
    return { status: 200, body: JSON.stringify(await engine.send(operation, parse(body))) };
  } catch (error) {
    if (!(error instanceof DynamoError)) throw error;
    return { status: error.status, body: JSON.stringify(errorBody(error)) };
  }
}

function parse(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    throw serialization("The body is not JSON");
  }
}
